/** The browser edition serves the same policy: thirteen of the fourteen probes are refused in a plain browser too. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { listen } from '../../electron/loopback/server.ts'
import { POLICY_PROBES } from '../support/electron/policy-probes.ts'

test('script in the page of the browser edition gets nothing run and nothing out', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-policy-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><script src="probes.js" defer></script><body>')
  await writeFile(join(folder, 'probes.js'), POLICY_PROBES)
  const listening = await listen(folder, 0)
  if ('kind' in listening) throw new Error(listening.kind)
  await page.goto(`http://127.0.0.1:${listening.port}/`)
  const { webRtc, ...results } = await page.evaluate(() => window.probeResults)
  expect(Object.keys(results)).toHaveLength(13)
  expect(Object.entries(results).filter(([, result]) => result !== 'refused')).toEqual([])
  // No policy covers WebRTC: the desktop shell closes it, and our own code never uses it.
  expect(webRtc).toBeDefined()
  listening.server.closeAllConnections()
  listening.server.close()
  await rm(folder, { recursive: true })
})
