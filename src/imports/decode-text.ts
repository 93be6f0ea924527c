/**
 * Bytes → text for bank files: tells UTF-8, UTF-16 and windows-1252 apart by content, and refuses what is no text.
 *
 * Latin-1 is read as windows-1252, of which it is a part (as browsers do). A file that is valid UTF-8 with any
 * multi-byte character is UTF-8, whatever a header says: text in windows-1252 is that by accident about never, while
 * banks that declare 1252 and write UTF-8 are common.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { ImportProblem } from './import-problem.ts'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type DecodedText = {
  readonly text: string
  readonly encoding: TextEncodingName
  readonly byteOrderMark: boolean
}

type Binary = Extract<ImportProblem, { kind: 'binary' }>['looksLike']

const SIGNATURES: readonly (readonly [Binary, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0]],
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

export function decodeText(
  bytes: Uint8Array,
  asked?: TextEncodingName | undefined,
): Result<DecodedText, ImportProblem> {
  if (bytes.length === 0) return err({ kind: 'empty' })
  for (const [looksLike, signature] of SIGNATURES)
    if (startsWith(bytes, signature)) return err({ kind: 'binary', looksLike })
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.encoding, true)
  const wide = asked ? null : unmarkedUtf16(bytes)
  if (wide) return decodeAs(bytes, wide, false)
  if (asked) return decodeAs(bytes, asked, false)
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return checkText(utf8, 'utf-8', false)
  if (cutInsideCharacter(bytes)) return err({ kind: 'cut-in-character' })
  return decodeAs(bytes, 'windows-1252', false)
}

function byteOrderMark(bytes: Uint8Array): { encoding: TextEncodingName; length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 }
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 }
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** UTF-16 without its mark: nearly every other byte of plain bank text is zero. */
function unmarkedUtf16(bytes: Uint8Array): TextEncodingName | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const most = (length / 2) * 0.7
  if (odd > most && even * 20 < odd) return 'utf-16le'
  if (even > most && odd * 20 < even) return 'utf-16be'
  return null
}

function decodeAs(
  bytes: Uint8Array,
  encoding: TextEncodingName,
  byteOrderMark: boolean,
): Result<DecodedText, ImportProblem> {
  if (encoding === 'utf-8') {
    const text = decodeUtf8(bytes)
    if (text !== null) return checkText(text, encoding, byteOrderMark)
    if (cutInsideCharacter(bytes)) return err({ kind: 'cut-in-character' })
    return checkText(new TextDecoder('utf-8').decode(bytes), encoding, byteOrderMark)
  }
  if (encoding !== 'windows-1252' && bytes.length % 2 === 1) return err({ kind: 'cut-in-character' })
  const text = new TextDecoder(encoding).decode(bytes)
  return checkText(encoding === 'windows-1252' ? withWindowsMarks(text) : text, encoding, byteOrderMark)
}

/** What windows-1252 has at 0x80 to 0x9f, five of them unused. */
const WINDOWS_MARKS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Node 20 decodes windows-1252 as pure latin-1; browsers do it right, and this changes nothing there. */
const withWindowsMarks = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, char => WINDOWS_MARKS[char.charCodeAt(0) - 0x80] ?? char)

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Valid UTF-8 with real multi-byte characters up to an unfinished one in the last three bytes. Without the earlier
 * characters it may as well be windows-1252 that ends with an accent.
 */
function cutInsideCharacter(bytes: Uint8Array): boolean {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const lead = bytes[bytes.length - back] ?? 0
    if (lead < 0xc0) continue
    const head = decodeUtf8(bytes.subarray(0, bytes.length - back))
    return head !== null && /[\u0080-\uffff]/.test(head)
  }
  return false
}

function checkText(
  text: string,
  encoding: TextEncodingName,
  byteOrderMark: boolean,
): Result<DecodedText, ImportProblem> {
  let controls = 0
  const length = Math.min(text.length, 65_536)
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return err({ kind: 'binary', looksLike: 'unknown' })
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls++
  }
  if (controls > 8 && controls * 50 > length) return err({ kind: 'binary', looksLike: 'unknown' })
  if (text.trim() === '') return err({ kind: 'empty' })
  return ok({ text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding, byteOrderMark })
}
