/**
 * The worker that holds the origin private file system's synchronous handles, for the record log and the key files
 * of the browser edition. It is apart from the vault worker so that terminating the keys on lock never cuts a write.
 */
import { err, ok } from '#domain/result.ts'
import { openSegmentedLog, type PagedRecordLog } from '../segmented-log.ts'
import type { KeeperAnswer, KeeperQuestion, KeeperRequests } from './keeper-messages.ts'
import {
  listOpfsAttachments,
  readOpfsAttachment,
  removeOpfsAttachment,
  writeOpfsAttachment,
} from './opfs-attachments.ts'
import { explainStorageError, openOpfsSegments, removeOpfsGroup } from './opfs-segments.ts'
import { readSlotFile, removeSlotFile, replaceSlotFile } from './slot-files.ts'

let log: PagedRecordLog | null = null

function opened(): PagedRecordLog {
  if (log === null) throw new Error('no record log is open')
  return log
}

const requests: KeeperRequests = {
  async openRecordLog(vaultId) {
    await log?.close()
    log = null
    try {
      const found = await openSegmentedLog(await openOpfsSegments(vaultId))
      if (!found.ok) return found
      log = found.value
      return ok(undefined)
    } catch (error) {
      return err(explainStorageError(error))
    }
  },
  appendRecords: async records => log?.append(records) ?? err({ kind: 'closed' }),
  readRecords: from => opened().readPage(from),
  recordLogStats: () => opened().stats(),
  async closeRecordLog() {
    await log?.close()
    log = null
  },
  readKeyFile: readSlotFile,
  async replaceKeyFile(name, bytes) {
    try {
      await replaceSlotFile(name, bytes)
      return ok(undefined)
    } catch (error) {
      return err(explainStorageError(error))
    }
  },
  removeKeyFile: removeSlotFile,
  async writeAttachment(vaultId, hash, bytes) {
    try {
      await writeOpfsAttachment(vaultId, hash, bytes)
      return ok(undefined)
    } catch (error) {
      return err(explainStorageError(error))
    }
  },
  readAttachment: readOpfsAttachment,
  listAttachments: listOpfsAttachments,
  removeAttachment: removeOpfsAttachment,
  async removeGroup(vaultId) {
    await log?.close()
    log = null
    await removeOpfsGroup(vaultId)
  },
}

/** Slot files are read and written in two steps, so requests must not overlap. */
let queue: Promise<unknown> = Promise.resolve()

async function answer({ id, method, args }: KeeperQuestion): Promise<void> {
  const call = requests[method] as (...args: readonly unknown[]) => Promise<unknown>
  try {
    postMessage({ id, value: await call(...args) } satisfies KeeperAnswer)
  } catch (error) {
    postMessage({
      id,
      failure: error instanceof Error ? error.message : String(error),
    } satisfies KeeperAnswer)
  }
}

self.addEventListener('message', ({ data }: MessageEvent<KeeperQuestion>) => {
  queue = queue.then(() => answer(data))
})
