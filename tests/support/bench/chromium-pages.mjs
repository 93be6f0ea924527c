/** One Chromium with a profile of its own, and a loopback server for the pages of the benches. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import sirv from 'sirv'
import { findChromium } from '../../../electron/start/open-browser.mjs'

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** @returns {Promise<{ context: import('@playwright/test').BrowserContext, close: () => Promise<void> }>} */
export async function startChromium() {
  const profile = mkdtempSync(join(tmpdir(), 'porchlight-bench-'))
  const executablePath = findChromium()
  // Chromium's sandbox cannot start as root, which is what a build container runs as.
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    args,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/**
 * @param {string} folder @param {Map<string, string>} texts what else is served, by path
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, texts = new Map()) {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? '')
    if (text === undefined) return files(request, response)
    response.setHeader('Content-Type', request.url?.endsWith('.json') ? 'application/json' : 'text/html')
    response.end(text)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', () => done(undefined)))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

/** Bytes of the page's heap that are reached, typed arrays included. @param {import('@playwright/test').CDPSession} session */
export async function reachedBytes(session) {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage')
  return usedSize + backingStorageSize
}
