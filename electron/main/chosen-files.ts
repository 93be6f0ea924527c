/**
 * Saving to and opening from the place that the person chose in the system's own dialog. The page never learns a
 * path and never names one: it gets a token for reading back what it saved.
 */
import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Capabilities, err, ok } from '#host/contract.ts'
import { errorCode, explainFileError, readFileOrNull, replaceFile } from './atomic-file.ts'

/** The dialogs, so that what happens around them can be tested without a screen. */
export interface FileDialogs {
  /** The full path, or null when cancelled. */
  askWhereToSave(suggestedName: string): Promise<string | null>
  askWhichToOpen(extensions: readonly string[]): Promise<string | null>
  /** None when cancelled. */
  askWhichOnesToOpen(extensions: readonly string[]): Promise<readonly string[]>
}

/** Folders that a cloud service copies away: worth a word when what is saved is not sealed. */
const CLOUD_FOLDERS =
  /[\\/](dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|pcloud ?drive|box|mega|proton ?drive|synology ?drive|sync)( ?-[^\\/]*|\s[^\\/]*)?[\\/]/i

export const isInCloudFolder = (path: string): boolean => CLOUD_FOLDERS.test(path)

export function createChosenFiles(
  dialogs: FileDialogs,
): Pick<Capabilities, 'saveFile' | 'rereadSavedFile' | 'openFile'> {
  const savedPaths = new Map<string, string>()
  return {
    async saveFile(suggestedName, bytes) {
      const path = await dialogs.askWhereToSave(suggestedName)
      if (path === null) return err({ kind: 'cancelled' })
      try {
        await replaceFile(path, bytes)
      } catch (error) {
        return err(explainFileError(error))
      }
      const token = randomBytes(16).toString('hex')
      savedPaths.set(token, path)
      return ok({ token, cloudFolder: isInCloudFolder(path) })
    },
    async rereadSavedFile(token) {
      const path = savedPaths.get(token)
      return path === undefined ? null : readFileOrNull(path)
    },
    async openFile(extensions, limitBytes) {
      const path = await dialogs.askWhichToOpen(extensions)
      if (path === null) return err({ kind: 'cancelled' })
      try {
        return await readChosen(path, limitBytes)
      } catch (error) {
        return err({ kind: 'io', code: errorCode(error) })
      }
    },
  }
}

async function readChosen(path: string, limitBytes: number): ReturnType<Capabilities['openFile']> {
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return err({ kind: 'io', code: 'EISDIR' })
    if (stats.size > limitBytes) return err({ kind: 'too-big', limitBytes })
    const bytes = new Uint8Array(stats.size)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return ok({ name: basename(path), bytes: bytes.subarray(0, bytesRead) })
  } finally {
    await file.close()
  }
}
