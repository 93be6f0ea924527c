/**
 * How each field of the records about a person is written on their copy. Kinds that hold money: `held-money-fields.ts`.
 * A new field of one of these kinds does not compile until it is told here, or said why not.
 */

import type {
  Appointment,
  AppointmentException,
  AppointmentPrivate,
  AppointmentTime,
  Outcome,
  RepeatRule,
  Slot,
} from '#domain/appointment.ts'
import type { DocumentFile } from '#domain/attachment.ts'
import type { CheckItem } from '#domain/check-item.ts'
import type { Consent, ConsentPlace } from '#domain/consent.ts'
import type { PersonDocument } from '#domain/document.ts'
import type { HomeSearch } from '#domain/home-search.ts'
import type { Person, SupportUnit } from '#domain/household.ts'
import type { InterpreterWishes } from '#domain/interpreter-wishes.ts'
import type { PersonPrivate } from '#domain/person-private.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import type { Task } from '#domain/task.ts'
import {
  asDay,
  asLabels,
  asMember,
  asMembers,
  asNumber,
  asText,
  asTexts,
  asYes,
  type FieldTable,
  type HeldNames,
} from './held-words.ts'

type Fields<Record> = FieldTable<Omit<Record, 'id' | 'deleted'>>

export const personFields: Fields<Person> = {
  label: { label: 'people.household.code', show: asText },
  band: { label: 'people.household.band', show: (value, { t }) => t(`settings.band.${value}`) },
  sponsorship: 'inner',
  arrival: 'inner',
  unit: 'inner',
  order: 'inner',
}

export const homeSearchFields: Fields<HomeSearch> = {
  sponsorship: 'inner',
  units: { label: 'housing.search-for.people', show: asLabels },
}

/** Whom a person never wants is on no paper; that it is kept is said. */
export const wishFields: Fields<InterpreterWishes> = {
  person: 'inner',
  language: { label: 'people.wishes.language', show: asText },
  dialect: { label: 'people.wishes.dialect', show: asText },
  gender: {
    label: 'people.wishes.gender',
    show: (value, { t }) => (value === 'any' ? '' : t(`people.wishes.gender.${value}`)),
  },
  notOwnCommunity: { label: 'people.wishes.not-own.box', show: asYes },
  never: {
    label: 'people.wishes.never',
    show: (value, { t }) => (value.length === 0 ? '' : t('papers.held.never-kept')),
  },
}

export const privateFields: Fields<PersonPrivate> = {
  person: 'inner',
  nameUsed: { label: 'people.private.name-used', show: asText },
  legalName: { label: 'people.private.legal-name', show: asText },
  scriptName: { label: 'people.private.script-name', show: asText },
  pronouns: { label: 'people.private.pronouns', show: asText },
  born: { label: 'people.private.born', show: asDay },
  languages: { label: 'people.private.languages', show: asTexts },
  interpreter: {
    label: 'people.private.interpreter',
    show: (value, { t }) => t(`people.interpreter.${value}`),
  },
  phone: { label: 'people.private.phone', show: asText },
  email: { label: 'people.private.email', show: asText },
  health: { label: 'people.private.health', show: asText },
  notes: { label: 'people.private.notes', show: asText },
}

export const unitFields: Fields<SupportUnit> = {
  label: { label: 'people.household.unit', show: asText },
  sponsorship: 'inner',
  order: 'inner',
}

/** The program is told on no paper: its name can say why somebody is here. What the group counts by is its own. */
export const sponsorshipFields: Fields<Sponsorship> = {
  codeName: { label: 'papers.held.code-name', show: asText },
  province: { label: 'papers.held.province', show: asText },
  community: { label: 'papers.held.town', show: asText },
  supportMonths: { label: 'papers.held.months', show: asNumber },
  seniors: 'inner',
  reference: { label: 'papers.held.reference', show: asText },
  program: 'inner',
  fundsHeldBy: 'inner',
  communityKey: 'inner',
  payerByMonth: 'inner',
  startUpPayer: 'inner',
  monthKind: 'inner',
  status: 'inner',
}

export const arrivalFields: Fields<Arrival> = {
  sponsorship: 'inner',
  order: 'inner',
  timing: {
    label: 'money.field.timing',
    show: ({ state, from, to, expected, landed, reached }, { t, date }) =>
      [
        t(`setup.arrival-state.${state}`),
        from && `${t('setup.arrival-date.from')} ${date(from, 'long')}`,
        to && `${t('setup.arrival-date.to')} ${date(to, 'long')}`,
        expected && `${t('setup.arrival-date.expected')} ${date(expected, 'long')}`,
        landed && `${t('setup.arrival-date.landed')} ${date(landed, 'long')}`,
        reached && `${t('setup.arrival-date.reached')} ${date(reached, 'long')}`,
      ]
        .filter(Boolean)
        .join('; '),
  },
  supportEndsOverride: { label: 'plan.arrival.support-ends', show: asDay },
}

function timeSaid({ start, end, zone, allDay }: AppointmentTime, { t, date, time }: HeldNames): string {
  const day = date(start.slice(0, 10), 'long')
  if (allDay) return `${day}, ${t('calendar.all-day')} (${zone})`
  const last = end.slice(0, 10) === start.slice(0, 10) ? '' : `${date(end.slice(0, 10), 'long')}, `
  return `${day}, ${time(start.slice(11))} – ${last}${time(end.slice(11))} (${zone})`
}

const RHYTHMS = {
  day: 'plan.repeat-said.days',
  week: 'plan.repeat-said.weeks',
  month: 'plan.repeat-said.months',
} as const

function repeatSaid({ every, unit, until }: RepeatRule, { t, date }: HeldNames): string {
  return [t(RHYTHMS[unit], { count: every }), until && `${t('calendar.until')} ${date(until, 'long')}`]
    .filter(Boolean)
    .join(', ')
}

const outcomeSaid = ({ km, hours, note }: Outcome, { t, number }: HeldNames): string =>
  [
    note,
    km > 0 && `${t('calendar.outcome.km')} ${number(km)}`,
    hours > 0 && `${t('calendar.outcome.hours')} ${number(hours)}`,
  ]
    .filter(Boolean)
    .join('; ')

const ifSet =
  <Value>(show: (value: Value, names: HeldNames) => string) =>
  (value: Value | null, names: HeldNames): string =>
    value === null ? '' : show(value, names)

export const appointmentFields: Fields<Appointment> = {
  sponsorship: 'inner',
  title: { label: 'calendar.name', show: asText },
  kind: { label: 'calendar.kind', show: (value, { t }) => t(`calendar.kind.${value}`) },
  time: { label: 'calendar.date', show: timeSaid },
  place: { label: 'calendar.where', show: asText },
  attending: { label: 'calendar.attending', show: asLabels },
  members: { label: 'calendar.members', show: asMembers },
  preparation: { label: 'calendar.preparation', show: asText },
  travelMinutes: { label: 'calendar.travel', show: asNumber },
  blocksWholeDay: { label: 'calendar.whole-day', show: asYes },
  repeat: { label: 'calendar.repeat', show: ifSet(repeatSaid) },
  status: { label: 'papers.held.state', show: (value, { t }) => t(`calendar.status.${value}`) },
  outcome: { label: 'calendar.outcome', show: outcomeSaid },
  splitFrom: 'inner',
}

export const exceptionFields: Fields<AppointmentException> = {
  appointment: 'inner',
  original: { label: 'papers.held.instead-of', show: asDay },
  title: { label: 'calendar.name', show: ifSet(asText) },
  time: { label: 'calendar.date', show: ifSet(timeSaid) },
  place: { label: 'calendar.where', show: ifSet(asText) },
  attending: { label: 'calendar.attending', show: ifSet(asLabels) },
  members: { label: 'calendar.members', show: ifSet(asMembers) },
  preparation: { label: 'calendar.preparation', show: ifSet(asText) },
  travelMinutes: { label: 'calendar.travel', show: ifSet(asNumber) },
  status: {
    label: 'papers.held.state',
    show: (value, { t }) => (value ? t(`calendar.status.${value}`) : ''),
  },
  outcome: { label: 'calendar.outcome', show: ifSet(outcomeSaid) },
}

export const slotFields: Fields<Slot> = {
  appointment: 'inner',
  original: { label: 'papers.held.only-on', show: asDay },
  standsFor: 'inner',
  role: { label: 'calendar.slot.role', show: (value, { t }) => t(`calendar.role.${value}`) },
  filledBy: {
    label: 'calendar.slot.who',
    show: (value, { t, member, contact }) => {
      if (value === null) return t('calendar.nobody-yet')
      return value.kind === 'member' ? member(value.id) : contact(value.id)
    },
  },
  notNeeded: { label: 'papers.held.not-needed', show: asYes },
  note: { label: 'calendar.slot.note', show: asText },
  order: 'inner',
}

export const appointmentPrivateFields: Fields<AppointmentPrivate> = {
  appointment: 'inner',
  original: { label: 'papers.held.only-on', show: asDay },
  title: { label: 'calendar.care-field.title', show: asText },
  who: { label: 'calendar.care-field.who', show: asText },
  placeName: { label: 'calendar.care-field.placeName', show: asText },
  address: { label: 'calendar.care-field.address', show: asText },
  provider: { label: 'calendar.care-field.provider', show: asText },
  reason: { label: 'calendar.care-field.reason', show: asText },
  notes: { label: 'calendar.care-field.notes', show: asText },
  // A fingerprint of the calendar file that it came from.
  imported: 'inner',
}

/** Its title and date are the item's own (`held-sections.ts`): standard tasks have their words in the product. */
export const taskFields: Fields<Task> = {
  sponsorship: 'inner',
  title: 'title',
  note: { label: 'plan.task.note', show: asText },
  area: { label: 'plan.area', show: (value, { t }) => (value === '' ? '' : t(`plan.area.${value}`)) },
  phase: 'inner',
  due: 'title',
  hard: { label: 'plan.hard', show: asYes },
  status: {
    label: 'plan.state',
    show: ({ state, doneOn }, { t, date }) =>
      doneOn === null
        ? t(`plan.task-state.${state}`)
        : `${t(`plan.task-state.${state}`)}, ${date(doneOn, 'long')}`,
  },
  owner: { label: 'plan.task.owner', show: asMember },
  helpers: { label: 'plan.task.helpers', show: asMembers },
  links: 'inner',
  order: 'inner',
  snoozedUntil: 'inner',
  repeat: 'inner',
  seedKey: 'inner',
}

export const checkFields: Fields<CheckItem> = {
  task: 'inner',
  order: 'inner',
  text: { label: 'plan.task.checklist', show: asText },
  done: { label: 'plan.task-state.done', show: asYes },
}

export const documentFields: Fields<PersonDocument> = {
  people: { label: 'papers.whose', show: asLabels },
  kind: { label: 'papers.kind', show: (value, { t }) => t(`papers.kind.${value}`) },
  title: { label: 'papers.title', show: asText },
  number: { label: 'papers.number', show: asText },
  dates: {
    label: 'papers.held.dates',
    show: ({ issued, expires }, { t, date }) =>
      [
        issued && `${t('papers.issued')} ${date(issued, 'long')}`,
        expires && `${t('papers.expires')} ${date(expires, 'long')}`,
      ]
        .filter(Boolean)
        .join('; '),
  },
  original: { label: 'papers.original', show: asText },
  tags: { label: 'papers.tags', show: asTexts },
  note: { label: 'papers.note', show: asText },
  replaces: 'inner',
}

export const fileFields: Fields<DocumentFile> = {
  document: 'inner',
  // The picture itself is looked at in the app and handed over from there.
  file: 'inner',
  name: { label: 'papers.files', show: asText },
  order: 'inner',
  addedOn: { label: 'papers.held.added-on', show: asDay },
}

export const consentFields: Fields<Consent> = {
  person: 'inner',
  subject: { label: 'papers.consent.subject', show: (value, { t }) => t(`papers.consent.subject.${value}`) },
  details: { label: 'papers.consent.details', show: asText },
  forWhom: { label: 'papers.consent.for-whom', show: asText },
  days: {
    label: 'papers.consent.given',
    show: ({ given, until }, { t, date }) =>
      [date(given, 'long'), until && `${t('papers.consent.until')} ${date(until, 'long')}`]
        .filter(Boolean)
        .join('; '),
  },
  language: { label: 'papers.consent.language', show: asText },
  way: { label: 'papers.consent.way', show: (value, { t }) => t(`papers.consent.way.${value}`) },
  notedBy: { label: 'papers.consent.noted-by', show: asMember },
  withdrawn: {
    label: 'papers.consent.withdrawn-on',
    show: (value, { date, member }) =>
      value === null
        ? ''
        : [date(value.on, 'long'), value.notedBy && member(value.notedBy), value.note]
            .filter(Boolean)
            .join('; '),
  },
}

export const placeFields: Fields<ConsentPlace> = {
  consent: 'inner',
  place: { label: 'papers.consent.places', show: asText },
  order: 'inner',
}
