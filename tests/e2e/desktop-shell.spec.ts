/** The desktop shell as an attacker in the page meets it: what it can reach, where it can go, what it can send. */
import { expect, test } from '../support/electron/desktop.ts'

test('the page sees one frozen bridge and nothing of Node or Electron', async ({ desktop }) => {
  const { page } = await desktop.start()
  const seen = await page.evaluate(() => ({
    isSecure: isSecureContext,
    nodes: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
    bridge: Object.keys(window.porchlight ?? {}).length,
    isFrozen: Object.isFrozen(window.porchlight),
    others: Object.keys(window).filter(name => /electron|ipc/i.test(name)),
  }))
  expect(seen).toEqual({ isSecure: true, nodes: [], bridge: 20, isFrozen: true, others: [] })
})
