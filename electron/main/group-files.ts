/**
 * What the desktop keeps of a group, under one folder of the profile:
 *   keys/<name>                device.age, genesis, epoch files: replaced atomically
 *   log/<group>/<number>.seg   the record log
 *   attachments/<group>/<hash> sealed attachments
 *   preferences.json           language and theme, the only thing in clear
 */
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type AppendProblem,
  type Capabilities,
  DEFAULT_PREFERENCES,
  err,
  ok,
  openSegmentedLog,
  type PagedRecordLog,
  parsePreferences,
  type Result,
} from '#host/contract.ts'
import {
  ensureFolder,
  explainFileError,
  readFileOrNull,
  removeLeftovers,
  replaceFile,
} from './atomic-file.ts'
import { createAttachmentFolder } from './attachment-folder.ts'
import { openSegmentFolder } from './segment-folder.ts'

type Kept =
  | 'openRecordLog'
  | 'appendRecords'
  | 'readRecords'
  | 'recordLogStats'
  | 'closeRecordLog'
  | 'readKeyFile'
  | 'replaceKeyFile'
  | 'removeKeyFile'
  | 'writeAttachment'
  | 'readAttachment'
  | 'listAttachments'
  | 'removeAttachment'
  | 'freeBytes'
  | 'readPreferences'
  | 'writePreferences'
  | 'removeGroup'

export interface GroupFiles extends Pick<Capabilities, Kept> {
  /** True while the page has a record log open: then a screen lock must end with a new renderer process. */
  isLogOpen(): boolean
}

export function createGroupFiles(root: string): GroupFiles {
  const log = createOpenLog(join(root, 'log'))
  const keys = join(root, 'keys')
  const attachments = join(root, 'attachments')
  const preferencesPath = join(root, 'preferences.json')
  return {
    ...log.capabilities,
    ...createAttachmentFolder(attachments),
    isLogOpen: log.isOpen,
    readKeyFile: name => readFileOrNull(join(keys, name)),
    async replaceKeyFile(name, bytes) {
      try {
        await removeLeftovers(await ensureFolder(keys))
        await replaceFile(join(keys, name), bytes)
        return ok(undefined)
      } catch (error) {
        return err(explainFileError(error))
      }
    },
    removeKeyFile: name => rm(join(keys, name), { force: true }),
    async freeBytes() {
      const { bavail, bsize } = await statfs(await ensureFolder(root))
      return bavail * bsize
    },
    readPreferences: () => readPreferences(preferencesPath),
    async writePreferences(preferences) {
      await ensureFolder(root)
      await replaceFile(preferencesPath, new TextEncoder().encode(`${JSON.stringify(preferences)}\n`))
    },
    async removeGroup(vaultId) {
      await log.capabilities.closeRecordLog()
      // The keys first: without them what is left of an interrupted removal cannot be opened.
      await rm(keys, { recursive: true, force: true })
      await rm(join(root, 'log', vaultId), { recursive: true, force: true })
      await rm(join(attachments, vaultId), { recursive: true, force: true })
    },
  }
}

type LogCapabilities = Pick<
  Capabilities,
  'openRecordLog' | 'appendRecords' | 'readRecords' | 'recordLogStats' | 'closeRecordLog'
>

/** One log at a time; opening another closes the one before, so a reloaded page never meets its own old handle. */
function createOpenLog(folder: string): { readonly capabilities: LogCapabilities; isOpen(): boolean } {
  let log: PagedRecordLog | null = null
  const opened = (): PagedRecordLog => {
    if (log === null) throw new Error('no record log is open')
    return log
  }
  const close = async (): Promise<void> => {
    const closing = log
    log = null
    await closing?.close()
  }
  const capabilities: LogCapabilities = {
    async openRecordLog(vaultId) {
      await close()
      const found = await openFolderLog(join(folder, vaultId))
      if (!found.ok) return found
      log = found.value
      return ok(undefined)
    },
    appendRecords: async records => log?.append(records) ?? err({ kind: 'closed' }),
    readRecords: from => opened().readPage(from),
    recordLogStats: () => opened().stats(),
    closeRecordLog: close,
  }
  return { capabilities, isOpen: () => log !== null }
}

async function openFolderLog(folder: string): Promise<Result<PagedRecordLog, AppendProblem>> {
  try {
    return await openSegmentedLog(await openSegmentFolder(folder))
  } catch (error) {
    return err(explainFileError(error))
  }
}

async function readPreferences(path: string) {
  const bytes = await readFileOrNull(path)
  if (bytes === null) return DEFAULT_PREFERENCES
  try {
    return parsePreferences(JSON.parse(new TextDecoder().decode(bytes))) ?? DEFAULT_PREFERENCES
  } catch {
    return DEFAULT_PREFERENCES
  }
}
