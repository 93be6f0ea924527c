/**
 * The desktop process: puts the guards up, then opens the one window. Nothing here may `await app.whenReady()` at the
 * top level: `ready` fires only after this module has been evaluated, so that would wait for ever.
 */
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, ipcMain, powerMonitor, protocol, session } from 'electron'
import { SCHEME } from '#host/contract.ts'
import { createAppProtocol } from './app-protocol.ts'
import { createChosenFiles } from './chosen-files.ts'
import { createChosenParts } from './chosen-parts.ts'
import { guardContents } from './contents-guards.ts'
import { createFileDialogs } from './dialogs.ts'
import { createGroupFiles } from './group-files.ts'
import { registerCapabilities } from './ipc.ts'
import { setMenu } from './menu.ts'
import { createPageLock, lockWithTheMachine } from './page-lock.ts'
import { createPrinting } from './print.ts'
import { guardSession } from './session-guards.ts'
import { setSwitches } from './switches.ts'
import { createWindow, focusWindow } from './window.ts'
import { createWriterClaims } from './writer-claim.ts'

const BUNDLES = join(import.meta.dirname, '..')

// Before the single-instance lock, which belongs to the profile. Electron itself does not promise to honour it.
const userDataDir = app.commandLine.getSwitchValue('user-data-dir')
if (userDataDir !== '') app.setPath('userData', resolve(userDataDir))

function start(): void {
  setSwitches(app.commandLine)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    // Never supportFetchAPI without corsEnabled: that let other origins read responses.
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
  ])
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(openApp)
}

async function openApp(): Promise<void> {
  setMenu(process.platform)
  await guardSession(session.defaultSession)
  protocol.handle(SCHEME, createAppProtocol(join(BUNDLES, 'renderer')))
  const window = createWindow(BUNDLES, !app.isPackaged)
  app.on('second-instance', () => focusWindow(window))
  connect(window)
}

/** Gives the page of `window` its capabilities, and takes back what it held when its process goes. */
function connect(window: BrowserWindow): void {
  const root = join(app.getPath('userData'), 'group')
  const contents = window.webContents
  const groupFiles = createGroupFiles(root)
  const claims = createWriterClaims(root, {
    now: () => Date.now(),
    pause: ms => new Promise(done => setTimeout(done, ms)),
  })
  const pageLock = createPageLock(contents, groupFiles.isLogOpen)
  const stopWatching = lockWithTheMachine(powerMonitor, pageLock.requestLock)
  const takeBack = (): void => {
    void groupFiles.closeRecordLog()
    void claims.releaseWriter()
  }
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) takeBack()
  })
  contents.on('render-process-gone', takeBack)
  window.on('closed', () => {
    stopWatching()
    takeBack()
  })
  const dialogs = createFileDialogs(window)
  registerCapabilities(ipcMain, {
    ...groupFiles,
    ...claims,
    ...createChosenFiles(dialogs),
    ...createChosenParts(dialogs),
    printPage: createPrinting(contents),
    async replacePage() {
      // After the answer is on its way: a page must not see its own request fail.
      setImmediate(pageLock.replacePage)
    },
  })
}

if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox')) {
  console.error('Porchlight does not run without its sandbox (--no-sandbox).')
  app.exit(1)
} else if (app.requestSingleInstanceLock()) start()
else app.quit()
