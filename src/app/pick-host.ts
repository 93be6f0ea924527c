/** Which host this page has. */
import { createBrowserHost } from '#host/browser/browser.ts'
import { createElectronHost } from '#host/electron.ts'
import type { Host } from '#host/host.ts'
import type { WorkerFactory } from './trusted-workers.ts'

/** The preload script's bridge is there on the desktop only; see `electron/preload`. */
export function pickHost(window: Window, workers: WorkerFactory): Host {
  const bridge = window.porchlight
  return bridge
    ? createElectronHost(bridge, window.document)
    : createBrowserHost(window, workers.recordKeeper(), Date.now)
}
