/**
 * Small files replaced atomically where there is no rename to rely on: two slots, `<name>.a` and `<name>.b`, written
 * in turn. The slot with the greatest generation and a right checksum is the file; the other one is the version
 * before, or a write that a crash cut short.
 */
import { ignoreMissing, KEY_FILE_DIRECTORY } from './opfs-segments.ts'
import { decodeSlot, encodeSlot } from './slot-format.ts'

const SLOTS = ['a', 'b'] as const
type Slot = (typeof SLOTS)[number]

interface SlotContents {
  readonly slot: Slot
  readonly generation: number
  readonly bytes: Uint8Array
}

async function keyDirectory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(KEY_FILE_DIRECTORY, { create: true })
}

async function readSlot(name: string, slot: Slot): Promise<SlotContents | null> {
  try {
    const handle = await (await keyDirectory()).getFileHandle(`${name}.${slot}`)
    const decoded = decodeSlot(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
    return decoded === null ? null : { slot, ...decoded }
  } catch (error) {
    ignoreMissing(error)
    return null
  }
}

async function currentSlot(name: string): Promise<SlotContents | null> {
  const [a, b] = await Promise.all([readSlot(name, 'a'), readSlot(name, 'b')])
  if (a === null || b === null) return a ?? b
  return b.generation > a.generation ? b : a
}

export async function readSlotFile(name: string): Promise<Uint8Array | null> {
  return (await currentSlot(name))?.bytes ?? null
}

export async function replaceSlotFile(name: string, contents: Uint8Array): Promise<void> {
  const current = await currentSlot(name)
  const slot = current?.slot === 'a' ? 'b' : 'a'
  const bytes = encodeSlot((current?.generation ?? 0) + 1, contents)
  const file = await (await keyDirectory()).getFileHandle(`${name}.${slot}`, { create: true })
  const handle = await file.createSyncAccessHandle()
  try {
    handle.truncate(0)
    if (handle.write(bytes, { at: 0 }) !== bytes.length)
      throw new DOMException('short write', 'QuotaExceededError')
    handle.flush()
  } finally {
    handle.close()
  }
}

export async function removeSlotFile(name: string): Promise<void> {
  const directory = await keyDirectory()
  for (const slot of SLOTS) await directory.removeEntry(`${name}.${slot}`).catch(ignoreMissing)
}
