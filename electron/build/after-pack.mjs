/** electron-builder's hook: sets the fuses, reads them back, and fails the packing where one is not as it should be. */
import { join } from 'node:path'
import { FuseState, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { fusesFor } from './fuses.mjs'

/** @param {import('electron-builder').AfterPackContext} context */
function executableOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`)
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName)
}

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack(context) {
  const executable = executableOf(context)
  const wanted = fusesFor(context.electronPlatformName)
  await flipFuses(executable, {
    ...wanted,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
  })
  const wire = await getCurrentFuseWire(executable)
  for (const [fuse, isOn] of Object.entries(wanted)) {
    if (typeof isOn !== 'boolean' || fuse === 'strictlyRequireAllFuses') continue
    if (wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`fuse ${fuse} was not set`)
  }
}
