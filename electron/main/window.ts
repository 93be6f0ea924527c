/** The one window: sandboxed, isolated, without Node, and with a title that never names anybody. */
import { join } from 'node:path'
import { BrowserWindow, type WebPreferences } from 'electron'
import { ORIGIN } from '#host/contract.ts'

export const WINDOW_TITLE = 'Porchlight'

export function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    enableWebSQL: false,
  }
}

export function createWindow(bundles: string, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1240,
    height: 820,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: WINDOW_TITLE,
    autoHideMenuBar: true,
    webPreferences: webPreferences(join(bundles, 'preload/index.cjs'), devTools),
  })
  // The page's title changes for printing; the task bar and the window switcher must not follow it.
  window.on('page-title-updated', event => event.preventDefault())
  // Amounts and names stay out of screen sharing (Windows and macOS; elsewhere it does nothing).
  window.setContentProtection(true)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/`)
  return window
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
