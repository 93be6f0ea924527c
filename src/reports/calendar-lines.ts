/**
 * The lines of a calendar file (RFC 5545, 3.1): `NAME;PARAM=x:value`, at most 75 octets each, longer ones folded with a
 * space, CRLF after each. Values of text are escaped, and what no line may hold is left out.
 */
import type { IsoDate } from '#domain/dates.ts'
import { dateOf, type WallClock } from '#domain/wall-clock.ts'

const MAX_OCTETS = 75

/** Folds between characters, never inside one. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char)
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += size
  }
  return `${folded}\r\n`
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, char => `\\${char}`)
    .replaceAll('\n', '\\n')

export const basicDate = (date: IsoDate): string => date.replaceAll('-', '')

/** `20261101T090000`, with no zone. */
export const basicWall = (wall: WallClock): string =>
  `${basicDate(dateOf(wall))}T${wall.slice(11, 13)}${wall.slice(14, 16)}00`

/** `20261101T140000Z`. */
export const basicInstant = (atMs: number): string => new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '')
