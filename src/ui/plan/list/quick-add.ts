/**
 * Reads a task from one line as people type it: "Book the van #arrival @robin fri", « Appeler l’école #école demain ».
 * `#` names an area and `@` a member, by their beginnings; a day stands at the end, or anywhere where it cannot be
 * taken for anything else (a full date, "tomorrow", "in 2 weeks"). English and French are both read in either language.
 */
import {
  addDays,
  addMonthsToDate,
  dateFromParts,
  firstDay,
  type IsoDate,
  isIsoDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { TaskArea } from '#domain/task.ts'
import { parseTypedDate } from '../../words/typed-date.ts'

export interface QuickNames {
  readonly today: IsoDate
  /** Names in each language. */
  readonly areas: readonly { readonly area: TaskArea; readonly names: readonly string[] }[]
  readonly members: readonly { readonly id: RecordId; readonly name: string }[]
}

/** What an area is called besides its name on screen and its key, so that both languages name it whichever is in use. */
export const FRENCH_AREAS: Readonly<Record<Exclude<TaskArea, ''>, readonly string[]>> = {
  group: ['groupe'],
  arrival: ['arrivee'],
  housing: ['logement'],
  household: ['menage'],
  money: ['argent'],
  papers: ['papiers', 'documents'],
  health: ['sante'],
  school: ['ecole', 'garderie'],
  language: ['langue'],
  work: ['travail', 'emploi'],
  community: ['communaute'],
}

export interface QuickTask {
  readonly title: string
  readonly date: IsoDate | null
  readonly area: TaskArea
  readonly owner: RecordId | null
  /** `#` and `@` that name nothing, or more than one: they stay in the title. */
  readonly notKnown: readonly string[]
}

export function parseQuickTask(text: string, names: QuickNames): QuickTask {
  let area: TaskArea = ''
  let owner: RecordId | null = null
  const notKnown: string[] = []
  const words = text.split(/\s+/).filter(word => {
    const mark = /^([#@])(.+?)([.,;]?)$/.exec(word)
    if (!mark) return word !== ''
    const asked = plain(mark[2] ?? '')
    if (mark[1] === '#') {
      const found = named(asked, names.areas, each => each.names)
      if (found) area = found.area
      else notKnown.push(word)
      return !found
    }
    const found = named(asked, names.members, each => [each.name])
    if (found) owner = found.id
    else notKnown.push(word)
    return !found
  })
  const { date, rest } = takeDate(words, names.today)
  return { title: rest.join(' '), date, area, owner, notKnown }
}

/** The one whose name it is, else the only one whose name begins so. */
function named<T>(asked: string, among: readonly T[], namesOf: (each: T) => readonly string[]): T | null {
  const known = among.map(each => ({ each, names: namesOf(each).map(plain) }))
  const same = known.filter(({ names }) => names.includes(asked))
  if (same.length === 1) return same[0]?.each ?? null
  const alike = known.filter(({ names }) => names.some(name => name.startsWith(asked)))
  return alike.length === 1 ? (alike[0]?.each ?? null) : null
}

/** Lower case, no accents, one word. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2019']/g, "'")
    .replace(/[\s_-]+/g, '-')

/** Most words that say a day: "the day after tomorrow", "2 decembre 2026". */
const MOST_WORDS = 4
const BEFORE_A_DAY = new Set(['on', 'by', 'due', 'this', 'le', 'ce', 'pour', "d'ici"])

function takeDate(
  words: readonly string[],
  today: IsoDate,
): { readonly date: IsoDate | null; readonly rest: readonly string[] } {
  // The last day said is the one that counts: "Monday meeting on Friday".
  for (let end = words.length; end > 0; end -= 1)
    for (let from = Math.max(0, end - MOST_WORDS); from < end; from += 1) {
      const said = words.slice(from, end).map(spoken)
      const date = readDay(said, today, end === words.length)
      if (date === null) continue
      const start = from > 0 && BEFORE_A_DAY.has(spoken(words[from - 1] ?? '')) ? from - 1 : from
      return { date, rest: [...words.slice(0, start), ...words.slice(end)] }
    }
  return { date: null, rest: words }
}

const spoken = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .replace(/[.,;]$/, '')

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon', 'lundi', 'lun'],
  ['tuesday', 'tue', 'tues', 'mardi'],
  ['wednesday', 'wed', 'mercredi', 'mer'],
  ['thursday', 'thu', 'thur', 'thurs', 'jeudi', 'jeu'],
  ['friday', 'fri', 'vendredi', 'ven'],
  ['saturday', 'sat', 'samedi', 'sam'],
  ['sunday', 'sun', 'dimanche', 'dim'],
]

const ANYWHERE: Readonly<Record<string, number>> = {
  tomorrow: 1,
  demain: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  'apres-demain': 2,
}
const AT_THE_END: Readonly<Record<string, number>> = { today: 0, tonight: 0, "aujourd'hui": 0, 'ce soir': 0 }

function readDay(said: readonly string[], today: IsoDate, isEnd: boolean): IsoDate | null {
  const text = said.join(' ')
  const days = ANYWHERE[text] ?? (isEnd ? AT_THE_END[text] : undefined)
  if (days !== undefined) return addDays(today, days)
  return (
    fullDate(said, text, today) ?? fromNow(said, today) ?? (isEnd ? weekdayFrom(said, text, today) : null)
  )
}

function fullDate(said: readonly string[], text: string, today: IsoDate): IsoDate | null {
  if (said.length === 1) return isIsoDate(text) ? text : null
  // Words and a number: "4 dec", "december 4 2026"; a number alone is a number.
  if (!/^(\d{1,2}(er|st|nd|rd|th)? [a-z]{3,}|[a-z]{3,} \d{1,2}(st|nd|rd|th)?)( \d{4})?$/.test(text))
    return null
  const read = parseTypedDate(text, today)
  if (!read.ok) return null
  if (/\d{4}$/.test(text) || read.value >= today) return read.value
  const [, month = '', day = ''] = read.value.split('-')
  return dateFromParts(yearOf(today) + 1, Number(month), Number(day))
}

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, un: 1, une: 1, two: 2, deux: 2 }

function fromNow(said: readonly string[], today: IsoDate): IsoDate | null {
  const [preposition = '', amount = '', unit = '', more] = said
  if (more !== undefined || !['in', 'dans'].includes(preposition)) return null
  const count = COUNTS[amount] ?? (/^\d{1,3}$/.test(amount) ? Number(amount) : null)
  if (count === null) return null
  if (/^(days?|jours?)$/.test(unit)) return addDays(today, count)
  if (/^(weeks?|semaines?)$/.test(unit)) return addDays(today, 7 * count)
  if (/^(months?|mois)$/.test(unit)) return addMonthsToDate(today, count)
  return null
}

/** "fri" is the next Friday after today; "next fri" the one of the next week; "vendredi prochain" the coming one. */
function weekdayFrom(said: readonly string[], text: string, today: IsoDate): IsoDate | null {
  const monday = addDays(today, 8 - weekdayOf(today))
  if (/^(next week|(la )?semaine prochaine)$/.test(text)) return monday
  if (/^(next month|(le )?mois prochain)$/.test(text)) return addMonthsToDate(firstDay(monthOf(today)), 1)
  const name = said.find(word => WEEKDAYS.some(names => names.includes(word)))
  const weekday = WEEKDAYS.findIndex(names => name !== undefined && names.includes(name)) + 1
  if (weekday === 0) return null
  if (text === `next ${name}`) return addDays(monday, weekday - 1)
  if (text !== name && text !== `${name} prochain`) return null
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}
