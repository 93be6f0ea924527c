/**
 * Looks for what must not lie on a disk, in every file and every file name under some folders: as UTF-8, as UTF-16 in
 * both byte orders, and as base64 at its three alignments. Bytes (keys) are looked for as they are, as hex and as base64.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { filesUnder } from '../soak/damage.ts'

export interface Sentinel {
  readonly name: string
  /** The ways in which it may be written; any of them is a find. */
  readonly forms: readonly (string | Uint8Array)[]
}

export interface Needle {
  readonly sentinel: string
  readonly encoding: string
  readonly bytes: Buffer
}

export interface Find {
  readonly sentinel: string
  readonly encoding: string
  readonly path: string
}

/** Which of base64's three alignments a text has depends on the bytes before it; its own edges mix with its neighbours. */
function base64At(shift: 0 | 1 | 2, bytes: Uint8Array): string {
  const text = Buffer.concat([new Uint8Array(shift), bytes]).toString('base64')
  const whole = Math.floor(((shift + bytes.length) * 8) / 6)
  return text.slice([0, 2, 3][shift], whole)
}

const swapped = (utf16: Buffer): Buffer => Buffer.from(utf16).swap16()

function encodingsOf(form: string | Uint8Array): readonly (readonly [string, Buffer])[] {
  const bytes = typeof form === 'string' ? Buffer.from(form) : Buffer.from(form)
  const texts: readonly (readonly [string, Buffer])[] =
    typeof form === 'string'
      ? [
          ['UTF-8', bytes],
          ['UTF-16LE', Buffer.from(form, 'utf16le')],
          ['UTF-16BE', swapped(Buffer.from(form, 'utf16le'))],
        ]
      : [
          ['bytes', bytes],
          ['hex', Buffer.from(bytes.toString('hex'))],
        ]
  const base64 = ([0, 1, 2] as const).map(
    shift => [`base64 at ${shift}`, Buffer.from(base64At(shift, bytes))] as const,
  )
  return [...texts, ...base64]
}

export const needlesOf = (sentinels: readonly Sentinel[]): readonly Needle[] =>
  sentinels.flatMap(({ name, forms }) =>
    forms.flatMap(form =>
      encodingsOf(form).map(([encoding, bytes]) => ({ sentinel: name, encoding, bytes })),
    ),
  )

export interface Search {
  /** In the contents of every file under `folders`, and in its path. */
  inFiles(folders: readonly string[]): readonly Find[]
  inBytes(haystack: Uint8Array): readonly Needle[]
}

/** How many bytes are compared at once; every needle is longer. */
const START_BYTES = 4

/**
 * A profile has some tens of megabytes, and there are hundreds of needles: bytes are gone through once, looking up
 * what starts here. Contents in which nothing was found are not searched again.
 */
export function createSearch(sentinels: readonly Sentinel[]): Search {
  const byStart = new Map<number, Needle[]>()
  for (const needle of needlesOf(sentinels)) {
    const start = needle.bytes.readUInt32BE(0)
    byStart.set(start, [...(byStart.get(start) ?? []), needle])
  }
  const mayStart = new Uint8Array(2 ** 16)
  for (const start of byStart.keys()) mayStart[(start >>> 16) ^ (start & 0xffff)] = 1
  const silent = new Set<string>()

  function inBytes(haystack: Uint8Array): readonly Needle[] {
    const found = new Set<Needle>()
    let start = 0
    for (let at = 0; at < haystack.length; at += 1) {
      start = ((start << 8) | (haystack[at] ?? 0)) >>> 0
      if (at < START_BYTES - 1 || mayStart[(start >>> 16) ^ (start & 0xffff)] === 0) continue
      const from = at - START_BYTES + 1
      for (const needle of byStart.get(start) ?? [])
        if (needle.bytes.equals(haystack.subarray(from, from + needle.bytes.length))) found.add(needle)
    }
    return [...found]
  }

  function inContents(path: string): readonly Needle[] {
    const contents = contentsOf(path)
    const digest = createHash('sha256').update(contents).digest('hex')
    if (silent.has(digest)) return []
    const found = inBytes(contents)
    if (found.length === 0) silent.add(digest)
    return found
  }

  return {
    inFiles: folders =>
      folders.flatMap(filesUnder).flatMap(path =>
        [...inContents(path), ...inBytes(Buffer.from(path))].map(({ sentinel, encoding }) => ({
          sentinel,
          encoding,
          path,
        })),
      ),
    inBytes,
  }
}

/** Chromium deletes files of its own while they are looked at. */
function contentsOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
