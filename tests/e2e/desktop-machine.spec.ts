/** What the desktop shell does for the page: keeps records, locks with the machine, prints, and asks where to save. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/electron/desktop.ts'

const VAULT = 'a'.repeat(32)

/** The bridge, as any script in the page has it, to be called with anything. */
type Anything = Record<string, (...args: unknown[]) => Promise<unknown>>

test('every capability refuses arguments that our own page never sends', async ({ desktop }) => {
  const { page } = await desktop.startShell()
  const attempts: [string, unknown[]][] = [
    ['openRecordLog', ['../../etc']],
    ['openRecordLog', [VAULT.toUpperCase()]],
    ['openRecordLog', []],
    ['openRecordLog', [VAULT, 'more']],
    ['appendRecords', ['text']],
    ['appendRecords', [[[1, 2]]]],
    ['readRecords', [{ segment: -1, frame: 0 }]],
    ['readRecords', [{ segment: 1.5, frame: 0 }]],
    ['readKeyFile', ['../preferences.json']],
    ['readKeyFile', ['.hidden']],
    ['readKeyFile', ['a'.repeat(81)]],
    ['replaceKeyFile', ['device.age', 'text']],
    ['removeKeyFile', ['keys/device.age']],
    ['writePreferences', [{ language: 'de', theme: 'dark' }]],
    ['saveFile', ['../../.bashrc', null]],
    ['rereadSavedFile', ['/etc/passwd']],
    ['openFile', [['../sh'], 10]],
    ['openFile', [['csv'], Number.MAX_VALUE]],
    ['printPage', ['a3']],
    ['replacePage', [1]],
    ['removeGroup', ['*']],
  ]
  const outcomes = await page.evaluate(async list => {
    const bridge = window.porchlight as unknown as Anything
    const outcome = ([name, args]: [string, unknown[]]) =>
      bridge[name]?.(...args).then(
        () => `${name} took ${JSON.stringify(args)}`,
        (error: Error) =>
          /BadArguments: refused/.test(error.message) ? 'refused' : `${name}: ${error.message}`,
      )
    return Promise.all(list.map(outcome))
  }, attempts)
  expect(outcomes).toEqual(attempts.map(() => 'refused'))
})

/** Appends records, one at a time, for as long as the app lives; counts in `window` what was acknowledged. */
async function appendForEver(page: Page): Promise<void> {
  await page.evaluate(async vaultId => {
    await window.porchlight?.openRecordLog(vaultId)
    const write = async () => {
      for (let count = 1; ; count += 1) {
        const record = new Uint8Array(600).fill(count & 0xff)
        new DataView(record.buffer).setUint32(0, count)
        const result = await window.porchlight?.appendRecords([record])
        if (result?.ok) document.body.dataset['acknowledged'] = String(count)
      }
    }
    void write()
  }, VAULT)
}

const acknowledgedIn = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.body.dataset['acknowledged'] ?? 0))

test('what was acknowledged is there after the process was killed in the middle of writing', async ({
  desktop,
}) => {
  let expected = 0
  for (let round = 0; round < 3; round += 1) {
    const { app, page } = await desktop.startShell()
    await appendForEver(page)
    await expect.poll(() => acknowledgedIn(page)).toBeGreaterThan(20)
    expected += await acknowledgedIn(page)
    await desktop.kill(app)
  }
  const { page } = await desktop.startShell()
  const found = await page.evaluate(async vaultId => {
    const bridge = window.porchlight
    await bridge?.openRecordLog(vaultId)
    return bridge?.recordLogStats()
  }, VAULT)
  expect(found?.damaged).toBe(0)
  expect(found?.records).toBeGreaterThanOrEqual(expected)
})

/** In whatever renderer process the window has now; a page object does not outlive the one it began with. */
function inTheWindow<T>(app: ElectronApplication, expression: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    expression,
  )
}

test('locking the screen replaces the renderer process of an unlocked page that does not lock by itself', async ({
  desktop,
}) => {
  const { app, page } = await desktop.startShell()
  await page.evaluate(async vaultId => {
    await window.porchlight?.claimWriter()
    await window.porchlight?.openRecordLog(vaultId)
    Object.assign(window, { typed: 'a passphrase' })
  }, VAULT)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  const isNew = () =>
    inTheWindow<boolean>(app, `!('typed' in window) && 'porchlight' in window`).catch(() => false)
  await expect.poll(isNew).toBe(true)
  expect(await inTheWindow(app, 'window.porchlight.claimWriter()')).toMatchObject({ ok: true })
})

test('a page that has locked itself gets a new renderer process', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  await page.evaluate(() => Object.assign(window, { typed: 'a passphrase' }).typed)
  // The process that asks is gone before it could hear an answer.
  await page.evaluate(() => window.porchlight?.replacePage()).catch(() => undefined)
  const isNew = () =>
    inTheWindow<boolean>(app, `!('typed' in window) && 'porchlight' in window`).catch(() => false)
  await expect.poll(isNew).toBe(true)
})

test('a page that locks by itself hears of the screen lock', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  await page.evaluate(() => {
    const stop = window.porchlight?.onLockRequested(() => {
      document.body.dataset['heard'] = `${Number(document.body.dataset['heard'] ?? 0) + 1}`
      stop?.()
    })
  })
  const heard = () => page.evaluate(() => document.body.dataset['heard'])
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect.poll(heard).toBe('1')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  expect(await heard()).toBe('1')
})

test('a page is printed to a tagged PDF on the paper that was asked for', async ({ desktop }) => {
  const { page } = await desktop.startShell()
  const printed = await page.evaluate(async () => {
    const papers = ['letter', 'a4'] as const
    const results = await Promise.all(papers.map(paper => window.porchlight?.printPage(paper)))
    return results.map(result => (result?.ok ? [...result.value] : []))
  })
  const [letter, a4] = printed.map(bytes => Buffer.from(bytes).toString('latin1'))
  expect(letter).toMatch(/^%PDF-/)
  expect(letter).toMatch(/MediaBox ?\[0 0 612 792\]/)
  expect(a4).toMatch(/MediaBox ?\[0 0 59[45]\S* 84[12]\S*\]/)
  expect(a4).toMatch(/\/MarkInfo ?<<[^>]*\/Marked true/)
})

test('files are saved and opened only where the person says', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  const chosen = join(desktop.profile, 'chosen.csv')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, chosen)
  const saved = await page.evaluate(async () => {
    const result = await window.porchlight?.saveFile('budget.csv', new Uint8Array([1, 2, 3]))
    if (!result?.ok) return null
    return {
      shown: Object.keys(result.value),
      bytes: await window.porchlight?.rereadSavedFile(result.value.token),
    }
  })
  expect(saved?.shown).toEqual(['token', 'cloudFolder'])
  expect([...(await readFile(chosen))]).toEqual([1, 2, 3])
  await writeFile(chosen, new Uint8Array([9]))
  const opened = await page.evaluate(() => window.porchlight?.openFile(['csv'], 1))
  expect(opened).toMatchObject({ ok: true, value: { name: 'chosen.csv' } })
})

test('a second start hands over to the first one', async ({ desktop }) => {
  const { app } = await desktop.startShell()
  const heard = app.evaluate(
    ({ app: first }) => new Promise(resolve => first.once('second-instance', () => resolve(true))),
  )
  const [command, ...args] = app.process().spawnargs
  const second = spawn(
    command ?? '',
    args.filter(arg => !/^--(inspect|remote-debugging)/.test(arg)),
    {
      cwd: desktop.profile,
      stdio: 'ignore',
    },
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(await heard).toBe(true)
})
