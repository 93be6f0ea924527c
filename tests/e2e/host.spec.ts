/** The browser host passes the suite of every host, in a real page under the real content security policy. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { build } from 'vite'
import { listen } from '../../electron/loopback/server.ts'
import { HOST_CASES } from '../acceptance/host.ts'

const PAGE = resolve(import.meta.dirname, '../support/browser')

const test = base.extend<object, { hostPage: string }>({
  hostPage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'porchlight-host-page-'))
      await build({
        root: PAGE,
        configFile: false,
        logLevel: 'error',
        worker: { format: 'es' },
        build: {
          outDir: folder,
          emptyOutDir: true,
          assetsInlineLimit: 0,
          modulePreload: false,
          rolldownOptions: { input: join(PAGE, 'host-page.html') },
        },
      })
      const listening = await listen(folder, 0)
      if ('kind' in listening) throw new Error(listening.kind)
      await use(`http://127.0.0.1:${listening.port}/host-page.html`)
      await stop(listening.server)
      await rm(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
})

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(done => server.close(() => done()))
}

test('the page has the cases that are listed here', async ({ page, hostPage }) => {
  await page.goto(hostPage)
  expect(await page.evaluate(() => window.hostCases)).toEqual(HOST_CASES.map(({ name }) => name))
})

for (const { name } of HOST_CASES)
  test(`browser host: ${name}`, async ({ page, hostPage }) => {
    await page.goto(hostPage)
    await page.evaluate(wanted => window.runHostCase(wanted), name)
  })
