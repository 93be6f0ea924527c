/**
 * A JPEG (ITU-T T.81) without what it tells beside the picture. Its marker segments are gone through: what is needed to
 * draw it is copied, notes of cameras and programs (Exif, XMP, IPTC, comments, thumbnails) are left out, and so is what
 * stands behind the end mark, where phones put a whole film.
 */
import { concatBytes } from '#domain/bytes.ts'
import { readOrientation, writeOrientation } from './exif-orientation.ts'
import { asciiAt, type CleanPicture } from './picture.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe
const EXIF = 'Exif\0\0'

/** Frame headers that hold the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

interface Found {
  readonly kept: Uint8Array[]
  orientation: number
  width: number
  height: number
  scans: number
}

/** Null: not a whole JPEG. */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | null {
  const found: Found = { kept: [], orientation: 1, width: 0, height: 0, scans: 0 }
  let at = 2
  for (;;) {
    const place = nextMarker(bytes, at)
    if (place === null) return null
    const { marker, start } = place
    if (marker === EOI) return found.scans > 0 && found.width > 0 ? written(found) : null
    if (marker === SOI) return null
    if (standsAlone(marker)) {
      found.kept.push(bytes.subarray(start, start + 2))
      at = start + 2
      continue
    }
    const length = ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0)
    const end = start + 2 + length
    if (length < 2 || end > bytes.length) return null
    look(found, marker, bytes.subarray(start, end))
    at = end
    if (marker === SOS) {
      at = endOfScan(bytes, end)
      found.scans += 1
      found.kept.push(bytes.subarray(end, at))
    }
  }
}

/** Fill bytes may stand before a marker; anything else there is none. */
function nextMarker(bytes: Uint8Array, from: number): { marker: number; start: number } | null {
  let at = from
  if (bytes[at] !== 0xff) return null
  while (bytes[at + 1] === 0xff) at += 1
  const marker = bytes[at + 1]
  return marker === undefined || marker === 0 ? null : { marker, start: at }
}

/** Where the next marker is that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** `segment` begins with its marker. */
function look(found: Found, marker: number, segment: Uint8Array): void {
  const says = (text: string): boolean => asciiAt(segment, 4, text.length) === text
  if (marker === APP1 && says(EXIF)) found.orientation = readOrientation(segment.subarray(4 + EXIF.length))
  if (isFrame(marker) && segment.length >= 9) {
    found.height = ((segment[5] ?? 0) << 8) | (segment[6] ?? 0)
    found.width = ((segment[7] ?? 0) << 8) | (segment[8] ?? 0)
  }
  const isNote = (marker >= APP0 && marker <= APP15) || marker === COM
  const isNeeded =
    (marker === APP0 && says('JFIF\0')) ||
    (marker === APP2 && says('ICC_PROFILE\0')) ||
    (marker === APP14 && says('Adobe'))
  if (!isNote || isNeeded) found.kept.push(segment)
}

function written({ kept, orientation, width, height }: Found): CleanPicture {
  const parts: Uint8Array[] = [Uint8Array.of(0xff, SOI)]
  const first = kept[0]
  const hasJfif = first?.[1] === APP0
  if (hasJfif) parts.push(first)
  if (orientation !== 1) parts.push(exifSegment(orientation))
  parts.push(...(hasJfif ? kept.slice(1) : kept), Uint8Array.of(0xff, EOI))
  return { bytes: concatBytes(parts), width, height }
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = writeOrientation(orientation)
  const name = Uint8Array.from(EXIF, letter => letter.charCodeAt(0))
  const length = 2 + name.length + tiff.length
  return concatBytes([Uint8Array.of(0xff, APP1, length >> 8, length & 255), name, tiff])
}
