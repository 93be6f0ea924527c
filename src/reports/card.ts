/**
 * What a printed card says: an appointment, a week, or until when support lasts, in the newcomer's language with English
 * beneath. It is made of what Team knows and of fixed phrases; nothing of Care is in its input, and what an appointment
 * is for has no place on it.
 *
 * [Note: what is typed stands apart] Figures and what members typed run from left to right inside a sentence that may run
 * from right to left. Each is wrapped in Unicode's isolates, or `10:15` would be drawn as `15:10` after an Arabic word.
 * Digits are Latin in every language, as on every clock, door and paper in Canada.
 */
import type { AppointmentKind, AppointmentTime, SlotRole } from '#domain/appointment.ts'
import { addDays, type IsoDate, weekdayOf } from '#domain/dates.ts'
import type { PhraseBook, PhraseKey } from '#domain/phrases.ts'
import { dateOf } from '#domain/wall-clock.ts'

/** In the card's language; the same in English, or null where it is English already or was typed by somebody. */
export interface CardText {
  readonly text: string
  readonly english: string | null
}

export type CardLineKey =
  | 'date'
  | 'until'
  | 'time'
  | 'drop-off'
  | 'bring'
  | 'with-you'
  | 'for'
  | 'call-if-late'
  | 'support-until'

export interface CardLine {
  readonly key: CardLineKey
  readonly label: CardText
  /** Empty: to be filled in by hand. */
  readonly values: readonly CardText[]
}

export interface Card {
  readonly id: string
  readonly heading: CardText
  /** The neutral title from Team; empty: none. */
  readonly title: string
  readonly lines: readonly CardLine[]
  /** A sentence at its foot. */
  readonly note: CardText | null
}

export interface WeekSheet {
  readonly heading: CardText
  readonly from: CardText
  readonly to: CardText
  /** Days with something on them. */
  readonly days: readonly {
    readonly date: IsoDate
    readonly day: CardText
    readonly cards: readonly Card[]
  }[]
  /** Where there are no days. */
  readonly nothing: CardText
  readonly late: CardLine
}

/** What a card is made of. Every field is Team's. */
export interface CardAppointment {
  readonly id: string
  readonly kind: AppointmentKind
  readonly title: string
  readonly time: AppointmentTime
  /** The drop-off point. */
  readonly place: string
  /** What to bring. */
  readonly preparation: string
  /** Labels of the persons: `A1`. */
  readonly attending: readonly string[]
  /** Who fills a place or goes along; without a name only what for. */
  readonly along: readonly { readonly role: SlotRole; readonly name: string }[]
}

/** The card's language and the one beneath it: English, or none on an English card. */
export interface CardBooks {
  readonly book: PhraseBook
  readonly english: PhraseBook
}

const FIRST_STRONG = '\u2068'
const LEFT_TO_RIGHT = '\u2066'
const END = '\u2069'
export const isolateTyped = (text: string): string => `${FIRST_STRONG}${text}${END}`
const isolateFigure = (text: string): string => `${LEFT_TO_RIGHT}${text}${END}`

export function appointmentCard(of: CardAppointment, books: CardBooks): Card {
  return {
    id: of.id,
    ...headingOf(of, books),
    lines: [...dateLines(of.time, books), ...lines(of, books), byHand('call-if-late', books)],
    note: null,
  }
}

/** `from` and the six days after it. What lasts over several days stands on the first of them that is in the week. */
export function weekSheet(from: IsoDate, all: readonly CardAppointment[], books: CardBooks): WeekSheet {
  const dates = Array.from({ length: 7 }, (_, i) => addDays(from, i))
  const dayOf = ({ time }: CardAppointment): IsoDate =>
    dateOf(time.start) < from ? from : dateOf(time.start)
  return {
    heading: phrase('week', books),
    from: both(books, book => dateText(from, book)),
    to: both(books, book => dateText(addDays(from, 6), book)),
    days: dates.flatMap(date => {
      const cards = all
        .filter(each => dayOf(each) === date)
        .map(each => ({
          id: each.id,
          ...headingOf(each, books),
          lines: [...timeLines(each.time, books), ...lines(each, books)],
          note: null,
        }))
      return cards.length === 0 ? [] : [{ date, day: both(books, book => dateText(date, book)), cards }]
    }),
    nothing: phrase('nothing-planned', books),
    late: byHand('call-if-late', books),
  }
}

/** Given from the first week on, so that nobody has to ask. */
export const supportCard = (
  of: { readonly id: string; readonly ends: IsoDate; readonly people: readonly string[] },
  books: CardBooks,
): Card => ({
  id: of.id,
  heading: phrase('support-until', books),
  title: '',
  lines: [
    {
      key: 'support-until',
      label: phrase('date', books),
      values: [both(books, book => dateText(of.ends, book))],
    },
    ...line('for', typed(of.people.join(', ')), books),
  ],
  note: phrase('never-repay', books),
})

const headingOf = ({ kind, title }: CardAppointment, books: CardBooks) => ({
  heading: phrase(`kind-${kind}`, books),
  title: title.trim() === '' ? '' : isolateTyped(title.trim()),
})

function lines(of: CardAppointment, books: CardBooks): readonly CardLine[] {
  const along = of.along.map(({ role, name }) => {
    const label = phrase(`role-${role}`, books)
    if (name === '') return label
    const named = (text: string): string => `${text} – ${isolateTyped(name)}`
    return { text: named(label.text), english: label.english === null ? null : named(label.english) }
  })
  return [
    ...line('drop-off', typed(of.place), books),
    ...line('bring', typed(of.preparation), books),
    ...line('with-you', along, books),
    ...line('for', typed(of.attending.join(', ')), books),
  ]
}

function dateLines(time: AppointmentTime, books: CardBooks): readonly CardLine[] {
  const day = both(books, book => dateText(dateOf(time.start), book))
  return [...line('date', [day], books), ...timeLines(time, books)]
}

function timeLines(time: AppointmentTime, books: CardBooks): readonly CardLine[] {
  // A whole day ends at the midnight after it.
  const last = time.allDay ? addDays(dateOf(time.end), -1) : dateOf(time.end)
  const [start, end] = [time.start.slice(11), time.end.slice(11)]
  const isOneDay = last === dateOf(time.start)
  const when = both(books, book => {
    if (time.allDay) return book.phrases['all-day']
    const clock = (text: string): string => isolateFigure(clockText(text, book))
    const said =
      isOneDay && end !== start
        ? book.phrases['time-range'].replace('{start}', clock(start)).replace('{end}', clock(end))
        : clock(start)
    return books.book.clockFromSix ? `${said} (${book.phrases['phone-time']})` : said
  })
  const until = both(books, book =>
    time.allDay ? dateText(last, book) : `${dateText(last, book)}, ${isolateFigure(clockText(end, book))}`,
  )
  return [...line('time', [when], books), ...(isOneDay ? [] : line('until', [until], books))]
}

const phrase = (key: PhraseKey, books: CardBooks): CardText => both(books, book => book.phrases[key])

const both = ({ book, english }: CardBooks, say: (book: PhraseBook) => string): CardText => ({
  text: say(book),
  english: book.language === english.language ? null : say(english),
})

const typed = (text: string): readonly CardText[] =>
  text.trim() === '' ? [] : [{ text: isolateTyped(text.trim()), english: null }]

/** None where there is nothing to say. */
const line = (
  key: Exclude<CardLineKey, 'support-until'>,
  values: readonly CardText[],
  books: CardBooks,
): readonly CardLine[] => (values.length === 0 ? [] : [{ key, label: phrase(key, books), values }])

const byHand = (key: 'call-if-late', books: CardBooks): CardLine => ({
  key,
  label: phrase(key, books),
  values: [],
})

/** Gregorian, with the weekday. */
function dateText(date: IsoDate, book: PhraseBook): string {
  const parts: Readonly<Record<string, string>> = {
    weekday: book.weekdays[weekdayOf(date) - 1] ?? '',
    day: isolateFigure(dayText(Number(date.slice(8)), book)),
    month: book.months[Number(date.slice(5, 7)) - 1] ?? '',
    year: isolateFigure(date.slice(0, 4)),
  }
  return book.date.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

/** French counts the first of a month. */
const dayText = (day: number, { language }: PhraseBook): string =>
  language === 'fr' && day === 1 ? '1er' : String(day)

function clockText(time: string, { clock }: PhraseBook): string {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)]
  switch (clock) {
    case '24-hour':
      return `${hour}:${minute}`
    case 'h':
      return minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`
    case '12-hour':
      return `${hour % 12 === 0 ? 12 : hour % 12}:${minute}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`
  }
}
