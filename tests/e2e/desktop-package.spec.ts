/** What electron-builder would ship: packed around a made-up Electron, and read back. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { build, Platform } from 'electron-builder'
import { createElectronDist } from '../support/electron/electron-dist.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MEBIBYTE = 1024 * 1024
/** The whole app beside Electron itself; what is beyond has got in by mistake. */
const LIMIT_BYTES = 12 * MEBIBYTE

// One packing serves all tests of this file.
test.describe.configure({ mode: 'default' })

let folder = ''
let packed = ''

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porchlight-package-'))
  const dist = join(folder, 'electron')
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
  await createElectronDist(dist, version)
  await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: join(ROOT, 'electron-builder.yml'),
      electronDist: dist,
      directories: { output: join(folder, 'out') },
    },
  })
  packed = join(folder, 'out/linux-unpacked')
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('the package holds the three bundles and nothing else', async () => {
  const asar = join(packed, 'resources/app.asar')
  const files = listPackage(asar, { isPack: false }).map(path => path.replaceAll('\\', '/'))
  expect(files).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]),
  )
  const strange = files.filter(
    path => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(path),
  )
  expect(strange).toEqual([])
  expect(files.filter(path => /\.(map|tsx?)$|loopback-server|node_modules|test/.test(path))).toEqual([])
  expect((await stat(asar)).size).toBeLessThan(LIMIT_BYTES)
  expect(await readdir(join(packed, 'resources'))).toEqual(['app.asar'])
})

test('the packed main bundle is the one that was tested', async () => {
  const bytes = extractFile(join(packed, 'resources/app.asar'), 'out/main/index.js')
  expect(bytes.equals(await readFile(join(ROOT, 'out/main/index.js')))).toBe(true)
})

test('only the languages of the app are shipped', async () => {
  expect((await readdir(join(packed, 'locales'))).sort()).toEqual(['en-GB.pak', 'en-US.pak', 'fr.pak'])
})

test('every fuse is set as decided', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'porchlight'))
  const on = Object.values(FuseV1Options).filter(
    (fuse): fuse is FuseV1Options => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
  )
  expect(on.map(fuse => FuseV1Options[fuse]).sort()).toEqual([
    'EnableCookieEncryption',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ])
})
