/** The browser edition: the built page served on 127.0.0.1, and a browser window opened on it. */
import { join } from 'node:path'
import { openInBrowser } from './open-browser.mjs'
import { root } from './prepare.mjs'

/**
 * Runs until it is stopped. Gives the exit code where there is nothing to run.
 * @param {{ port: string | undefined, opens: boolean }} how
 */
export async function serve({ port: asked, opens }) {
  const { addressOf, DEFAULT_PORT, listen } = await import('../../out/main/loopback-server.js')
  const port = asked === undefined ? DEFAULT_PORT : Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port takes a number from 0 to 65535, not “${asked}”.`)
    return 1
  }
  const listening = await listen(join(root, 'out/renderer'), port)
  if ('kind' in listening)
    return listening.kind === 'already-running' ? showRunning(addressOf(port), opens) : portTaken(port)
  const address = addressOf(listening.port)
  if (port !== DEFAULT_PORT)
    console.log('This port is a separate store: what is kept under another port is not in it.')
  console.log(`Porchlight is at ${address} (Ctrl+C stops it)`)
  if (opens) openInBrowser(address)
  return undefined
}

/** @param {string} address @param {boolean} opens */
function showRunning(address, opens) {
  console.log(`Porchlight is already running at ${address}`)
  if (opens) openInBrowser(address)
  return 0
}

/** @param {number} port */
function portTaken(port) {
  console.error(
    `Another program uses port ${port}, which Porchlight's storage belongs to: close it and start again.`,
  )
  return 1
}
