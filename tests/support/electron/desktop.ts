/**
 * `test` for specs of the desktop app: the built app in the real Electron where its runtime is installed, else in the
 * stand-in. Which one is said in one line. Each test has a profile of its own.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { createShellFolder, type ShellFolder } from './shell-page.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
/** `app://porchlight` in Electron, `https://porchlight.app.…` in the stand-in. */
const OWN_ADDRESS = /^(blob:)?(app|https):\/\/porchlight\b|^data:/
const STAND_IN = resolve(import.meta.dirname, 'electron.mjs')

export type Runtime =
  | { readonly kind: 'electron' }
  | { readonly kind: 'stand-in'; readonly executablePath: string }

/** Reads one small file; loading the `electron` package itself would start a download. */
export async function findRuntime(): Promise<Runtime> {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => null)
  const isInstalled = name !== null && existsSync(join(folder, 'dist', name.trim()))
  return isInstalled ? { kind: 'electron' } : { kind: 'stand-in', executablePath: STAND_IN }
}

export interface DesktopApp {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface StartOptions {
  readonly timeZone?: string
  /** On top of the test's own environment. */
  readonly env?: Readonly<Record<string, string>>
}

export interface Desktop {
  readonly kind: Runtime['kind']
  readonly profile: string
  /** The product, on a laptop in this time zone or in that of the machine. */
  start(options?: StartOptions): Promise<DesktopApp>
  /** The product's shell around a page of the test's own, see `shell-page.ts`. */
  startShell(files?: Readonly<Record<string, string>>): Promise<DesktopApp>
  /** No handler runs and nothing is flushed: a power cut as far as the app can tell. */
  kill(app: ElectronApplication): Promise<void>
}

const environmentOf = ({ timeZone, env = {} }: StartOptions): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...(timeZone === undefined ? {} : { TZ: timeZone }),
  ...env,
})

export const test = base.extend<{ desktop: Desktop }, { runtime: Runtime }>({
  runtime: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
    async ({}, use) => {
      const runtime = await findRuntime()
      console.log(runtime.kind === 'electron' ? 'desktop (Electron)' : 'desktop (stand-in)')
      await use(runtime)
    },
    { scope: 'worker' },
  ],
  desktop: async ({ runtime }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'porchlight-desktop-'))
    const running = new Set<ElectronApplication>()
    const executable = runtime.kind === 'stand-in' ? { executablePath: runtime.executablePath } : {}
    const folders: ShellFolder[] = []
    const outside: string[] = []
    const start = async (folder: string, options: StartOptions = {}): Promise<DesktopApp> => {
      const args = [folder, `--user-data-dir=${profile}`, '--lang=en-CA']
      const app = await _electron.launch({
        ...executable,
        env: environmentOf(options),
        args,
        cwd: folder,
      })
      running.add(app)
      app.once('close', () => running.delete(app))
      const page = await app.firstWindow()
      await page.waitForURL(/\/\/porchlight\b/)
      return { app, page }
    }
    await use({
      kind: runtime.kind,
      profile,
      async start(options) {
        const { app, page } = await start(ROOT, options)
        app.context().on('request', request => {
          if (!OWN_ADDRESS.test(request.url())) outside.push(request.url())
        })
        return { app, page }
      },
      async startShell(files = {}) {
        const folder = await createShellFolder(files)
        folders.push(folder)
        return start(folder.path)
      },
      async kill(app) {
        const closed = app.waitForEvent('close')
        app.process().kill('SIGKILL')
        await closed
      },
    })
    for (const app of running) await app.close()
    expect(outside, 'requests that left the app').toEqual([])
    for (const folder of folders) await folder.remove()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect }
