/** A WebP (RFC 9649) without camera notes and XMP: of its RIFF chunks, those that draw the picture are copied. */
import { concatBytes } from '#domain/bytes.ts'
import { readOrientation, writeOrientation } from './exif-orientation.ts'
import { asciiAt, type CleanPicture } from './picture.ts'

const DRAWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

/** Null: not a whole WebP. */
export function cleanWebp(bytes: Uint8Array): CleanPicture | null {
  const chunks = readChunks(bytes)
  if (chunks === null) return null
  const size = sizeOf(chunks)
  if (size === null || size.width === 0 || size.height === 0) return null
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif ? readOrientation(tiffOf(exif.data)) : 1
  const turned = orientation !== 1 && chunks[0]?.type === 'VP8X'
  const kept = chunks
    .filter(({ type }) => DRAWN.has(type))
    .map(chunk => (chunk.type === 'VP8X' ? withFlags(chunk, turned) : chunk))
  if (turned) kept.push({ type: 'EXIF', data: writeOrientation(orientation) })
  return { bytes: riff(kept), ...size }
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < 12 ? -1 : 8 + view.getUint32(4, true)
  if (end > bytes.length || end < 20) return null
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > end) return null
    chunks.push({ type: asciiAt(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length & 1)
  }
  return chunks
}

const u24 = (data: Uint8Array, at: number): number =>
  (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16)

function sizeOf(chunks: readonly Chunk[]): { width: number; height: number } | null {
  const hasPicture = chunks.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')
  const first = chunks[0]
  if (!first || !hasPicture) return null
  const { type, data } = first
  if (type === 'VP8X' && data.length >= 10) return { width: u24(data, 4) + 1, height: u24(data, 7) + 1 }
  // A lossy frame: start code 9d 01 2a, then 14 bits each.
  if (type === 'VP8 ' && data.length >= 10 && u24(data, 3) === 0x2a019d)
    return { width: u24(data, 6) & 0x3fff, height: u24(data, 8) & 0x3fff }
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    return { width: (u24(data, 1) & 0x3fff) + 1, height: ((u24(data, 2) >> 6) & 0x3fff) + 1 }
  }
  return null
}

/** Some programs put the JPEG's name before the TIFF part. */
const tiffOf = (data: Uint8Array): Uint8Array => (asciiAt(data, 0, 4) === 'Exif' ? data.subarray(6) : data)

function withFlags({ type, data }: Chunk, hasExif: boolean): Chunk {
  const changed = data.slice()
  changed[0] = ((data[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0)
  return { type, data: changed }
}

function riff(chunks: readonly Chunk[]): Uint8Array {
  const parts = chunks.flatMap(({ type, data }) => {
    const head = new Uint8Array(8)
    head.set(Uint8Array.from(type, letter => letter.charCodeAt(0)))
    new DataView(head.buffer).setUint32(4, data.length, true)
    return data.length % 2 === 0 ? [head, data] : [head, data, new Uint8Array(1)]
  })
  const body = concatBytes(parts)
  const head = Uint8Array.from('RIFF....WEBP', letter => letter.charCodeAt(0))
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return concatBytes([head, body])
}
