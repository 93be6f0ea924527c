/**
 * A small reader of calendar files (RFC 5545). Only what an appointment needs:
 *
 * - lines are unfolded as bytes, because some programs fold inside a character; line ends of any kind;
 * - components must be closed by their own name; events and zones stand in a calendar and in nothing else, and an open
 *   one at the end means that the file was cut. Alarms, tasks, journals and unknown components are passed over, closed or
 *   refused like the others;
 * - of properties those in `KEPT` are kept; others, an attachment of megabytes too, cost no more than finding their end.
 *
 * Linear in the size: nothing is looked at twice, and no expression is run over more than a short line.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { CalendarProblem } from './calendar-problem.ts'

export interface IcsProperty {
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  /** As it stands, still escaped. */
  readonly value: string
  readonly row: number
}

export interface IcsTree {
  readonly calendars: readonly IcsComponent[]
  /** Tasks and journal entries, which are no appointments and were passed over. */
  readonly others: number
}

export interface IcsComponent {
  readonly name: string
  readonly row: number
  readonly properties: readonly IcsProperty[]
  readonly children: readonly IcsComponent[]
}

type OpenComponent = { name: string; row: number; properties: IcsProperty[]; children: IcsComponent[] }

export const MAX_EVENTS = 20_000
/** With alarms, zones and tasks. */
const MAX_COMPONENTS = 200_000
const MAX_DEPTH = 8
/** Of one parameter; texts have a limit of their own. */
const MAX_PARAM = 2_000
const MAX_PARAMS = 50
/** Dates of one event beyond its rule, or left out of it. */
export const MAX_DATES = 2_000
/** Of what is kept: each date may have a line of its own. */
const MAX_PROPERTIES = 2 * MAX_DATES + 100

const KEPT: ReadonlySet<string> = new Set([
  'VERSION',
  'METHOD',
  'X-WR-TIMEZONE',
  'TZID',
  'X-LIC-LOCATION',
  'TZOFFSETFROM',
  'TZOFFSETTO',
  'UID',
  'SEQUENCE',
  'RECURRENCE-ID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'EXRULE',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'STATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
])

/** Which component may stand in which; the others are passed over. */
const INSIDE: Readonly<Record<string, string>> = {
  VCALENDAR: '',
  VEVENT: 'VCALENDAR',
  VTIMEZONE: 'VCALENDAR',
  STANDARD: 'VTIMEZONE',
  DAYLIGHT: 'VTIMEZONE',
}

const [CR, LF, SPACE, TAB] = [13, 10, 32, 9]

/** Joins folded lines. For each fold an empty line follows the joined one, so that rows stay what they were. */
export function unfold(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length + 1)
  let length = 0
  let owed = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte !== CR && byte !== LF) {
      joined[length] = byte
      length += 1
      continue
    }
    if (byte === CR && bytes[at + 1] === LF) at += 1
    const next = bytes[at + 1]
    if (next === SPACE || next === TAB) {
      at += 1
      owed += 1
      continue
    }
    for (; owed >= 0; owed -= 1) {
      joined[length] = LF
      length += 1
    }
    owed = 0
  }
  return joined.subarray(0, length)
}

/** The calendars of a file. Yields the share of the text that is read, now and then. */
export function* readIcsTree(text: string): Generator<number, Result<IcsTree, CalendarProblem>> {
  const reader = createReader()
  let row = 0
  for (let at = 0; at < text.length; ) {
    row += 1
    if (row % 20_000 === 0) yield at / text.length
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    if (end > at) {
      const problem = reader.line(text, at, end, row)
      // The last line has lost its end, and with it its meaning.
      const isTorn = found < 0 && (problem?.kind === 'damaged-line' || problem?.kind === 'damaged-structure')
      const torn = isTorn ? reader.end() : null
      if (torn !== null && !torn.ok) return torn
      if (problem !== null) return err(problem)
    }
    at = end + 1
  }
  return reader.end()
}

function createReader() {
  const roots: IcsComponent[] = []
  const stack: OpenComponent[] = []
  /** Components that are passed over and still open. */
  const passed: { readonly name: string; readonly row: number }[] = []
  let components = 0
  let events = 0
  let others = 0

  function begin(name: string, row: number): CalendarProblem | null {
    const top = stack.at(-1)
    const damaged = { kind: 'damaged-structure', row, name } as const
    if (stack.length + passed.length >= MAX_DEPTH) return damaged
    components += 1
    if (components > MAX_COMPONENTS) return { kind: 'too-many-events', limit: MAX_EVENTS }
    if (!Object.hasOwn(INSIDE, name)) {
      if (!top) return damaged
      if (name === 'VTODO' || name === 'VJOURNAL') others += 1
      passed.push({ name, row })
      return null
    }
    if (passed.length > 0 || (top?.name ?? '') !== INSIDE[name]) return damaged
    if (name === 'VEVENT') events += 1
    if (events > MAX_EVENTS) return { kind: 'too-many-events', limit: MAX_EVENTS }
    stack.push({ name, row, properties: [], children: [] })
    return null
  }

  function close(name: string, row: number): CalendarProblem | null {
    const open = passed.at(-1) ?? stack.at(-1)
    if (open?.name !== name) return { kind: 'damaged-structure', row, name }
    if (passed.pop()) return null
    const done = stack.pop()
    const parent = stack.at(-1)
    if (done && parent) parent.children.push(done)
    else if (done) roots.push(done)
    return null
  }

  return {
    line(text: string, from: number, until: number, row: number): CalendarProblem | null {
      const mark = nameEnd(text, from, until)
      if (mark < 0) {
        const line = text.slice(from, Math.min(until, from + 100)).trim()
        return line === '' ? null : { kind: 'damaged-line', row, text: line }
      }
      const name = text.slice(from, mark).toUpperCase()
      if (name === 'BEGIN') return begin(componentName(text, mark, until), row)
      if (name === 'END') return close(componentName(text, mark, until), row)
      const top = stack.at(-1)
      if (!top) return { kind: 'damaged-line', row, text: text.slice(from, Math.min(until, from + 100)) }
      if (passed.length > 0 || !KEPT.has(name)) return null
      const property = readProperty(name, text, mark, until, row)
      if (property === null)
        return { kind: 'damaged-line', row, text: text.slice(from, Math.min(until, from + 100)) }
      top.properties.push(property)
      return top.properties.length > MAX_PROPERTIES
        ? { kind: 'too-many-occurrences', row: top.row, limit: MAX_DATES }
        : null
    },
    end(): Result<IcsTree, CalendarProblem> {
      const open = passed.at(-1) ?? stack.at(-1)
      return open
        ? err({ kind: 'cut', row: open.row, component: open.name })
        : ok({ calendars: roots, others })
    },
  }
}

/** Where the name ends, at `;` or `:`; -1 when the line has none. */
function nameEnd(text: string, from: number, until: number): number {
  const most = Math.min(until, from + 64)
  for (let at = from; at < most; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 58 || code === 59) return at > from ? at : -1
    const isWord =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45
    if (!isWord) return -1
  }
  return -1
}

const componentName = (text: string, mark: number, until: number): string =>
  text
    .slice(mark + 1, Math.min(until, mark + 65))
    .trim()
    .toUpperCase()

/** `;TZID="a:b";VALUE=DATE:20261102`: parameters up to the first colon that is not quoted. */
function readProperty(
  name: string,
  text: string,
  mark: number,
  until: number,
  row: number,
): IcsProperty | null {
  const params = new Map<string, string>()
  let at = mark
  for (let count = 1; text[at] === ';'; count += 1) {
    const equals = text.indexOf('=', at)
    if (equals < 0 || equals >= until || equals - at > 64 || count > MAX_PARAMS) return null
    const param = text.slice(at + 1, equals).toUpperCase()
    const end = valueEnd(text, equals + 1, until)
    if (end < 0) return null
    params.set(param, text.slice(equals + 1, end).replaceAll('"', ''))
    at = end
  }
  return text[at] === ':' && at < until ? { name, params, value: text.slice(at + 1, until), row } : null
}

function valueEnd(text: string, from: number, until: number): number {
  let isQuoted = false
  const most = Math.min(until, from + MAX_PARAM)
  for (let at = from; at < most; at += 1) {
    const char = text[at]
    if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && (char === ';' || char === ':')) return at
  }
  return -1
}
