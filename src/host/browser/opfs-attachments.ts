/**
 * Sealed attachments in the origin private file system: `attachments/<group>/<hash>`. Written in place and flushed; a
 * crash in between leaves bytes that are not of their name, which reading tells and which no record names.
 */
import type { AttachmentFile } from '../host.ts'
import { ATTACHMENT_DIRECTORY, exclusiveHandle, ignoreMissing } from './opfs-segments.ts'

const NAME = /^[0-9a-f]{64}$/

async function attachmentDirectory(vaultId: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  const all = await root.getDirectoryHandle(ATTACHMENT_DIRECTORY, { create: true })
  return all.getDirectoryHandle(vaultId, { create: true })
}

export async function writeOpfsAttachment(vaultId: string, hash: string, bytes: Uint8Array): Promise<void> {
  const directory = await attachmentDirectory(vaultId)
  const file = await directory.getFileHandle(hash, { create: true })
  try {
    const handle = await exclusiveHandle(file)
    try {
      handle.truncate(0)
      const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at: 0 })
      // A full disk can show itself as fewer bytes, without an exception.
      if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError')
      handle.flush()
    } finally {
      handle.close()
    }
  } catch (error) {
    await directory.removeEntry(hash).catch(ignoreMissing)
    throw error
  }
}

export async function readOpfsAttachment(vaultId: string, hash: string): Promise<Uint8Array | null> {
  try {
    const file = await (await (await attachmentDirectory(vaultId)).getFileHandle(hash)).getFile()
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    ignoreMissing(error)
    return null
  }
}

export async function listOpfsAttachments(vaultId: string): Promise<readonly AttachmentFile[]> {
  const found: AttachmentFile[] = []
  for await (const handle of (await attachmentDirectory(vaultId)).values()) {
    if (handle.kind !== 'file' || !NAME.test(handle.name)) continue
    const { size, lastModified } = await handle.getFile()
    found.push({ hash: handle.name, bytes: size, writtenAt: lastModified })
  }
  return found
}

export async function removeOpfsAttachment(vaultId: string, hash: string): Promise<void> {
  await (await attachmentDirectory(vaultId)).removeEntry(hash).catch(ignoreMissing)
}
