/**
 * A laptop with the soak's page on it: a profile on the disk, started, closed, killed and started again. `browser` is a
 * Chromium on the loopback server; `desktop` is the built shell in Electron or the stand-in.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { listen } from '../../../electron/loopback/server.ts'
import { chromiumLaunch } from '../browser/chromium.ts'
import { findRuntime } from '../electron/desktop.ts'
import type { BuiltPage } from './build-page.ts'
import { killAll, killRenderers, processesOf } from './processes.ts'

export const PASSPHRASE = 'walnut harbour seven quiet ladder'

export interface Laptop {
  readonly kind: 'browser' | 'desktop'
  /** Everything that the edition keeps. */
  readonly profile: string
  /** Starts it; resolves when the page knows what is on this laptop. */
  open(): Promise<Page>
  /** Ends it as a person does. */
  close(): Promise<void>
  /** SIGKILL of the processes that run the page; a page opens again in the same browser. Browser only. */
  killPage(): Promise<void>
  /** SIGKILL of everything: nothing is flushed, no handler runs. */
  killMain(): Promise<void>
  remove(): Promise<void>
}

/** What the desktop keeps lies here in a profile. */
export const DESKTOP_DATA = 'group'

async function ready(page: Page): Promise<Page> {
  await page.waitForFunction(() => window.soak !== undefined)
  await page.evaluate(() => window.soak.started)
  return page
}

async function untilGone(profile: string): Promise<void> {
  while (processesOf(profile).length > 0) await new Promise(resolve => setTimeout(resolve, 20))
}

export interface Site {
  readonly address: string
  stop(): Promise<void>
}

/** One server for as long as the laptop lives: storage belongs to its port. */
export async function serveSite(folder: string): Promise<Site> {
  const listening = await listen(folder, 0)
  if ('kind' in listening) throw new Error(listening.kind)
  const server: Server = listening.server
  return {
    address: `http://127.0.0.1:${listening.port}/`,
    async stop() {
      server.closeAllConnections()
      await new Promise<void>(done => server.close(() => done()))
    },
  }
}

export async function createBrowserLaptop(site: Site, profile?: string): Promise<Laptop> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'porchlight-soak-')))
  let context: BrowserContext | null = null
  const launch = async (): Promise<BrowserContext> => {
    const { args, ...launching } = chromiumLaunch()
    return await chromium.launchPersistentContext(folder, {
      ...launching,
      args,
      handleSIGINT: false,
      locale: 'en-CA',
    })
  }
  const laptop: Laptop = {
    kind: 'browser',
    profile: folder,
    async open() {
      context ??= await launch()
      const page = await context.newPage()
      // A page that was killed stays as an empty tab; it must not hold anything.
      for (const other of context.pages()) if (other !== page) await other.close()
      await page.goto(site.address)
      return ready(page)
    },
    async close() {
      await context?.close()
      context = null
      await untilGone(folder)
    },
    async killPage() {
      const page = context?.pages().at(-1)
      const crashed = page?.waitForEvent('crash')
      killRenderers(folder)
      await crashed
    },
    async killMain() {
      const closed = context?.waitForEvent('close')
      killAll(folder)
      await closed
      context = null
      await untilGone(folder)
    },
    async remove() {
      await laptop.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return laptop
}

export async function createDesktopLaptop({ shell }: BuiltPage, profile?: string): Promise<Laptop> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'porchlight-soak-')))
  const runtime = await findRuntime()
  const executable = runtime.kind === 'stand-in' ? { executablePath: runtime.executablePath } : {}
  let app: ElectronApplication | null = null
  const laptop: Laptop = {
    kind: 'desktop',
    profile: folder,
    async open() {
      const args = [shell, `--user-data-dir=${folder}`, '--lang=en-CA']
      app = await _electron.launch({ ...executable, args, cwd: shell })
      const page = await app.firstWindow()
      await page.waitForURL(/\/\/porchlight\b/)
      return ready(page)
    },
    async close() {
      await app?.close()
      app = null
      await untilGone(folder)
    },
    async killPage() {
      throw new Error('on the desktop a killed page is started again by the main process')
    },
    async killMain() {
      const closed = app?.waitForEvent('close')
      app?.process().kill('SIGKILL')
      await closed
      app = null
      await untilGone(folder)
    },
    async remove() {
      await laptop.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return laptop
}
