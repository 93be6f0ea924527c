/** `app`: where things are, switches for Chromium, the life cycle, and the lock of a single instance. */
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { preventable } from './not-here.mjs'

/** A second start leaves a file here for the first one, which looks when told by a signal. */
const LOCK_FILE = 'single-instance.lock'
const SECOND_START_FILE = 'second-start.json'

/** `--name=value` arguments, as Chromium reads them. */
export function readSwitches(args) {
  const switches = new Map()
  for (const arg of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg)
    if (match) switches.set(match[1], match[2] ?? '')
  }
  return switches
}

function isRunning(processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

export class StandInApp extends EventEmitter {
  isPackaged = false
  #given
  #appended = new Map()
  #paths = new Map()
  #manifest
  #folder
  #markReady
  #whenReady = new Promise(resolve => {
    this.#markReady = resolve
  })
  #isReady = false
  #isQuitting = false
  #lockPath = null
  /** Set by the composition: ends Chromium, and says which windows are open. */
  chromium = { end: async () => {}, windows: () => [] }

  constructor({ args, manifest, folder }) {
    super()
    this.#given = readSwitches(args)
    this.#manifest = manifest
    this.#folder = folder
    this.commandLine = {
      appendSwitch: (name, value = '') => this.#appended.set(name, value),
      hasSwitch: name => this.#appended.has(name) || this.#given.has(name),
      getSwitchValue: name => this.#appended.get(name) ?? this.#given.get(name) ?? '',
    }
  }

  /** What Chromium is to be started with. */
  switchesForChromium() {
    const ownBusiness = ['inspect', 'user-data-dir']
    return new Map([...this.#given, ...this.#appended].filter(([name]) => !ownBusiness.includes(name)))
  }

  getName = () => this.#manifest.productName ?? this.#manifest.name
  getVersion = () => this.#manifest.version
  getAppPath = () => this.#folder
  getLocale = () => this.commandLine.getSwitchValue('lang') || 'en-CA'
  whenReady = () => this.#whenReady
  isReady = () => this.#isReady
  isQuitting = () => this.#isQuitting

  enableSandbox() {
    if (this.#isReady) throw new Error('enableSandbox must be called before ready')
  }

  setPath(name, path) {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    this.#paths.set(name, path)
  }

  getPath(name) {
    const set = this.#paths.get(name)
    if (set !== undefined) return set
    if (name === 'userData') return join(homedir(), '.config', this.getName())
    if (name === 'temp') return tmpdir()
    if (name === 'documents') return join(this.getPath('userData'), 'documents')
    throw new Error(`Failed to get '${name}' path`)
  }

  requestSingleInstanceLock() {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, LOCK_FILE)
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
    } catch {
      const holder = Number(readFileSync(path, 'utf8'))
      if (isRunning(holder)) {
        writeFileSync(
          join(folder, SECOND_START_FILE),
          JSON.stringify({ argv: process.argv, cwd: process.cwd() }),
        )
        process.kill(holder, 'SIGUSR2')
        return false
      }
      rmSync(path, { force: true })
      return this.requestSingleInstanceLock()
    }
    this.#lockPath = path
    process.on('SIGUSR2', () => {
      const { argv, cwd } = JSON.parse(readFileSync(join(folder, SECOND_START_FILE), 'utf8'))
      this.emit('second-instance', {}, argv, cwd)
    })
    return true
  }

  fireReady() {
    if (this.#isQuitting) return
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#markReady()
  }

  quit() {
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    for (const window of this.chromium.windows()) window.close()
    if (this.chromium.windows().length === 0) void this.#end(0)
    else this.#quitsWhenClosed = true
  }

  #quitsWhenClosed = false

  windowClosed() {
    if (this.chromium.windows().length > 0 || this.#isQuitting) return
    if (this.#quitsWhenClosed || this.listenerCount('window-all-closed') === 0) void this.#end(0)
    else this.emit('window-all-closed')
  }

  async #end(code) {
    if (this.#isQuitting) return
    this.#isQuitting = true
    this.emit('will-quit', preventable())
    this.emit('quit', {}, code)
    await this.exit(code)
  }

  async exit(code = 0) {
    this.#isQuitting = true
    if (this.#lockPath !== null) rmSync(this.#lockPath, { force: true })
    await this.chromium.end()
    process.exit(code)
  }
}
