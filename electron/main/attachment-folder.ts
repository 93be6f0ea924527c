/**
 * Sealed attachments on the desktop: `attachments/<group>/<hash>`, written beside, fsynced and renamed. The names are
 * checked by the contract before they come here: digits and letters only, so no name leads out of the folder.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type AttachmentFile, type Capabilities, err, ok } from '#host/contract.ts'
import {
  ensureFolder,
  errorCode,
  explainFileError,
  readFileOrNull,
  removeLeftovers,
  replaceFile,
} from './atomic-file.ts'

const NAME = /^[0-9a-f]{64}$/

export type AttachmentCapabilities = Pick<
  Capabilities,
  'writeAttachment' | 'readAttachment' | 'listAttachments' | 'removeAttachment'
>

export function createAttachmentFolder(root: string): AttachmentCapabilities {
  const pathOf = (vaultId: string, hash: string): string => join(root, vaultId, hash)
  return {
    async writeAttachment(vaultId, hash, bytes) {
      try {
        await removeLeftovers(await ensureFolder(join(root, vaultId)))
        await replaceFile(pathOf(vaultId, hash), bytes)
        return ok(undefined)
      } catch (error) {
        return err(explainFileError(error))
      }
    },
    readAttachment: (vaultId, hash) => readFileOrNull(pathOf(vaultId, hash)),
    async listAttachments(vaultId) {
      const names = await namesIn(join(root, vaultId))
      const files = await Promise.all(names.map(name => fileAt(pathOf(vaultId, name), name)))
      return files.filter(file => file !== null)
    },
    removeAttachment: (vaultId, hash) => rm(pathOf(vaultId, hash), { force: true }),
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(name => NAME.test(name))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function fileAt(path: string, hash: string): Promise<AttachmentFile | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true ? { hash, bytes: found.size, writtenAt: Math.round(found.mtimeMs) } : null
}
