/**
 * The bytes of a record-log segment. All numbers big-endian.
 *
 * Segment header, 32 bytes:
 *   "PLSEG" | version u8 = 1 | 0 u16 | number u32 | previous number u32 | previous length u64 | 0 u32 | crc u32
 * A later version keeps these 32 bytes and their checksum; a log with such a segment is not opened by this one.
 * `previous length` is how many bytes of the segment before count: what lies behind was refused when it was written
 * (a full disk, a failed fsync) and must never come back to life.
 *
 * Frame, 16 bytes and the record:
 *   "PLRF" | length u32 | crc of the record u32 | crc of the 12 bytes before u32 | record
 * The marker and the header's own checksum let a reader find the next whole frame behind a damaged one.
 */
import { crc32 } from './crc32.ts'

export const SEGMENT_HEADER_BYTES = 32
export const FRAME_HEADER_BYTES = 16
const SEGMENT_MAGIC = [0x50, 0x4c, 0x53, 0x45, 0x47, 1, 0, 0] as const
const FRAME_MARKER = 0x504c5246
const FIRST_MARKER_BYTE = FRAME_MARKER >>> 24

export interface SegmentHeader {
  readonly number: number
  readonly previousNumber: number
  readonly previousLength: number
}

export interface Frame {
  /** Where the record's own bytes begin in the segment. */
  readonly start: number
  readonly length: number
}

export interface SegmentScan {
  readonly header: SegmentHeader | null
  readonly frames: readonly Frame[]
  /** Just behind the last whole frame. */
  readonly end: number
  /** Runs of bytes between whole frames that could not be read. */
  readonly gaps: number
  /** Bytes behind `end`. */
  readonly tail: number
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES)
  bytes.set(SEGMENT_MAGIC)
  const view = viewOf(bytes)
  view.setUint32(8, header.number)
  view.setUint32(12, header.previousNumber)
  view.setBigUint64(16, BigInt(header.previousLength))
  view.setUint32(28, crc32(bytes, 0, 28))
  return bytes
}

/** The segment is of a later version, whose frames this program cannot tell from damage. */
export function isNewerSegment(bytes: Uint8Array): boolean {
  const magic = SEGMENT_MAGIC.slice(0, 5)
  return magic.every((byte, index) => bytes[index] === byte) && (bytes[5] ?? 0) > 1 && hasHeaderSum(bytes)
}

const hasHeaderSum = (bytes: Uint8Array): boolean =>
  bytes.length >= SEGMENT_HEADER_BYTES && viewOf(bytes).getUint32(28) === crc32(bytes, 0, 28)

function decodeSegmentHeader(bytes: Uint8Array): SegmentHeader | null {
  if (bytes.length < SEGMENT_HEADER_BYTES) return null
  if (SEGMENT_MAGIC.some((byte, index) => bytes[index] !== byte)) return null
  const view = viewOf(bytes)
  if (view.getUint32(28) !== crc32(bytes, 0, 28)) return null
  return {
    number: view.getUint32(8),
    previousNumber: view.getUint32(12),
    previousLength: Number(view.getBigUint64(16)),
  }
}

/** One buffer for all records of an append, so that it is one write. */
export function encodeFrames(records: readonly Uint8Array[]): Uint8Array {
  let size = 0
  for (const record of records) size += FRAME_HEADER_BYTES + record.length
  const bytes = new Uint8Array(size)
  const view = viewOf(bytes)
  let at = 0
  for (const record of records) {
    view.setUint32(at, FRAME_MARKER)
    view.setUint32(at + 4, record.length)
    view.setUint32(at + 8, crc32(record, 0, record.length))
    view.setUint32(at + 12, crc32(bytes, at, at + 12))
    bytes.set(record, at + FRAME_HEADER_BYTES)
    at += FRAME_HEADER_BYTES + record.length
  }
  return bytes
}

/** The whole frame that begins at `at`, or null. `limit` is where the readable bytes end. */
function frameAt(bytes: Uint8Array, view: DataView, at: number, limit: number): Frame | null {
  if (at + FRAME_HEADER_BYTES > limit || view.getUint32(at) !== FRAME_MARKER) return null
  if (view.getUint32(at + 12) !== crc32(bytes, at, at + 12)) return null
  const length = view.getUint32(at + 4)
  const start = at + FRAME_HEADER_BYTES
  if (start + length > limit) return null
  return view.getUint32(at + 8) === crc32(bytes, start, start + length) ? { start, length } : null
}

/** Every whole frame of a segment; `limit` leaves out what the next segment's header says was refused. */
export function scanSegment(bytes: Uint8Array, limit = bytes.length): SegmentScan {
  const readable = Math.min(limit, bytes.length)
  const view = viewOf(bytes)
  const header = decodeSegmentHeader(bytes)
  const frames: Frame[] = []
  let gaps = header === null && readable > 0 ? 1 : 0
  let end = Math.min(SEGMENT_HEADER_BYTES, readable)
  let at = end
  while (at < readable) {
    const frame = frameAt(bytes, view, at, readable)
    if (frame === null) {
      const next = bytes.indexOf(FIRST_MARKER_BYTE, at + 1)
      at = next === -1 ? readable : next
      continue
    }
    if (at !== end) gaps += 1
    frames.push(frame)
    end = frame.start + frame.length
    at = end
  }
  return { header, frames, end, gaps, tail: readable - end }
}

/** Re-reads frames from a slice that begins at byte `base` of the segment; a record that no longer matches is null. */
export function recordsIn(
  slice: Uint8Array,
  base: number,
  frames: readonly Frame[],
): readonly (Uint8Array | null)[] {
  const view = viewOf(slice)
  return frames.map(({ start, length }) => {
    const at = start - base
    const frame = frameAt(slice, view, at - FRAME_HEADER_BYTES, slice.length)
    return frame !== null && frame.length === length ? slice.slice(at, at + length) : null
  })
}
