/** The cards of the open group: which appointments concern the persons chosen, and what Team knows of each. */
import { appointment, appointmentException, slot } from '#domain/appointment.ts'
import { contact } from '#domain/contact.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { person } from '#domain/household.ts'
import { member } from '#domain/member.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { type CardLanguage, type PhraseBook, shippedPhrases } from '#domain/phrases.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { slotsOn } from '#domain/slots.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { supportEnds } from '#domain/support-months.ts'
import {
  appointmentCard,
  type Card,
  type CardAppointment,
  type CardBooks,
  supportCard,
  type WeekSheet,
  weekSheet,
} from '#reports/card.ts'
import { occurrencesOf, slotIndex } from './calendar.ts'
import type { Live } from './live.ts'
import { type PlacedHit, shareHitsIn } from './safe-to-share.ts'

const DAYS = 7

/** Null in `only`: all of the coming seven days that concern one of `persons`. */
export interface CardChoice {
  readonly language: CardLanguage
  readonly persons: ReadonlySet<RecordId>
  readonly from: IsoDate
  readonly only: Occurrence | null
}

export const bookOf = (language: CardLanguage): PhraseBook => shippedPhrases(language)

const booksOf = (language: CardLanguage): CardBooks => ({
  book: shippedPhrases(language),
  english: shippedPhrases('en'),
})

export const appointmentCards = (live: Live, choice: CardChoice): readonly Card[] =>
  chosen(live, choice).map(each => appointmentCard(cardAppointment(live, each), booksOf(choice.language)))

export const weekOfCards = (live: Live, choice: CardChoice): WeekSheet =>
  weekSheet(
    choice.from,
    chosen(live, choice).map(each => cardAppointment(live, each)),
    booksOf(choice.language),
  )

/** One for each arrival whose end is known, for those chosen who came with it. */
export function supportCards(live: Live, { language, persons }: CardChoice): readonly Card[] {
  const here = live.records(person).filter(each => persons.has(each.id))
  return live.records(arrival).flatMap(each => {
    const clock = live.get(sponsorship, each.sponsorship)
    const ends = clock ? supportEnds(clock, each) : null
    const people = here.filter(one => one.arrival === each.id).map(one => one.label)
    if (ends === null || people.length === 0) return []
    return [supportCard({ id: each.id, ends, people }, booksOf(language))]
  })
}

/**
 * Words on the cards that would tell why somebody is here, or are a code name or an address. Members' names are wanted:
 * the person is to know who comes. Whoever money went to is no matter of a card, and would only hint at Money.
 */
export function cardHits(live: Live, choice: CardChoice): readonly PlacedHit[] {
  const texts = chosen(live, choice).flatMap(({ title, place, preparation }) => [title, place, preparation])
  return [...new Set(texts)]
    .filter(text => text !== '')
    .flatMap(text => shareHitsIn(live, { kind: 'unusual' }, text))
    .filter(({ hit }) => hit.kind !== 'member' && hit.kind !== 'payee' && hit.kind !== 'address')
}

function chosen(live: Live, { persons, from, only }: CardChoice): readonly Occurrence[] {
  if (only !== null) return [only]
  const window = { from, to: addDays(from, DAYS - 1) }
  const key = [...persons].sort().join(' ')
  return live.derive(
    `card occurrences ${window.from} ${key}`,
    [appointment, appointmentException, slot, person],
    () => {
      // An appointment names persons, or the unit that they are in.
      const concerned = new Set(
        live.records(person).flatMap(each => (persons.has(each.id) ? [each.id, each.unit] : [])),
      )
      return occurrencesOf(live, window).occurrences.filter(
        ({ status, attending }) => status === 'planned' && attending.some(id => concerned.has(id)),
      )
    },
  )
}

/** Of a member, or of a contact who interprets. */
const nameOf = (live: Live, id: RecordId): string =>
  live.get(member, id)?.name ?? live.get(contact, id)?.name ?? ''

function cardAppointment(live: Live, of: Occurrence): CardAppointment {
  const filled = slotsOn(of, slotIndex(live)).flatMap(({ role, filledBy }) =>
    filledBy === null ? [] : [{ role, name: nameOf(live, filledBy.id), id: filledBy.id }],
  )
  const isNamed = new Set(filled.map(each => each.id))
  return {
    id: of.id,
    kind: of.appointment.kind,
    title: of.title,
    time: of.time,
    place: of.place,
    preparation: of.preparation,
    attending: live
      .records(person)
      .filter(each => of.attending.includes(each.id) || of.attending.includes(each.unit))
      .map(each => each.label),
    along: [
      ...filled.map(({ role, name }) => ({ role, name })),
      ...of.members
        .filter(id => !isNamed.has(id))
        .map(id => ({ role: 'companion' as const, name: live.get(member, id)?.name ?? '' })),
    ],
  }
}
