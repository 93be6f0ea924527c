/**
 * `session` and `protocol`. Chromium knows nothing of `app:`, so a custom scheme lives on https origins that do not
 * exist (`app://porchlight` is `https://porchlight.app.electron-stand-in.invalid`), every request to which is answered
 * by the scheme's handler before it could reach a network.
 */
import { EventEmitter } from 'node:events'
import { preventable } from './not-here.mjs'

const SUFFIX = 'electron-stand-in.invalid'

/** Translates addresses between the app's view (custom schemes) and Chromium's (https). */
export class Schemes {
  #names = new Set()

  add(name) {
    this.#names.add(name)
  }

  has(address) {
    return this.#names.has(/^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1])
  }

  toChromium(address) {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address)
    return match && this.#names.has(match[1])
      ? `https://${match[2]}.${match[1]}.${SUFFIX}${match[3] || '/'}`
      : address
  }

  fromChromium(text) {
    const pattern = new RegExp(
      `https://([a-z0-9.-]+)\\.([a-z][a-z0-9-]*)\\.${SUFFIX.replace('.', '\\.')}`,
      'gi',
    )
    return text.replace(pattern, '$2://$1')
  }
}

export class StandInProtocol {
  #app
  #schemes
  #handlers = new Map()

  constructor(app, schemes) {
    this.#app = app
    this.#schemes = schemes
  }

  registerSchemesAsPrivileged(list) {
    if (this.#app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before ready')
    for (const { scheme, privileges } of list) {
      if (!privileges.standard || !privileges.secure)
        throw new Error('electron stand-in: only standard, secure schemes are here')
      this.#schemes.add(scheme)
    }
  }

  handle(scheme, handler) {
    if (!this.#app.isReady()) throw new Error('protocol.handle can only be used after ready')
    this.#handlers.set(scheme, handler)
  }

  handlerFor(address) {
    return this.#handlers.get(/^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1])
  }
}

/** Electron's names for permissions, and Chromium's for what each decides. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
  'window-management': ['window-management'],
  'storage-access': ['storage-access'],
}

export class StandInSession extends EventEmitter {
  #asked = (_contents, _permission, decide) => decide(true)
  #checked = () => true
  #beforeRequest = null
  #answered = new Set()
  /** What was set and has no effect here, for tests to look at. */
  settings = {}

  webRequest = {
    onBeforeRequest: listener => {
      this.#beforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler) {
    this.#asked = handler
  }
  setPermissionCheckHandler(handler) {
    this.#checked = handler
  }
  setDevicePermissionHandler(handler) {
    this.settings.device = handler
  }
  setDisplayMediaRequestHandler(handler) {
    this.settings.displayMedia = handler
  }
  setBluetoothPairingHandler(handler) {
    this.settings.bluetooth = handler
  }
  setSpellCheckerEnabled(isEnabled) {
    this.settings.spellChecker = isEnabled
  }
  async setProxy(config) {
    this.settings.proxy = config
  }
  async clearCache() {}

  /** Puts both handlers' answers into Chromium for one origin, once. */
  async answerPermissions(browser, contents, chromiumOrigin, origin) {
    if (this.#answered.has(chromiumOrigin)) return
    this.#answered.add(chromiumOrigin)
    for (const [permission, names] of Object.entries(PERMISSIONS)) {
      const given = await new Promise(decide =>
        this.#asked(contents, permission, decide, { requestingUrl: `${origin}/` }),
      )
      const setting = given && this.#checked(contents, permission, `${origin}/`, {}) ? 'granted' : 'denied'
      for (const name of names)
        await browser
          .send('Browser.setPermission', { permission: { name }, setting, origin: chromiumOrigin })
          .catch(() => {})
    }
  }

  async mayRequest(details) {
    if (this.#beforeRequest === null) return true
    const { cancel } = await new Promise(decide => this.#beforeRequest(details, decide))
    return cancel !== true
  }

  /** True when a listener refused it. */
  refusesDownload(address) {
    const event = preventable()
    this.emit('will-download', event, { getURL: () => address }, null)
    return event.defaultPrevented
  }
}
