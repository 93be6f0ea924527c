/**
 * Electron's fuses: doors that are welded shut in the packed executable, so that nobody who can start it with other
 * arguments or environment variables gets Node, an inspector, or a page from a file.
 */
import { FuseV1Options, FuseVersion } from '@electron/fuses'

/** @param {string} platform As electron-builder names it: `linux`, `darwin`, `win32`. */
export function fusesFor(platform) {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks it on these two only.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform === 'darwin' || platform === 'win32',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  }
}
