/**
 * A laptop of which every file is watched: home, profile, cache and temporary folder lie in one folder of the test's
 * own, so that nothing can be written beside where it is searched for.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, expect, type Page } from '@playwright/test'
import { decodeSlot } from '#host/browser/slot-format.ts'
import type { KeyFileSet } from '#vault/vault.ts'
import { chromiumLaunch } from '../browser/chromium.ts'
import { startEdition } from '../browser/edition.ts'
import type { Desktop } from '../electron/desktop.ts'
import { browserMachine, desktopMachine, type JourneyMachine } from '../journey/machine.ts'

export interface WatchedLaptop {
  readonly machine: JourneyMachine
  /** All folders that a program on this laptop may write to. */
  readonly folders: readonly string[]
  keyFiles(): Promise<KeyFileSet>
  /** Every string that the page has in memory; null where the machine does not tell. */
  stringsInMemory(): Promise<string | null>
  /** Ends it as a person does. */
  close(): Promise<void>
  remove(): Promise<void>
}

const TIME_ZONE = 'America/Toronto'
const ACTION_MS = 30_000

async function newHome(): Promise<{ readonly path: string; readonly env: Record<string, string> }> {
  const path = await mkdtemp(join(tmpdir(), 'porchlight-watched-'))
  const folder = async (name: string): Promise<string> => {
    await mkdir(join(path, name))
    return join(path, name)
  }
  const temporary = await folder('tmp')
  const env = {
    HOME: await folder('home'),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    XDG_CACHE_HOME: await folder('cache'),
    XDG_CONFIG_HOME: await folder('config'),
    XDG_DATA_HOME: await folder('data'),
  }
  return { path, env }
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))

export async function watchedBrowser(): Promise<WatchedLaptop> {
  const home = await newHome()
  const edition = await startEdition()
  const context = await chromium.launchPersistentContext(join(home.path, 'profile'), {
    ...chromiumLaunch(),
    env: { ...ownEnvironment(), ...home.env },
    locale: 'en-CA',
    timezoneId: TIME_ZONE,
  })
  context.setDefaultTimeout(ACTION_MS)
  const outside: string[] = []
  context.on('request', request => {
    if (!request.url().startsWith(edition.address) && !/^(data|blob):/.test(request.url()))
      outside.push(request.url())
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const machine = await browserMachine(page)
  await page.goto(edition.address)
  return {
    machine,
    folders: [home.path],
    keyFiles: () => keyFilesOfOrigin(page),
    stringsInMemory: async () => stringsOf(await context.newCDPSession(page)),
    async close() {
      await context.close()
      expect(outside, 'requests that left the app').toEqual([])
    },
    async remove() {
      await edition.stop()
      await machine.remove()
      await rm(home.path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** From the origin private file system, as any script of this origin could. */
async function keyFilesOfOrigin(page: Page): Promise<KeyFileSet> {
  const slots = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const keys = await root.getDirectoryHandle('keys')
    const found: [name: string, bytes: number[]][] = []
    for await (const [name, handle] of keys.entries())
      if (handle instanceof FileSystemFileHandle) {
        const file = await handle.getFile()
        found.push([name, [...new Uint8Array(await file.arrayBuffer())]])
      }
    return found
  })
  const newest = new Map<string, { readonly generation: number; readonly bytes: Uint8Array }>()
  for (const [slot, bytes] of slots) {
    const name = slot.replace(/\.[ab]$/, '')
    const file = decodeSlot(Uint8Array.from(bytes))
    if (file !== null && file.generation > (newest.get(name)?.generation ?? 0)) newest.set(name, file)
  }
  return Object.fromEntries([...newest].map(([name, { bytes }]) => [name, bytes]))
}

/** V8 collects what nothing holds before it writes a snapshot; what is in one is held by something. */
async function stringsOf(session: CDPSession): Promise<string> {
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const { strings } = JSON.parse(chunks.join('')) as { readonly strings: readonly string[] }
  return strings.join('\n')
}

export async function watchedDesktop(desktop: Desktop): Promise<WatchedLaptop> {
  const home = await newHome()
  const machine = await desktopMachine(desktop, TIME_ZONE, home.env)
  const keys = join(desktop.profile, 'group/keys')
  return {
    machine,
    folders: [home.path, desktop.profile],
    async keyFiles() {
      const names = await readdir(keys)
      const files = names.map(async name => [name, new Uint8Array(await readFile(join(keys, name)))] as const)
      return Object.fromEntries(await Promise.all(files))
    },
    stringsInMemory: async () => null,
    close: () => machine.quit(),
    async remove() {
      await machine.remove()
      await rm(home.path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
