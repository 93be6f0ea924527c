/** An appointment as its form holds it, and back. Times are the wall's, never converted. */
import type { AppointmentKind, AppointmentTime, RepeatRule, Slot } from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { nthOf } from '#domain/recurrence.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { addToWall, dateOf, weekdayNameOf } from '#domain/wall-clock.ts'
import type { AppointmentDraft, CareDraft, SlotDraft } from '#state/commands/appointments.ts'

export const repeatChoices = [
  'none',
  'day',
  'week',
  'two-weeks',
  'month-day',
  'month-weekday',
  'other',
] as const
export type RepeatChoice = (typeof repeatChoices)[number]

export interface AppointmentForm {
  readonly kind: AppointmentKind
  readonly title: string
  readonly date: IsoDate | null
  /** `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly zone: string
  readonly place: string
  readonly attending: readonly string[]
  readonly members: readonly string[]
  readonly preparation: string
  readonly travelMinutes: number
  readonly blocksWholeDay: boolean
  readonly repeat: RepeatChoice
  readonly until: IsoDate | null
  /** A rule that none of the choices says; kept as it is under "other". */
  readonly ownRule: RepeatRule | null
  readonly slots: readonly SlotDraft[]
  readonly care: CareDraft
}

export const EMPTY_CARE: CareDraft = {
  title: '',
  placeName: '',
  address: '',
  provider: '',
  reason: '',
  who: '',
  notes: '',
}

export const emptyForm = (date: IsoDate, zone: string, start = '10:00'): AppointmentForm => ({
  kind: 'official',
  title: '',
  date,
  start,
  end: (addToWall(`${date}T${start}`, { minutes: 60 }) ?? `${date}T11:00`).slice(11),
  allDay: false,
  zone,
  place: '',
  attending: [],
  members: [],
  preparation: '',
  travelMinutes: 0,
  blocksWholeDay: false,
  repeat: 'none',
  until: null,
  ownRule: null,
  slots: [],
  care: EMPTY_CARE,
})

export function formOf(of: Occurrence, slots: readonly Slot[], care: CareDraft | null): AppointmentForm {
  const { appointment: series, time } = of
  return {
    kind: series.kind,
    title: of.title,
    date: dateOf(time.start),
    start: time.start.slice(11),
    end: time.end.slice(11),
    allDay: time.allDay,
    zone: time.zone,
    place: of.place,
    attending: of.attending,
    members: of.members,
    preparation: of.preparation,
    travelMinutes: of.travelMinutes,
    blocksWholeDay: series.blocksWholeDay,
    ...repeatOf(series.repeat, dateOf(series.time.start)),
    slots: slots.map(({ id, role, filledBy, note }) => ({ id, role, filledBy, note })),
    care: care ?? EMPTY_CARE,
  }
}

function repeatOf(
  rule: RepeatRule | null,
  first: IsoDate,
): Pick<AppointmentForm, 'repeat' | 'until' | 'ownRule'> {
  if (rule === null) return { repeat: 'none', until: null, ownRule: null }
  for (const choice of repeatChoices) {
    const plain = ruleOf(choice, first, rule.until)
    if (plain !== null && rule.count === null && JSON.stringify(plain) === JSON.stringify(rule))
      return { repeat: choice, until: rule.until, ownRule: rule }
  }
  return { repeat: 'other', until: rule.until, ownRule: rule }
}

function ruleOf(choice: RepeatChoice, date: IsoDate, until: IsoDate | null): RepeatRule | null {
  const rule = { every: 1, weekdays: [], nth: null, until, count: null }
  switch (choice) {
    case 'none':
    case 'other':
      return null
    case 'day':
      return { ...rule, unit: 'day' }
    case 'week':
      return { ...rule, unit: 'week', weekdays: [weekdayNameOf(date)] }
    case 'two-weeks':
      return { ...rule, every: 2, unit: 'week', weekdays: [weekdayNameOf(date)] }
    case 'month-day':
      return { ...rule, unit: 'month' }
    case 'month-weekday':
      return { ...rule, unit: 'month', weekdays: [weekdayNameOf(date)], nth: nthOf(date) }
  }
}

export type AppointmentProblem =
  | 'title-missing'
  | 'date-missing'
  | 'time-missing'
  | 'end-before-start'
  | 'until-before-start'
  | 'never-use'

/** `hasCare` false: this laptop cannot read Care, so it writes nothing there. */
export function draftOf(
  form: AppointmentForm,
  hasCare: boolean,
): Result<AppointmentDraft, readonly AppointmentProblem[]> {
  const problems: AppointmentProblem[] = []
  const time = timeOf(form)
  if (form.title.trim() === '') problems.push('title-missing')
  if (form.date === null) problems.push('date-missing')
  else if (time === null) problems.push('time-missing')
  else if (time.end < time.start) problems.push('end-before-start')
  if (form.date !== null && form.until !== null && form.until < form.date) problems.push('until-before-start')
  if (problems.length > 0 || time === null || form.date === null) return err(problems)
  const { kind, title, place, attending, members, preparation, travelMinutes, blocksWholeDay, slots } = form
  return ok({
    fields: {
      kind,
      title: title.trim(),
      time,
      place: place.trim(),
      attending: [...attending],
      members: [...members],
      preparation,
      travelMinutes,
      blocksWholeDay,
      repeat: ruleOfForm(form, form.date),
    },
    slots,
    care: hasCare ? form.care : null,
  })
}

function ruleOfForm(form: AppointmentForm, date: IsoDate): RepeatRule | null {
  if (form.repeat === 'other') return form.ownRule === null ? null : { ...form.ownRule, until: form.until }
  // What was not touched stays as it was, also when one occurrence of it lies on another weekday.
  const { ownRule } = form
  if (
    ownRule !== null &&
    repeatOf(ownRule, date).repeat !== form.repeat &&
    isSameChoice(ownRule, form.repeat)
  )
    return { ...ownRule, until: form.until }
  return ruleOf(form.repeat, date, form.until)
}

const isSameChoice = ({ unit, every, nth, weekdays }: RepeatRule, choice: RepeatChoice): boolean =>
  (choice === 'day' && unit === 'day' && every === 1) ||
  (choice === 'week' && unit === 'week' && every === 1) ||
  (choice === 'two-weeks' && unit === 'week' && every === 2) ||
  (choice === 'month-day' && unit === 'month' && nth === null) ||
  (choice === 'month-weekday' && unit === 'month' && nth !== null && weekdays.length === 1)

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

function timeOf({ date, start, end, allDay, zone }: AppointmentForm): AppointmentTime | null {
  if (date === null) return null
  if (allDay) return { start: `${date}T00:00`, end: `${addDays(date, 1)}T00:00`, zone, allDay }
  if (!TIME.test(start) || !TIME.test(end)) return null
  return { start: `${date}T${start}`, end: `${date}T${end}`, zone, allDay }
}
