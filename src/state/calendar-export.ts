/**
 * Appointments as a calendar file to take out: which of them, under which code name, and when each was changed last.
 *
 * What was deleted goes along as cancelled, so that it goes from the other calendar too, but without what Care knew of
 * it.
 */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentPrivate,
  appointment,
  appointmentException,
  appointmentPrivate,
} from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { lastDayOf } from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { lastDate } from '#domain/recurrence.ts'
import { ok, type Result } from '#domain/result.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { dateOf } from '#domain/wall-clock.ts'
import {
  type CalendarFileProblem,
  type CalendarItem,
  type CalendarPrivacy,
  calendarFile,
} from '#reports/calendar-file.ts'
import type { ReportLanguage } from '#reports/words.ts'
import type { Store } from '#store/store.ts'
import type { Vault } from '#vault/vault.ts'
import { canRead } from './compartments.ts'
import type { Live } from './live.ts'
import { shippedRates } from './shipped-rates.ts'

/** What was over longer ago is not exported. */
export const EXPORT_DAYS_BACK = 30

export type CalendarScope =
  | { readonly kind: 'all'; readonly today: IsoDate }
  | { readonly kind: 'one'; readonly id: RecordId }

export interface CalendarExport {
  readonly scope: CalendarScope
  readonly privacy: CalendarPrivacy
  readonly language: ReportLanguage
}

export interface CalendarExportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Says nothing but what kind of file it is. */
const FILE_NAMES: Readonly<Record<ReportLanguage, string>> = { en: 'Calendar.ics', fr: 'Calendrier.ics' }

export const hasCare = (vault: Pick<Vault, 'identity'>): boolean => canRead(vault, 'care')

/** Those that an export would have: live ones, and deleted ones to be called off. */
export function appointmentsToExport(live: Live, scope: CalendarScope): readonly Appointment[] {
  const all = [...live.records(appointment), ...live.trash(appointment)]
  if (scope.kind === 'one') return all.filter(each => each.id === scope.id)
  const from = addDays(scope.today, -EXPORT_DAYS_BACK)
  const moved = lastMoved(live)
  return all.filter(each => {
    const last = lastDate(dateOf(each.time.start), each.repeat)
    if (last === null || (moved.get(each.id) ?? '') >= from) return true
    return last >= from || (each.repeat === null && lastDayOf(each.time) >= from)
  })
}

/** The latest day to which an occurrence was moved. */
function lastMoved(live: Live): ReadonlyMap<RecordId, IsoDate> {
  const latest = new Map<RecordId, IsoDate>()
  for (const { appointment: of, time } of live.records(appointmentException)) {
    if (time === null) continue
    const day = lastDayOf(time)
    if (day > (latest.get(of) ?? '')) latest.set(of, day)
  }
  return latest
}

/** Words in drop-off points that tell why somebody is here: shown before the file is saved. */
export function tellingInExport(live: Live, scope: CalendarScope): readonly string[] {
  const ids = new Set(appointmentsToExport(live, scope).map(each => each.id))
  const places = [
    ...live.records(appointment).flatMap(each => (ids.has(each.id) ? [each.place] : [])),
    ...live.records(appointmentException).flatMap(each => (ids.has(each.appointment) ? [each.place] : [])),
  ]
  const table = shippedRates()['telling-words']
  const found = [...new Set(places)].flatMap(place =>
    place ? findTellingWords(table, place).map(each => each.text) : [],
  )
  return [...new Set(found)]
}

export async function exportCalendar(
  {
    live,
    store,
    vault,
  }: {
    readonly live: Live
    readonly store: Pick<Store, 'history' | 'loadHistory'>
    readonly vault: Pick<Vault, 'identity'>
  },
  { scope, privacy, language }: CalendarExport,
): Promise<Result<CalendarExportFile, CalendarFileProblem>> {
  // Without the whole of it an appointment could seem older than in an export before this one.
  await store.loadHistory()
  // Those of the trash too: what was taken back of an occurrence changed the appointment.
  const exceptions = byAppointment<AppointmentException>([
    ...live.records(appointmentException),
    ...live.trash(appointmentException),
  ])
  const privates = byAppointment<AppointmentPrivate>([
    ...live.records(appointmentPrivate),
    ...live.trash(appointmentPrivate),
  ])
  const latest = (id: RecordId, field?: string): number =>
    store.history(id, field).reduce((at, each) => Math.max(at, each.at), 0)
  const items = appointmentsToExport(live, scope).map((of): CalendarItem => {
    const own = exceptions.get(of.id) ?? []
    const care = privates.get(of.id) ?? []
    // Care counts at each level: a file with less in it must not seem older than one with more.
    const changes = [of, ...own, ...care].map(each => latest(each.id))
    return {
      appointment: of,
      exceptions: own.filter(each => !each.deleted),
      code: live.get(sponsorship, of.sponsorship)?.codeName ?? '',
      changedAt: Math.max(...changes, latest(of.sponsorship, 'codeName')),
      ...(privacy === 'full' && hasCare(vault) && !of.deleted
        ? { privates: care.filter(each => !each.deleted) }
        : {}),
    }
  })
  const file = calendarFile({ items, privacy, language })
  return file.ok ? ok({ name: FILE_NAMES[language], bytes: new TextEncoder().encode(file.value) }) : file
}

function byAppointment<T extends { readonly appointment: RecordId }>(
  all: readonly T[],
): ReadonlyMap<RecordId, readonly T[]> {
  const found = new Map<RecordId, T[]>()
  for (const each of all) {
    const known = found.get(each.appointment)
    if (known) known.push(each)
    else found.set(each.appointment, [each])
  }
  return found
}
