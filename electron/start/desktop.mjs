/**
 * The Electron runtime: whether it is here, and fetching it where that is possible. Its package is never loaded:
 * requiring it outside Electron starts a download of its own, without a limit of time.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PROBE_MS = 3000
const DOWNLOADS = 'https://github.com/electron/electron/releases/download/'

const electronFolder = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'))
/** @param {string} path */
const readText = path => readFileSync(path, 'utf8').trim()
/** @param {string} folder @returns {string} */
const wantedVersion = folder => JSON.parse(readText(join(folder, 'package.json'))).version

/** The executable of an installed runtime of the right version, or null. */
export function installedElectron() {
  try {
    const folder = electronFolder()
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
    const executable = join(dist, readText(join(folder, 'path.txt')))
    const version = readText(join(dist, 'version')).replace(/^v/, '')
    return existsSync(executable) && version === wantedVersion(folder) ? executable : null
  } catch {
    return null
  }
}

/** Why a window cannot open here even with the runtime, in words for a person; null where it can. */
function whyNoWindow() {
  if (process.platform !== 'linux') return null
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return hasScreen ? null : 'there is no screen here'
}

/** @returns {Promise<string | null>} */
export async function findElectron() {
  const obstacle = whyNoWindow()
  if (obstacle !== null) {
    console.log(`The desktop window cannot open because ${obstacle}; the same app runs in a browser instead.`)
    return null
  }
  return installedElectron() ?? (await fetchElectron())
}

async function fetchElectron() {
  const folder = electronFolder()
  if (await canDownload(wantedVersion(folder))) {
    console.log('Fetching the Electron runtime (about 110 MB, once)…')
    const code = await runToEnd(process.execPath, [join(folder, 'install.js')])
    const executable = code === 0 ? installedElectron() : null
    if (executable !== null) return executable
  }
  console.log(
    'The Electron runtime is not here and cannot be fetched; the same app runs in a browser instead.',
  )
  return null
}

/** @param {string} version */
async function canDownload(version) {
  const base = process.env.ELECTRON_MIRROR ?? DOWNLOADS
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    const response = await fetch(`${base}v${version}/SHASUMS256.txt`, { method: 'HEAD', signal })
    return response.ok
  } catch {
    return false
  }
}

/** @param {string} executable @param {string} root */
export function runElectron(executable, root) {
  return runToEnd(executable, [root])
}

/** @param {string} command @param {string[]} args @returns {Promise<number>} */
function runToEnd(command, args) {
  return new Promise(done => {
    const child = spawn(command, args, { stdio: 'inherit' })
    child.on('error', () => done(1))
    child.on('exit', code => done(code ?? 1))
  })
}
