/** `BrowserWindow` and its `webContents`, over one Chromium tab. */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createCloneCodec } from './clone-codec.mjs'
import { only, preventable } from './not-here.mjs'
import { BINDING_NAME, DELIVER_NAME, WORLD_NAME, worldSources } from './page-worlds.mjs'

const { encode, decode } = createCloneCodec()
const PAPERS = { Letter: [8.5, 11], A4: [8.27, 11.69] }

export class StandInWebContents extends EventEmitter {
  #chromium
  #preferences
  #tab = null
  #worlds = new Set()
  #address = ''
  #expected = null
  #openHandler = () => ({ action: 'allow' })
  #attached
  #whenAttached = new Promise(resolve => {
    this.#attached = resolve
  })
  isGone = false
  targetId = null

  constructor(chromium, preferences) {
    super()
    this.setMaxListeners(50)
    this.#chromium = chromium
    this.#preferences = preferences
    this.session = chromium.session
    const contents = this
    this.mainFrame = {
      parent: null,
      get url() {
        return contents.getURL()
      },
      get origin() {
        const { protocol, host } = new URL(contents.getURL())
        return `${protocol}//${host}`
      },
    }
  }

  /** Called once, before the tab runs any script. */
  async attach(tab, targetId) {
    this.#tab = tab
    this.targetId = targetId
    const preload = readFileSync(this.#preferences.preload, 'utf8')
    const { page, isolated } = worldSources(`stand-in-${randomUUID()}-`, preload)
    this.#listen(tab)
    await Promise.all([
      tab.send('Page.enable'),
      tab.send('Runtime.enable'),
      tab.send('Inspector.enable'),
      tab.send('Runtime.addBinding', { name: BINDING_NAME, executionContextName: WORLD_NAME }),
      tab.send('Page.addScriptToEvaluateOnNewDocument', { source: page }),
      tab.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD_NAME }),
      tab.send('Runtime.runIfWaitingForDebugger'),
    ])
    this.#attached()
  }

  #listen(tab) {
    const isOurWorld = ({ name, auxData }) => name === WORLD_NAME && auxData?.frameId === this.targetId
    tab.on('Runtime.executionContextCreated', ({ context }) => {
      if (isOurWorld(context)) this.#worlds.add(context.id)
    })
    tab.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#worlds.delete(executionContextId),
    )
    tab.on('Runtime.executionContextsCleared', () => this.#worlds.clear())
    tab.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      // From the isolated world of this window's main frame only; a page could otherwise forge messages.
      if (this.#worlds.has(executionContextId)) void this.#receive(JSON.parse(payload), executionContextId)
    })
    tab.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.#address = frame.url + (frame.urlFragment ?? '')
      this.emit('did-navigate', {}, this.getURL())
    })
    tab.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.#address = url
    })
    tab.on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    tab.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    tab.on('Inspector.targetCrashed', () => {
      this.#worlds.clear()
      this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
    })
  }

  async #receive(message, world) {
    if (message.type === 'open') this.askToOpen(this.#chromium.schemes.fromChromium(message.url))
    else if (message.type === 'preload-failed') console.error(`preload failed: ${message.message}`)
    else if (message.type === 'invoke') {
      const event = { sender: this, senderFrame: this.mainFrame }
      const outcome = await this.#chromium.ipcMain.call(event, message.channel, decode(message.args)).then(
        value => ({ value: encode(value) }),
        error => ({ error: String(error) }),
      )
      this.#deliver(world, { type: 'result', id: message.id, ...outcome })
    }
  }

  #deliver(world, message) {
    const expression = `window.${DELIVER_NAME}(${JSON.stringify(message)})`
    // The world may be gone by now, with the page that asked.
    this.#tab.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {})
  }

  send(channel, ...args) {
    for (const world of this.#worlds) this.#deliver(world, { type: 'event', channel, args: encode(args) })
  }

  /** Asked before a document loads in this tab: true lets it. */
  mayNavigate(chromiumAddress) {
    const url = this.#chromium.schemes.fromChromium(chromiumAddress)
    const isOurs = this.#expected === chromiumAddress
    if (isOurs) this.#expected = null
    else {
      const event = preventable({ url, isMainFrame: true, isSameDocument: false })
      this.emit('will-frame-navigate', event)
      if (!event.defaultPrevented) this.emit('will-navigate', event, url)
      if (event.defaultPrevented) return false
    }
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
    return true
  }

  askToOpen(url) {
    const { action } = this.#openHandler({ url, frameName: '', features: '' })
    if (action !== 'deny') throw new Error('electron stand-in: child windows are not here')
  }

  async loadURL(address) {
    await this.#whenAttached
    const url = new URL(this.#chromium.schemes.toChromium(address))
    await this.#chromium.answerPermissions(this, url.origin)
    this.#expected = url.href
    const loaded = new Promise(resolve => this.#tab.once('Page.loadEventFired', resolve))
    const { errorText } = await this.#tab.send('Page.navigate', { url: url.href })
    if (errorText) throw new Error(`${errorText} loading '${address}'`)
    await loaded
  }

  getURL = () => this.#chromium.schemes.fromChromium(this.#address)
  isDestroyed = () => this.isGone
  close = () => this.window.close()
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy) {
    this.webRtcPolicy = policy
  }
  getLastWebPreferences = () => this.#preferences
  forcefullyCrashRenderer() {
    this.#tab.send('Page.crash').catch(() => {})
  }

  async executeJavaScript(expression) {
    await this.#whenAttached
    const { result, exceptionDetails } = await this.#tab.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async printToPDF({ pageSize = 'Letter', preferCSSPageSize, printBackground, ...tagging }) {
    const [paperWidth, paperHeight] = PAPERS[pageSize]
    const { generateTaggedPDF, generateDocumentOutline } = tagging
    const { data } = await this.#tab.send('Page.printToPDF', {
      paperWidth,
      paperHeight,
      preferCSSPageSize,
      printBackground,
      generateTaggedPDF,
      generateDocumentOutline,
    })
    return Buffer.from(data, 'base64')
  }
}

/** The class that the `electron` module gives out, bound to one Chromium. */
export function createBrowserWindowClass(chromium, app) {
  let lastId = 0
  return class BrowserWindow extends EventEmitter {
    #isVisible
    #isMinimized = false
    #isClosed = false
    isContentProtected = false
    id = ++lastId

    constructor(options) {
      super()
      if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
      this.#isVisible = options.show !== false
      this.contents = new StandInWebContents(chromium, options.webPreferences)
      this.contents.window = this
      this.webContents = only('webContents', this.contents)
      this.title = options.title ?? app.getName()
      this.contents.once('dom-ready', () => setImmediate(() => this.emit('ready-to-show')))
      chromium.open(this)
      app.emit('web-contents-created', {}, this.webContents)
    }

    static getAllWindows = () => chromium.windows()
    static fromWebContents = ({ targetId }) =>
      chromium.windows().find(({ contents }) => contents.targetId === targetId) ?? null

    loadURL = address => this.contents.loadURL(address)
    isDestroyed = () => this.#isClosed
    isVisible = () => this.#isVisible
    isMinimized = () => this.#isMinimized
    getTitle = () => this.title
    show() {
      this.#isVisible = true
      this.emit('show')
    }
    focus() {
      this.emit('focus')
    }
    minimize() {
      this.#isMinimized = true
    }
    restore() {
      this.#isMinimized = false
    }
    setContentProtection(isOn) {
      this.isContentProtected = isOn
    }
    close() {
      const event = preventable()
      this.emit('close', event)
      if (!event.defaultPrevented) chromium.closeTab(this.contents.targetId)
    }
    /** Chromium renamed the tab; a listener may keep the window's own title. */
    pageTitleChanged(title) {
      const event = preventable()
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.title = title
    }
    tabClosed() {
      if (this.#isClosed) return
      this.#isClosed = true
      this.contents.isGone = true
      this.emit('closed')
      app.windowClosed()
    }
  }
}
