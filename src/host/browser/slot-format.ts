/**
 * One slot of a small file that is replaced atomically by writing two slots in turn (`slot-files.ts`):
 *   "PLKF" | generation u32 | length u32 | crc of the 8 bytes before, xor crc of the contents u32 | contents
 */
import { crc32 } from '../crc32.ts'

const MAGIC = 0x504c4b46
const HEADER_BYTES = 16

export function encodeSlot(generation: number, contents: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + contents.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, generation)
  view.setUint32(8, contents.length)
  bytes.set(contents, HEADER_BYTES)
  view.setUint32(12, checksum(bytes))
  return bytes
}

export function decodeSlot(
  bytes: Uint8Array,
): { readonly generation: number; readonly bytes: Uint8Array } | null {
  if (bytes.length < HEADER_BYTES) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== MAGIC || view.getUint32(8) !== bytes.length - HEADER_BYTES) return null
  if (view.getUint32(12) !== checksum(bytes)) return null
  return { generation: view.getUint32(4), bytes: bytes.slice(HEADER_BYTES) }
}

const checksum = (bytes: Uint8Array): number =>
  (crc32(bytes, 4, 12) ^ crc32(bytes, HEADER_BYTES, bytes.length)) >>> 0
