/**
 * Opens the page in a window of its own in Chromium, Chrome or Edge where one is found (they can also save to a chosen
 * place), else in whatever browser the person uses.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PATHS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** @returns {string[]} */
function candidates() {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const named = CHROMIUM_PATH ? [CHROMIUM_PATH] : []
  if (process.platform === 'darwin')
    return [...named, ...MAC_APPS.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)]
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      name => process.env[name] ?? [],
    )
    return [...named, ...folders.flatMap(folder => WINDOWS_PATHS.map(path => join(folder, path)))]
  }
  const folders = PATH.split(delimiter)
  return [...named, ...LINUX_NAMES.flatMap(name => folders.map(folder => join(folder, name)))]
}

/** A Chromium, Chrome or Edge of this machine, or null. */
export function findChromium() {
  return candidates().find(path => existsSync(path)) ?? null
}

/** @param {string} address */
export function openInBrowser(address) {
  if (process.platform === 'linux') {
    // As root Chromium refuses to start, and without a screen nothing can show.
    const canShow = process.getuid?.() !== 0 && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    if (!canShow) return
  }
  const chromium = findChromium()
  const [command, ...args] = chromium === null ? systemOpener(address) : [chromium, `--app=${address}`]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`Please open ${address} in a browser.`))
    .unref()
}

/** @param {string} address @returns {[string, ...string[]]} */
function systemOpener(address) {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address]
  return ['xdg-open', address]
}
