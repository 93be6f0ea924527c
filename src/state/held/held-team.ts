/** What everybody in the group can read about a person: their place, appointments, tasks that name them by code. */
import {
  type Appointment,
  appointment,
  appointmentException,
  appointmentPrivate,
  slot,
} from '#domain/appointment.ts'
import { earliestOf } from '#domain/due-date.ts'
import { homeSearch, homeSearchMoney } from '#domain/home-search.ts'
import { majority, supportUnit } from '#domain/household.ts'
import { interpreterWishes } from '#domain/interpreter-wishes.ts'
import { personPrivate } from '#domain/person-private.ts'
import { dateOfItem, planItemOfTask } from '#domain/plan-item.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { type Task, task } from '#domain/task.ts'
import { checkItemsByTask, planContexts } from '../plan.ts'
import { consentsAbout, documentsAbout } from './held-care.ts'
import {
  appointmentFields,
  appointmentPrivateFields,
  arrivalFields,
  checkFields,
  exceptionFields,
  homeSearchFields,
  personFields,
  privateFields,
  slotFields,
  sponsorshipFields,
  taskFields,
  unitFields,
  wishFields,
} from './held-fields.ts'
import { entriesAbout } from './held-money.ts'
import { homeSearchMoneyFields, majorityFields } from './held-money-fields.ts'
import { type Gathered, type HeldScope, inOrder } from './held-scope.ts'
import { factsOf, type HeldItem } from './held-words.ts'

export const teamSections = (scope: HeldScope): readonly Gathered[] => [
  { id: 'you', items: youItems(scope) },
  { id: 'stay', items: stayItems(scope) },
  { id: 'appointments', items: appointmentsAbout(scope).map(each => appointmentItem(scope, each)) },
  { id: 'tasks', items: tasksAbout(scope).map(each => taskItem(scope, each)) },
]

function youItems({ live, of, names }: HeldScope): readonly HeldItem[] {
  const own = live.records(personPrivate).filter(each => each.person === of.id)
  const wishes = live.records(interpreterWishes).filter(each => each.person === of.id)
  const turns = live.records(majority).filter(each => each.person === of.id)
  return [
    {
      title: '',
      facts: [
        ...factsOf(of, personFields, names),
        ...own.flatMap(each => factsOf(each, privateFields, names)),
        ...wishes.flatMap(each => factsOf(each, wishFields, names)),
        ...turns.flatMap(each => factsOf(each, majorityFields, names)),
      ],
      parts: [],
    },
  ]
}

function stayItems({ live, of, names }: HeldScope): readonly HeldItem[] {
  const home = live.get(sponsorship, of.sponsorship)
  const unit = live.get(supportUnit, of.unit)
  const came = live.get(arrival, of.arrival)
  const isTheirs = (each: { readonly sponsorship: RecordId }) => each.sponsorship === of.sponsorship
  return [
    {
      title: '',
      facts: [
        ...(home ? factsOf(home, sponsorshipFields, names) : []),
        ...(unit ? factsOf(unit, unitFields, names) : []),
        ...(came ? factsOf(came, arrivalFields, names) : []),
        ...live
          .records(homeSearch)
          .filter(isTheirs)
          .flatMap(each => factsOf(each, homeSearchFields, names)),
        ...live
          .records(homeSearchMoney)
          .filter(isTheirs)
          .flatMap(each => factsOf(each, homeSearchMoneyFields, names)),
      ],
      parts: [],
    },
  ]
}

/** Those that they, or the unit they are in, attend on any day; the newest first. */
function appointmentsAbout({ live, of }: HeldScope): readonly Appointment[] {
  const attends = (ids: readonly RecordId[] | null) =>
    ids !== null && (ids.includes(of.id) || (of.unit !== '' && ids.includes(of.unit)))
  const onOneDay = new Set(
    live
      .records(appointmentException)
      .filter(each => attends(each.attending))
      .map(each => each.appointment),
  )
  return live
    .records(appointment)
    .filter(each => attends(each.attending) || onOneDay.has(each.id))
    .toSorted((a, b) => (a.time.start > b.time.start ? -1 : 1))
}

function appointmentItem({ live, names }: HeldScope, of: Appointment): HeldItem {
  const own = <R extends { readonly appointment: RecordId }>(records: readonly R[]) =>
    records.filter(each => each.appointment === of.id)
  return {
    title: of.title || names.t('calendar.unnamed'),
    facts: factsOf(of, appointmentFields, names),
    parts: [
      ...own(live.records(appointmentPrivate)).map(each => ({
        title: names.t('papers.held.kept-apart'),
        facts: factsOf(each, appointmentPrivateFields, names),
        parts: [],
      })),
      ...inOrder(own(live.records(slot))).map(each => ({
        title: names.t('papers.held.place-to-fill'),
        facts: factsOf(each, slotFields, names),
        parts: [],
      })),
      ...own(live.records(appointmentException))
        .toSorted((a, b) => (a.original < b.original ? -1 : 1))
        .map(each => ({
          title: names.t('papers.held.one-day'),
          facts: factsOf(each, exceptionFields, names),
          parts: [],
        })),
    ],
  }
}

/** Tasks that link to the person or to anything that is held about them. */
function tasksAbout(scope: HeldScope): readonly Task[] {
  const { live, of } = scope
  const consents = consentsAbout(scope)
  const about = new Set<RecordId>([
    of.id,
    of.unit,
    ...appointmentsAbout(scope).map(each => each.id),
    ...documentsAbout(scope).map(each => each.id),
    ...consents.map(each => each.consent.id),
    ...consents.flatMap(each => each.places.map(place => place.id)),
    ...entriesAbout(scope).map(each => each.id),
  ])
  about.delete('')
  return inOrder(live.records(task).filter(each => each.links.some(link => about.has(link.id))))
}

function taskItem({ live, names }: HeldScope, of: Task): HeldItem {
  const { t, date } = names
  const when = earliestOf(dateOfItem(planItemOfTask(of), planContexts(live)(of.sponsorship)))
  return {
    title: of.title || (of.seedKey === '' ? t('plan.task.unnamed') : t(`plan.item.${of.seedKey}`)),
    facts: [
      ...(when === null ? [] : [{ label: t('plan.task.due'), value: date(when, 'long') }]),
      ...factsOf(of, taskFields, names),
    ],
    parts: (checkItemsByTask(live).get(of.id) ?? []).map(each => ({
      title: '',
      facts: factsOf(each, checkFields, names),
      parts: [],
    })),
  }
}
