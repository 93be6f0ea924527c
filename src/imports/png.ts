/**
 * A PNG (ISO/IEC 15948) without its texts, times and camera notes: of its chunks, those that draw the picture are
 * copied. Of an animated one the still picture is left.
 */
import { concatBytes } from '#domain/bytes.ts'
import { asciiAt, type CleanPicture } from './picture.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const DRAWN = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'cICP',
  'bKGD',
  'pHYs',
])

/** Null: not a whole PNG. */
export function cleanPng(bytes: Uint8Array): CleanPicture | null {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const size = { width: 0, height: 0 }
  let hasData = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = asciiAt(bytes, at + 4, 4)
    const end = at + 12 + length
    if (end > bytes.length) return null
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return null
      size.width = view.getUint32(16)
      size.height = view.getUint32(20)
    }
    if (type === 'IDAT' && length > 0) hasData = true
    if (DRAWN.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND')
      return hasData && size.width > 0 && size.height > 0 ? { bytes: concatBytes(kept), ...size } : null
    at = end
  }
  return null
}
