/** Makes the checkout ready: packages as the lock file says, and a build that is as new as the sources. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const STAMP = join(root, 'out/built-from')
const BUILT = [
  'out/main/index.js',
  'out/main/loopback-server.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const SOURCES = [
  'src',
  'electron',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** @param {string} path */
const readJson = path => JSON.parse(readFileSync(join(root, path), 'utf8'))

/**
 * What npm wrote down when it last installed must have every package of the lock file at its version; those of other
 * systems are optional and may be missing.
 */
export function isInstalled() {
  try {
    const wanted = readJson('package-lock.json').packages
    const installed = readJson('node_modules/.package-lock.json').packages
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      const there = installed[path]
      return path === '' || (there === undefined ? optional === true : there.version === version)
    })
  } catch {
    return false
  }
}

export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing what package-lock.json lists (once, about a minute)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await run(npm, ['ci'])
  if (code === 0) return
  console.error(`${output}\nnpm ci failed, so Porchlight cannot start. Is this machine online?`)
  process.exit(1)
}

/** Names, sizes and times of everything that goes into the build. */
export function fingerprintOfSources() {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = path => {
    const full = join(root, path)
    const stats = statSync(full, { throwIfNoEntry: false })
    if (stats?.isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    else if (stats) hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`)
  }
  for (const path of SOURCES) add(path)
  return hash.digest('hex')
}

export function isBuilt() {
  const isThere = BUILT.every(path => existsSync(join(root, path)))
  return isThere && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprintOfSources()
}

/** Builds where the sources changed since the last build; false, and said, where that fails. */
export async function build() {
  if (isBuilt()) return true
  console.log('Building Porchlight (once after each change)…')
  const fingerprint = fingerprintOfSources()
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { code, output } = await run(process.execPath, [electronVite, 'build'])
  if (code === 0) writeFileSync(STAMP, fingerprint)
  else console.error(`${output}\nThe build failed.`)
  return code === 0
}

export async function ensureBuilt() {
  if (!(await build())) process.exit(1)
}

/**
 * Runs to the end and keeps what was said, to be shown only when it failed.
 * @param {string} command @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args) {
  return new Promise(done => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => {
        output += data
      })
    child.on('error', error => done({ code: 1, output: `${output}${error.message}` }))
    child.on('close', code => done({ code: code ?? 1, output }))
  })
}
