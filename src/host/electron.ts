/**
 * The page's side of the desktop shell: the host port over the functions that preload put into the page. All the
 * work, and all checking, is on the other side of `contract.ts`.
 */
import { err, ok } from '#domain/result.ts'
import type { Bridge, PickedFile } from './contract.ts'
import { toSafeFileName } from './file-names.ts'
import type { ChosenFile, Host, RecordLog } from './host.ts'
import { pagesToBatches } from './segmented-log.ts'

declare global {
  interface Window {
    /** Put there by preload, on the desktop only. */
    readonly porchlight?: Bridge
  }
}

export function createElectronHost(bridge: Bridge, page: { title: string }): Host {
  return {
    kind: 'electron',
    durability: 'strong',
    keyFiles: {
      read: bridge.readKeyFile,
      replace: bridge.replaceKeyFile,
      remove: bridge.removeKeyFile,
    },
    attachments: {
      write: bridge.writeAttachment,
      read: bridge.readAttachment,
      list: bridge.listAttachments,
      remove: bridge.removeAttachment,
    },
    async openRecordLog(vaultId) {
      const opened = await bridge.openRecordLog(vaultId)
      return opened.ok ? ok(recordLogOver(bridge)) : opened
    },
    async claimWriter() {
      const claimed = await bridge.claimWriter()
      return claimed.ok ? ok({ release: () => void bridge.releaseWriter() }) : claimed
    },
    freeBytes: bridge.freeBytes,
    preferences: { read: bridge.readPreferences, write: bridge.writePreferences },
    async saveFile({ suggestedName, bytes }) {
      const saved = await bridge.saveFile(toSafeFileName(suggestedName), bytes)
      if (!saved.ok) return saved
      const { token, cloudFolder } = saved.value
      return ok({ reread: () => bridge.rereadSavedFile(token), cloudFolder })
    },
    saveParts: file => savePartsOver(bridge, file),
    async chooseFile({ extensions }) {
      const picked = await bridge.chooseFile(extensions)
      return picked.ok ? ok(chosenOver(bridge, picked.value)) : picked
    },
    async chooseFiles({ extensions }) {
      const picked = await bridge.chooseFiles(extensions)
      return picked.ok ? ok(picked.value.map(each => chosenOver(bridge, each))) : picked
    },
    openFile: ({ extensions, limitBytes }) => bridge.openFile(extensions, limitBytes),
    async printPage(paper, neutralTitle) {
      // The title becomes the PDF's own title, so nobody's name may stand there.
      const title = page.title
      page.title = neutralTitle
      try {
        return await bridge.printPage(paper)
      } finally {
        page.title = title
      }
    },
    onLockRequested: bridge.onLockRequested,
    replacePage: bridge.replacePage,
    removeGroup: bridge.removeGroup,
  }
}

async function savePartsOver(
  bridge: Bridge,
  { suggestedName, parts }: Parameters<Host['saveParts']>[0],
): ReturnType<Host['saveParts']> {
  const name = toSafeFileName(suggestedName)
  const begun = await bridge.beginSave(name)
  if (!begun.ok) return begun
  const { token, cloudFolder } = begun.value
  try {
    for await (const part of parts) {
      const written = await bridge.appendSave(token, part)
      if (written.ok) continue
      await bridge.endSave(token, false)
      return written
    }
  } catch (error) {
    await bridge.endSave(token, false)
    throw error
  }
  const ended = await bridge.endSave(token, true)
  if (!ended.ok) return ended
  const reopen = async () => {
    const bytes = await bridge.sizeOfChosen(token)
    return bytes === null ? null : chosenOver(bridge, { token, name, bytes })
  }
  return ok({ reopen, cloudFolder })
}

const chosenOver = (bridge: Bridge, { token, name, bytes }: PickedFile): ChosenFile => ({
  name,
  bytes,
  async read(offset, length) {
    const read = await bridge.readChosen(token, offset, length)
    if (read === null) throw new Error('the chosen file is gone')
    return read
  },
})

/** The other side has one log open at a time; this handle must not reach the next one after it was closed. */
function recordLogOver(bridge: Bridge): RecordLog {
  let closed = false
  return {
    append: async records => (closed ? err({ kind: 'closed' }) : bridge.appendRecords(records)),
    read: () => pagesToBatches(bridge.readRecords),
    stats: bridge.recordLogStats,
    async close() {
      if (closed) return
      closed = true
      await bridge.closeRecordLog()
    },
  }
}
