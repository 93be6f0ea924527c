/** The Chromium that specs run in: the system's own, with everything that would look for a network switched off. */
import { findChromium } from '../../../electron/start/open-browser.mjs'

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Chromium's sandbox cannot start as root, which is what a build container runs as. */
const isRoot = process.getuid?.() === 0

export function chromiumLaunch(): { readonly executablePath?: string; readonly args: string[] } {
  const executablePath = findChromium()
  const args = isRoot ? [...QUIET, '--no-sandbox'] : QUIET
  return executablePath === null ? { args } : { executablePath, args }
}
