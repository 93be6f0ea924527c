/**
 * The door for calendar files: bytes → events, or one problem that names the row and the reason. A file that cannot be
 * read in full is refused in full. Reading runs no code, opens no link (attachments are not looked at), expands no rule,
 * and is linear in the size.
 *
 * Whatever a stranger's calendar says about an appointment is private until somebody has looked at it: title, place and
 * description are for Care (`calendar-plan.ts`).
 */
import { err, ok, type Result } from '#domain/result.ts'
import { isKnownZone } from '#domain/zone-clock.ts'
import { MAX_BYTES } from './bank-file.ts'
import type { CalendarProblem, UnknownZone } from './calendar-problem.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { type IcsComponent, type IcsTree, readIcsTree, unfold } from './ics.ts'
import { type CalendarEvent, readEvents } from './ics-events.ts'
import { timesOf } from './ics-times.ts'
import { zoneOfDescription, zoneOfName } from './ics-zones.ts'

export interface CalendarAnswers {
  /** The zone that is meant by a name in the file. */
  readonly zones?: Readonly<Record<string, string>> | undefined
  /** The zone of times that have none. */
  readonly floating?: string | undefined
}

export interface CalendarInput {
  readonly bytes: Uint8Array
  /** The group's own zone: for all-day events and instants, and offered where a zone is asked for. */
  readonly zone: string
  readonly answers?: CalendarAnswers | undefined
}

export interface CalendarFile {
  /** At least one; by start. */
  readonly events: readonly CalendarEvent[]
  /** How the zones of the file were understood: shown, and corrected by an answer. `name` null: times without one. */
  readonly zones: readonly { readonly name: string | null; readonly zone: string }[]
  /** Tasks and journal entries, which are left out. */
  readonly others: number
}

const WEB_PAGE = /^\s*<(!doctype html|html|head|body)\b/i
const CALENDAR = /^\s*BEGIN\s*:\s*VCALENDAR\s*$/im

/** Reads in steps and yields the share done, 0 to 1, so that the worker can hear a cancel between two of them. */
export function* calendarSteps(
  input: CalendarInput,
): Generator<number, Result<CalendarFile, CalendarProblem>> {
  const { bytes, zone, answers = {} } = input
  if (bytes.length > MAX_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_BYTES })
  const decoded = decodeCalendar(bytes)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  yield 0.2
  const head = text.slice(0, 4_000)
  if (!CALENDAR.test(head))
    return err({ kind: 'not-a-calendar', looksLike: WEB_PAGE.test(head) ? 'web-page' : 'text' })
  const tree = yield* scaled(readIcsTree(text), 0.2, 0.6)
  if (!tree.ok) return tree
  yield 0.8
  return readTree(tree.value, zone, answers)
}

/** The same in one go. `shouldStop` is asked between two steps; `onProgress` is told the share done. */
export function readCalendarFile(
  input: CalendarInput & {
    readonly shouldStop?: (() => boolean) | undefined
    readonly onProgress?: ((share: number) => void) | undefined
  },
): Result<CalendarFile, CalendarProblem> {
  const steps = calendarSteps(input)
  for (;;) {
    if (input.shouldStop?.()) return err({ kind: 'cancelled' })
    const step = steps.next()
    if (step.done) return step.value
    input.onProgress?.(step.value)
  }
}

function* scaled<T>(steps: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + share * step.value
  }
}

/** Lines are joined before bytes become text, because some programs fold inside a character; UTF-16 is text first. */
function decodeCalendar(bytes: Uint8Array): Result<DecodedText, CalendarProblem> {
  const isWide = bytes.subarray(0, 512).includes(0)
  const wide = isWide ? decodeText(bytes) : null
  const decoded =
    wide === null
      ? decodeText(unfold(bytes))
      : wide.ok
        ? decodeText(unfold(new TextEncoder().encode(wide.value.text)))
        : wide
  if (decoded.ok) return decoded
  switch (decoded.problem.kind) {
    case 'empty':
    case 'binary':
    case 'cut-in-character':
      return err(decoded.problem)
    default:
      throw new Error(`decoding has no such problem: ${decoded.problem.kind}`)
  }
}

function readTree(
  { calendars, others }: IcsTree,
  groupZone: string,
  answers: CalendarAnswers,
): Result<CalendarFile, CalendarProblem> {
  const old = calendars
    .flatMap(each => each.properties)
    .find(each => each.name === 'VERSION' && /^\s*1\.0/.test(each.value))
  if (old) return err({ kind: 'old-version', row: old.row })
  const shownIn = shownZone(calendars, groupZone)
  const zones = resolveZones(calendars, shownIn, answers)
  const asked = [...zones.values()].flatMap(each => (each.zone === null ? [each.unknown] : []))
  if (asked.length > 0) return err({ kind: 'needs-answer', question: { kind: 'zones', zones: asked } })
  const events: CalendarEvent[] = []
  for (const calendar of calendars) {
    const isCancelling = calendar.properties.some(
      each => each.name === 'METHOD' && /^\s*CANCEL\s*$/i.test(each.value),
    )
    const read = readEvents(
      calendar.children.filter(each => each.name === 'VEVENT'),
      { shownIn, zoneOf: name => zones.get(name)?.zone ?? shownIn },
    )
    if (!read.ok) return read
    events.push(...(isCancelling ? read.value.map(each => ({ ...each, cancelled: true })) : read.value))
  }
  if (events.length === 0) return err({ kind: 'no-events' })
  return ok({
    events,
    zones: [...zones].flatMap(([name, { zone }]) => (zone === null ? [] : [{ name, zone }])),
    others,
  })
}

/** The calendar's own zone where it names one: Google writes instants and says so beside them. */
function shownZone(calendars: readonly IcsComponent[], groupZone: string): string {
  const named = calendars.flatMap(each => each.properties).find(each => each.name === 'X-WR-TIMEZONE')
  const zone = named ? zoneOfName(named.value) : null
  return zone === null || zone === 'UTC' ? groupZone : zone
}

type Zones = ReadonlyMap<string | null, { readonly zone: string | null; readonly unknown: UnknownZone }>

/** Every name that is used, in the order of the file. Times without a zone are always asked about. */
function resolveZones(calendars: readonly IcsComponent[], shownIn: string, answers: CalendarAnswers): Zones {
  const used = new Map<string | null, { readonly row: number; readonly walls: string[] }>()
  const described = new Map<string, IcsComponent>()
  for (const calendar of calendars)
    for (const component of calendar.children) {
      const own = component.properties.find(each => each.name === 'TZID')?.value.trim()
      if (component.name === 'VTIMEZONE' && own) described.set(own, component)
      if (component.name === 'VEVENT') collectZones(component, used)
    }
  const zones = new Map<string | null, { zone: string | null; unknown: UnknownZone }>()
  for (const [name, { row, walls }] of used) {
    const answer = name === null ? answers.floating : own(answers.zones, name)
    const told = answer !== undefined && isKnownZone(answer) ? answer : null
    const zone = told ?? (name === null ? null : namedZone(name, described.get(name), walls, shownIn))
    zones.set(name, { zone, unknown: { name, row, likely: shownIn } })
  }
  return zones
}

const own = (answers: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  answers !== undefined && Object.hasOwn(answers, name) ? answers[name] : undefined

function collectZones(
  component: IcsComponent,
  used: Map<string | null, { readonly row: number; readonly walls: string[] }>,
): void {
  for (const property of component.properties) {
    if (!/^(DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)$/.test(property.name)) continue
    const name = property.params.get('TZID')?.trim() || null
    // Other times without a zone are read in the start's.
    if (name === null && property.name !== 'DTSTART') continue
    const time = timesOf({ ...property, value: property.value.slice(0, 40) })[0]
    if (time?.kind !== 'wall') continue
    const known = used.get(name) ?? { row: property.row, walls: [] }
    if (known.walls.length < 1_000) known.walls.push(time.wall)
    used.set(name, known)
  }
}

function namedZone(
  name: string,
  description: IcsComponent | undefined,
  walls: readonly string[],
  shownIn: string,
): string | null {
  const byName = zoneOfName(name)
  if (byName !== null || description === undefined) return byName
  const located = description.properties.find(each => each.name === 'X-LIC-LOCATION')
  return (located ? zoneOfName(located.value) : null) ?? zoneOfDescription(description, walls, shownIn)
}
