/** What lies outside the page: the system's windows for opening and saving, paper, the time zone, starting again. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Desktop, DesktopApp } from '../electron/desktop.ts'

export interface SavedFile {
  readonly name: string
  readonly path: string
}

export interface JourneyMachine {
  readonly kind: 'browser' | 'desktop'
  readonly page: () => Page
  /** Where saved files go; removed at the end. */
  readonly folder: string
  /** `ask` makes the system's window appear; there the person picks the file. */
  open(ask: () => Promise<void>, path: string): Promise<void>
  /** `ask` makes the system's window appear; there the person agrees to what is proposed. */
  save(ask: () => Promise<void>): Promise<SavedFile>
  savePdf(ask: () => Promise<void>): Promise<SavedFile>
  /** After the group was locked: the page that asks for the passphrase. */
  afterLock(title: string): Promise<void>
  remove(): Promise<void>
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'porchlight-journey-'))

/** A print window cannot be answered by a script. That it was asked for is kept, with the title that it would show. */
const PRINT = `window.print = () => document.documentElement.setAttribute('data-printed', document.title)`

/** On the desktop a lock replaces the page's process, maybe while the key or the button is still down. */
export async function untilReplaced(lock: Promise<void>): Promise<void> {
  await lock.catch((error: unknown) => {
    if (!/crashed|closed/.test(String(error))) throw error
  })
}

/** Leaves a mark on the page when anything but a key is used, so that *by keyboard alone* can be checked. */
const WATCH_POINTER = `for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart'])
  addEventListener(kind, () => document.documentElement.setAttribute('data-pointed', ''), { capture: true, passive: true })`

/** Tells a page on which something was done from one that was just loaded: after a lock both show the same title. */
const WATCH_USE = `for (const kind of ['pointerdown', 'keydown'])
  addEventListener(kind, () => document.documentElement.setAttribute('data-used', ''), { capture: true, passive: true })`

/** Whether a mouse was used since the page was loaded. */
export const wasPointed = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-pointed'))

/**
 * The browser edition as Firefox and Safari have it, without pickers: an input opens and downloads save, and both can
 * be answered. The pickers themselves are in the host's own cases.
 */
export async function browserMachine(page: Page): Promise<JourneyMachine> {
  const folder = await newFolder()
  await page.addInitScript('delete window.showOpenFilePicker; delete window.showSaveFilePicker')
  await page.addInitScript(PRINT)
  await page.addInitScript(WATCH_POINTER)
  await page.addInitScript(WATCH_USE)
  return {
    kind: 'browser',
    page: () => page,
    folder,
    async open(ask, path) {
      const asked = page.waitForEvent('filechooser')
      await ask()
      await (await asked).setFiles(path)
    },
    async save(ask) {
      const asked = page.waitForEvent('download')
      await ask()
      const download = await asked
      const path = join(folder, download.suggestedFilename())
      await download.saveAs(path)
      return { name: download.suggestedFilename(), path }
    },
    async savePdf(ask) {
      await page.evaluate(() => document.documentElement.removeAttribute('data-printed'))
      await ask()
      await page.locator('html[data-printed]').waitFor()
      const name = `${await page.locator('html').getAttribute('data-printed')}.pdf`
      const path = join(folder, name)
      await page.pdf({ path, preferCSSPageSize: true, tagged: true })
      return { name, path }
    },
    async afterLock(title) {
      const fresh = page.locator('html:not([data-used])')
      await fresh.getByRole('heading', { level: 1, name: title }).waitFor()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface DesktopMachine extends JourneyMachine {
  quit(): Promise<void>
}

/** `env`: folders of this laptop that are not the machine's own. */
export async function desktopMachine(
  desktop: Desktop,
  timeZone: string,
  env: Readonly<Record<string, string>> = {},
): Promise<DesktopMachine> {
  const folder = await newFolder()
  const start = async (): Promise<DesktopApp> => {
    const started = await desktop.start({ timeZone, env })
    await started.page.evaluate(PRINT)
    await started.page.evaluate(WATCH_POINTER)
    await started.page.evaluate('globalThis.isOldPage = true')
    return started
  }
  let running = await start()

  let saves = 0
  async function save(ask: () => Promise<void>): Promise<SavedFile> {
    saves += 1
    // A place of its own: a file of the same name that is there already would be taken for the new one.
    const place = join(folder, `save-${saves}`)
    await mkdir(place)
    await running.app.evaluate(({ dialog }, to) => {
      dialog.showSaveDialog = async (...args: unknown[]) => {
        const options = args.at(-1) as { defaultPath: string }
        const filePath = `${to}/${options.defaultPath.split(/[\\/]/).at(-1)}`
        Object.assign(globalThis, { savedAs: filePath })
        return { canceled: false, filePath }
      }
    }, place)
    await ask()
    const path = await until(() =>
      running.app.evaluate(() => {
        const saved = Reflect.get(globalThis, 'savedAs')
        return typeof saved === 'string' ? saved : null
      }),
    )
    await running.app.evaluate(() => Reflect.deleteProperty(globalThis, 'savedAs'))
    await until(() => readFile(path).catch(() => null))
    return { name: basename(path), path }
  }

  return {
    kind: 'desktop',
    page: () => running.page,
    folder,
    async open(ask, path) {
      await running.app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, path)
      await ask()
    },
    save,
    savePdf: save,
    async afterLock(title) {
      // The page is in a new process now, which the old page object cannot see: it is looked at from the main process.
      // The old one shows the same title for a moment, but has the mark.
      await until(async () => {
        const heading = await running.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]
            ?.webContents.executeJavaScript(
              `globalThis.isOldPage ? null : document.querySelector('h1')?.textContent`,
            )
            .catch(() => null),
        )
        return heading === title ? heading : null
      })
      await running.app.close()
      running = await start()
      await running.page.getByRole('heading', { level: 1, name: title }).waitFor()
    },
    quit: () => running.app.close(),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const PATIENCE_MS = 15_000

/** Asks again until there is an answer. */
async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  const answers: T[] = []
  const isAnswered = async (): Promise<boolean> => {
    const answer = await ask()
    if (answer !== null) answers.push(answer)
    return answer !== null
  }
  await expect.poll(isAnswered, { timeout: PATIENCE_MS }).toBe(true)
  const [answer] = answers
  if (answer === undefined) throw new Error('answered without an answer')
  return answer
}
