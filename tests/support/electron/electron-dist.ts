/**
 * A folder that electron-builder takes for Electron's `dist`: the right names, and an executable that holds a fuse wire
 * as the real one does. It cannot run; it shows what is packed and which fuses are set.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What `@electron/fuses` looks for: a sentinel, the version, how many fuses, and one letter each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron ships: some on, some off, none as we want all of them. */
const SHIPPED = '101100011'

const OTHER_FILES = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'icudtl.dat', 'resources.pak']

export async function createElectronDist(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  const wire = [Buffer.from(SENTINEL), Buffer.from([1, SHIPPED.length]), Buffer.from(SHIPPED)]
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from('not a real Electron\n'), ...wire]), {
    mode: 0o755,
  })
  await writeFile(join(folder, 'version'), version)
  for (const language of ['en-US', 'en-GB', 'fr', 'de', 'ja'])
    await writeFile(join(folder, 'locales', `${language}.pak`), 'pak')
  for (const name of OTHER_FILES) await writeFile(join(folder, name), name)
}
