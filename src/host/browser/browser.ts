/**
 * The host of the browser edition: records and key files in the origin private file system through a worker of their
 * own, files through the browser's pickers where it has them, one writer through a Web Lock. The browser may evict
 * all of it; `durability` says so, and the page must.
 */
import { err, ok } from '#domain/result.ts'
import type { Host, RecordLog } from '../host.ts'
import { preferencesFromText } from '../preferences.ts'
import { pagesToBatches } from '../segmented-log.ts'
import { createKeeperClient } from './keeper-client.ts'
import type { KeeperRequests } from './keeper-messages.ts'
import {
  chooseOneFile,
  chooseSeveralFiles,
  openPickedFile,
  saveChosenFile,
  saveChosenParts,
} from './picked-files.ts'
import { watchForSuspend } from './suspend-watch.ts'

const WRITER_LOCK = 'porchlight-writer'
const WRITER_WAIT_MS = 2000
const PREFERENCES_KEY = 'porchlight-preferences'

/** `keeper` is the started `record-keeper.worker.ts`: only the composition root may make script addresses trusted. */
export function createBrowserHost(window: Window, keeper: Worker, now: () => number): Host {
  const { navigator, document, localStorage } = window
  const files = createKeeperClient(keeper)
  return {
    kind: 'browser',
    durability: 'browser',
    keyFiles: { read: files.readKeyFile, replace: files.replaceKeyFile, remove: files.removeKeyFile },
    attachments: {
      write: files.writeAttachment,
      read: files.readAttachment,
      list: files.listAttachments,
      remove: files.removeAttachment,
    },
    async openRecordLog(vaultId) {
      // Asked where something is about to be kept, and without waiting: a browser may show a question for it.
      void navigator.storage.persist?.().catch(() => false)
      const opened = await files.openRecordLog(vaultId)
      return opened.ok ? ok(recordLogOver(files)) : opened
    },
    claimWriter: () => claimLock(navigator.locks),
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate()
      return quota === undefined || usage === undefined ? null : quota - usage
    },
    preferences: {
      read: async () => preferencesFromText(localStorage.getItem(PREFERENCES_KEY)),
      write: async preferences => localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences)),
    },
    saveFile: ({ suggestedName, bytes }) => saveChosenFile(window, suggestedName, bytes),
    saveParts: ({ suggestedName, parts }) => saveChosenParts(window, suggestedName, parts),
    chooseFile: ({ extensions }) => chooseOneFile(window, extensions),
    chooseFiles: ({ extensions }) => chooseSeveralFiles(window, extensions),
    openFile: ({ extensions, limitBytes }) => openPickedFile(window, extensions, limitBytes),
    async printPage(_paper, neutralTitle) {
      // The browser prints the title in its margins and proposes it as the file name.
      const title = document.title
      document.title = neutralTitle
      window.print()
      document.title = title
      return ok(null)
    },
    onLockRequested: listener => watchForSuspend(window, now, listener),
    async replacePage() {
      window.location.reload()
      await new Promise(() => undefined)
    },
    removeGroup: files.removeGroup,
  }
}

function recordLogOver(files: KeeperRequests): RecordLog {
  let closed = false
  return {
    append: async records => (closed ? err({ kind: 'closed' }) : files.appendRecords(records)),
    read: () => pagesToBatches(files.readRecords),
    stats: files.recordLogStats,
    async close() {
      if (closed) return
      closed = true
      await files.closeRecordLog()
    },
  }
}

/** Held for as long as the promise inside is pending; the browser drops it with the window. */
function claimLock(locks: LockManager): ReturnType<Host['claimWriter']> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(WRITER_WAIT_MS)
    locks
      .request(
        WRITER_LOCK,
        { signal },
        () => new Promise<void>(release => resolve(ok({ release: () => release() }))),
      )
      .catch((error: unknown) => {
        if (signal.aborted) resolve(err({ kind: 'already-open' }))
        else reject(error)
      })
  })
}
