/** Starts the system's Chromium for the stand-in and routes what it reports: tabs, requests, downloads, titles. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../../../electron/start/open-browser.mjs'
import { DevToolsPipe } from './devtools-pipe.mjs'

const ALWAYS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding',
  '--force-color-profile=srgb',
]
const END_MS = 5000
const PRIVATE_DEATH_SIGNAL = '/usr/bin/setpriv'

const RESOURCE_TYPES = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
}

export class ChromiumProcess {
  #app
  #protocol
  #process = null
  #pipe = null
  #windows = []
  #awaitingTab = []

  constructor({ app, protocol, session, schemes, ipcMain }) {
    this.#app = app
    this.#protocol = protocol
    this.session = session
    this.schemes = schemes
    this.ipcMain = ipcMain
  }

  windows = () => [...this.#windows]
  contentsOfTab = targetId => this.#windows.find(({ contents }) => contents.targetId === targetId)?.contents

  async start() {
    const executable = findChromium()
    if (executable === null) throw new Error('electron stand-in: no Chromium found (CHROMIUM_PATH names one)')
    const profile = join(this.#app.getPath('userData'), 'chromium')
    mkdirSync(profile, { recursive: true })
    const switches = [...this.#app.switchesForChromium()].map(
      ([name, value]) => `--${name}${value && `=${value}`}`,
    )
    const args = [...ALWAYS, ...switches, `--user-data-dir=${profile}`]
    this.#process = spawnTogether(executable, args)
    this.#process.stderr.on('data', data => {
      // Playwright waits for this very line.
      for (const line of String(data).split('\n'))
        if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
    })
    this.#process.on('exit', code => {
      if (!this.#app.isQuitting()) process.exit(code ?? 1)
    })
    this.#pipe = new DevToolsPipe(this.#process.stdio[3], this.#process.stdio[4])
    await this.#route(this.#pipe.browser)
  }

  async #route(browser) {
    browser.on('Target.attachedToTarget', event => void this.#tabAppeared(event))
    browser.on('Target.targetDestroyed', ({ targetId }) => this.#tabClosed(targetId))
    browser.on('Target.targetInfoChanged', ({ targetInfo }) =>
      this.contentsOfTab(targetInfo.targetId)?.window.pageTitleChanged(targetInfo.title),
    )
    browser.on('Fetch.requestPaused', event => void this.#requested(event))
    browser.on('Browser.downloadWillBegin', ({ guid, url }) => {
      if (!this.session.refusesDownload(this.schemes.fromChromium(url)))
        console.error('electron stand-in: downloads are not here')
      browser.send('Browser.cancelDownload', { guid }).catch(() => {})
    })
    await browser.send('Target.setDiscoverTargets', { discover: true })
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
  }

  open(window) {
    this.#windows.push(window)
    this.#awaitingTab.push(window)
    void this.#pipe.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  }

  closeTab(targetId) {
    this.#pipe.browser.send('Target.closeTarget', { targetId }).catch(() => this.#tabClosed(targetId))
  }

  async #tabAppeared({ sessionId, targetInfo }) {
    const tab = this.#pipe.session(sessionId)
    if (targetInfo.type !== 'page') {
      await tab.send('Runtime.runIfWaitingForDebugger').catch(() => {})
      return
    }
    const window = targetInfo.openerId === undefined ? this.#awaitingTab.shift() : undefined
    if (window !== undefined) {
      await window.contents.attach(tab, targetInfo.targetId)
      return
    }
    // A link with a target, a form, or a script opened it: it never shows, and the app is asked.
    this.closeTab(targetInfo.targetId)
    const opener = this.contentsOfTab(targetInfo.openerId) ?? this.#windows[0]?.contents
    opener?.askToOpen(this.schemes.fromChromium(targetInfo.url))
  }

  #tabClosed(targetId) {
    const window = this.contentsOfTab(targetId)?.window
    this.#windows = this.#windows.filter(item => item !== window)
    window?.tabClosed()
  }

  answerPermissions(contents, chromiumOrigin) {
    const origin = this.schemes.fromChromium(chromiumOrigin)
    return this.session.answerPermissions(this.#pipe.browser, contents, chromiumOrigin, origin)
  }

  async #requested({ requestId, request, resourceType, frameId }) {
    const { browser } = this.#pipe
    const refuse = errorReason => browser.send('Fetch.failRequest', { requestId, errorReason })
    try {
      const contents = this.contentsOfTab(frameId)
      const address = this.schemes.fromChromium(request.url)
      const isMainDocument = resourceType === 'Document' && contents !== undefined
      if (isMainDocument && !contents.mayNavigate(request.url)) return await refuse('Aborted')
      const type = isMainDocument
        ? 'mainFrame'
        : resourceType === 'Document'
          ? 'subFrame'
          : RESOURCE_TYPES[resourceType]
      if (
        !(await this.session.mayRequest({
          url: address,
          method: request.method,
          resourceType: type ?? 'other',
        }))
      )
        return await refuse('BlockedByClient')
      if (!this.schemes.has(address)) return await browser.send('Fetch.continueRequest', { requestId })
      await this.#answer(requestId, address, request)
    } catch (error) {
      console.error('electron stand-in: a request failed:', error)
      await refuse('Failed').catch(() => {})
    }
  }

  async #answer(requestId, address, { method, headers }) {
    const handler = this.#protocol.handlerFor(address)
    const response = await handler(new Request(address, { method, headers }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    await this.#pipe.browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body,
    })
  }

  /** Chromium writes its databases out before it ends by itself. */
  async end() {
    if (this.#process === null || this.#process.exitCode !== null) return
    const gone = once(this.#process, 'exit')
    this.#pipe.browser.send('Browser.close').catch(() => {})
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), END_MS)
    await gone
    clearTimeout(timer)
  }
}

/** On Linux a killed stand-in takes its browser with it at once, as the real Electron does. */
function spawnTogether(executable, args) {
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe']
  const canTie = process.platform === 'linux' && existsSync(PRIVATE_DEATH_SIGNAL)
  return canTie
    ? spawn(PRIVATE_DEATH_SIGNAL, ['--pdeathsig', 'KILL', executable, ...args], { stdio })
    : spawn(executable, args, { stdio })
}
