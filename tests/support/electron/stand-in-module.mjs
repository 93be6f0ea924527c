/** The `electron` module of the main process, put together from its parts. */
import { EventEmitter } from 'node:events'
import { ChromiumProcess } from './chromium-process.mjs'
import { notHere, only } from './not-here.mjs'
import { StandInApp } from './stand-in-app.mjs'
import { Schemes, StandInProtocol, StandInSession } from './stand-in-session.mjs'
import { createBrowserWindowClass } from './stand-in-window.mjs'

const ABSENT = [
  'autoUpdater',
  'BaseWindow',
  'clipboard',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'Notification',
  'powerSaveBlocker',
  'safeStorage',
  'screen',
  'shell',
  'systemPreferences',
  'Tray',
  'utilityProcess',
  'WebContentsView',
]

class StandInIpcMain {
  #handlers = new Map()

  handle(channel, handler) {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  async call(event, channel, args) {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

function createMenu() {
  let applicationMenu
  return {
    setApplicationMenu(menu) {
      applicationMenu = menu
    },
    getApplicationMenu: () => applicationMenu,
    buildFromTemplate: template => ({ template }),
  }
}

/** `command` is what the executable was started with: its arguments, and the app's folder and manifest. */
export function createElectronModule(command) {
  const app = new StandInApp(command)
  const schemes = new Schemes()
  const protocol = new StandInProtocol(app, schemes)
  const session = new StandInSession()
  const ipcMain = new StandInIpcMain()
  const chromium = new ChromiumProcess({ app, protocol, session: only('session', session), schemes, ipcMain })
  app.chromium = chromium
  const dialog = {
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  }
  const webContents = {
    fromDevToolsTargetId: targetId => chromium.contentsOfTab(targetId),
    getAllWebContents: () => chromium.windows().map(({ contents }) => contents),
  }
  const electron = {
    app: only('app', app),
    BrowserWindow: createBrowserWindowClass(chromium, app),
    dialog: only('dialog', dialog),
    ipcMain: only('ipcMain', ipcMain),
    Menu: only('Menu', createMenu()),
    powerMonitor: new EventEmitter(),
    protocol: only('protocol', protocol),
    session: only('session', { defaultSession: only('session', session) }),
    webContents: only('webContents', webContents),
    ...Object.fromEntries(ABSENT.map(name => [name, notHere(name)])),
  }
  return { electron, app, chromium }
}
