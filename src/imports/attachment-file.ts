/**
 * What a person attaches, looked at before it is kept: what it is by its content, never by its name; whether it is
 * whole; and, of pictures, without the place, the camera and the words that cameras and phones write into them. The
 * picture itself is not touched, so it loses nothing.
 */
import type { AttachmentType } from '#domain/attachment.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cleanJpeg } from './jpeg.ts'
import { asciiAt, type CleanPicture } from './picture.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

export type AttachmentFileProblem =
  | { readonly kind: 'empty' }
  /** A phone's own format that browsers do not show. */
  | { readonly kind: 'heic' }
  | { readonly kind: 'not-supported' }
  /** It begins as what it says and ends too early, or is made wrongly. */
  | { readonly kind: 'torn' }
  /** A small file that would take gigabytes to show. */
  | { readonly kind: 'too-many-pixels'; readonly megapixels: number }

export interface CheckedAttachment {
  readonly type: AttachmentType
  readonly bytes: Uint8Array
}

/** A phone takes up to 200 megapixels; a decoded picture of more would need over 800 MB. */
const MAX_PIXELS = 200_000_000
/** Where a PDF's first line may stand, as other readers have it. */
const PDF_HEAD_BYTES = 1024

export function checkAttachment(bytes: Uint8Array): Result<CheckedAttachment, AttachmentFileProblem> {
  if (bytes.length === 0) return err({ kind: 'empty' })
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return picture('image/jpeg', cleanJpeg(bytes))
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return picture('image/png', cleanPng(bytes))
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP')
    return picture('image/webp', cleanWebp(bytes))
  if (
    asciiAt(bytes, 4, 4) === 'ftyp' &&
    /^(hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])$/.test(asciiAt(bytes, 8, 4))
  )
    return err({ kind: 'heic' })
  if (asciiAt(bytes, 0, PDF_HEAD_BYTES).includes('%PDF-')) return pdf(bytes)
  return err({ kind: 'not-supported' })
}

function picture(
  type: AttachmentType,
  clean: CleanPicture | null,
): Result<CheckedAttachment, AttachmentFileProblem> {
  if (clean === null) return err({ kind: 'torn' })
  const pixels = clean.width * clean.height
  if (pixels > MAX_PIXELS) return err({ kind: 'too-many-pixels', megapixels: Math.round(pixels / 1_000_000) })
  return ok({ type, bytes: clean.bytes })
}

/** Its end mark stands in the last kilobytes; what a download that broke off left has none. */
function pdf(bytes: Uint8Array): Result<CheckedAttachment, AttachmentFileProblem> {
  const tail = asciiAt(bytes, Math.max(0, bytes.length - 4096), 4096)
  return tail.includes('%%EOF') ? ok({ type: 'application/pdf', bytes }) : err({ kind: 'torn' })
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)
