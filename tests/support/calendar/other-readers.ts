/** Calendar files as other programs read them: ical.js, and the `icalendar` package of Python where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'

/** `uid start end`, in UTC and in order, of every occurrence that begins before `before`. */
export function readWithIcalJs(text: string, before: string): readonly string[] {
  const root = new ICAL.Component(ICAL.parse(text))
  const components = root.getAllSubcomponents('vevent')
  const read: string[] = []
  for (const component of components) {
    if (component.hasProperty('recurrence-id')) continue
    const event = new ICAL.Event(component)
    for (const other of components)
      if (other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === event.uid)
        event.relateException(other)
    const iterator = event.iterator()
    for (let count = 0; count < 20_000; count += 1) {
      const next = event.isRecurring() ? iterator.next() : count === 0 ? event.startDate : null
      if (!next) break
      const details = event.isRecurring() ? event.getOccurrenceDetails(next) : event
      if (instant(next) >= before) break
      if (cancelled(event.isRecurring() ? event.getOccurrenceDetails(next).item.component : component))
        continue
      read.push(`${event.uid} ${instant(details.startDate)} ${instant(details.endDate)}`)
    }
  }
  return read.sort()
}

const cancelled = (component: ICAL.Component): boolean =>
  component.getFirstPropertyValue('status') === 'CANCELLED'

/** A property's text in each event. */
export const textsWithIcalJs = (text: string, name: string): readonly string[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map(component => String(component.getFirstPropertyValue(name)))

/** A date without a time is one on every wall: written as midnight of UTC. */
const instant = (time: ICAL.Time): string =>
  new Date((time.isDate ? Date.UTC(time.year, time.month - 1, time.day) / 1000 : time.toUnixTime()) * 1000)
    .toISOString()
    .slice(0, 16)

const PYTHONS = ['/usr/bin/python3', 'python3']

/** The Python that has `icalendar`; null where none has, said in one line. */
export function findPythonReader(): string | null {
  const found = PYTHONS.find(
    python =>
      spawnSync(python, ['-c', 'import icalendar'], { stdio: 'ignore', timeout: 60_000 }).status === 0,
  )
  if (found === undefined) console.log('left out: python3-icalendar is not installed (no second reader)')
  return found ?? null
}

/** `icalendar` expands no rules: the instants of the events as they stand in the file, and of their exceptions. */
const SCRIPT = `
import sys, datetime, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
zones = {str(z['TZID']): z.to_tz() for z in calendar.walk('VTIMEZONE')}
def instant(prop):
    value = prop.dt
    if not isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%dT00:00')
    name = prop.params.get('TZID')
    if name:
        # By the file's own description of the zone, not by the machine's.
        value = zones[str(name)].localize(value.replace(tzinfo=None))
    return value.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M')
for event in calendar.walk('VEVENT'):
    dates = [instant(event['DTSTART']), instant(event['DTEND'])]
    if 'RECURRENCE-ID' in event:
        dates.append(instant(event['RECURRENCE-ID']))
    print(str(event['UID']), *dates)
`

export function readWithPython(python: string, text: string, folder: string): readonly string[] {
  const path = join(folder, 'calendar.ics')
  writeFileSync(path, text)
  const out = execFileSync(python, ['-c', SCRIPT, path], { timeout: 60_000 })
  return out.toString().trim().split('\n').sort()
}
