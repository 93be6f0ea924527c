/**
 * What a person asks of an interpreter, and who must never be one for them. Somebody of one's own community may know
 * people at home: such a wish is about safety and is never asked to be explained. Care's alone; it is looked at while an
 * interpreter is booked and stands on no sheet, card, calendar or report.
 */
import { z } from 'zod/mini'
import type { Contact } from './contact.ts'
import { recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'
import { foldText } from './telling-words.ts'

export const genderWishes = ['any', 'woman', 'man'] as const
export type GenderWish = (typeof genderWishes)[number]

export const interpreterWishes = defineKind({
  kind: 'interpreter-wishes',
  compartment: 'care',
  fields: {
    person: recordId,
    language: shortText,
    dialect: shortText,
    gender: z.enum(genderWishes),
    /** Nobody from the person's own community here. */
    notOwnCommunity: z.boolean(),
    /** Contacts and members, by id. */
    never: z.array(recordId).check(z.maxLength(100)),
  },
  defaults: { person: '', language: '', dialect: '', gender: 'any', notOwnCommunity: false, never: [] },
})
export type InterpreterWishes = RecordOf<typeof interpreterWishes>

/** One a person on every laptop. */
export const interpreterWishesId = (person: RecordId): RecordId => `${person}.interpreter`

/** Persons among those who wish something who must never have `who` with them. */
export const neverFor = (wishes: readonly InterpreterWishes[], who: RecordId): readonly RecordId[] =>
  wishes.filter(each => each.never.includes(who)).map(each => each.person)

export type Misfit = 'language' | 'dialect' | 'gender'

/** What was entered of an interpreter and is not what is wished. What was not entered is not known, and is no misfit. */
export function misfitsOf(
  { language, dialect, gender }: InterpreterWishes,
  interpreter: Pick<Contact, 'languages' | 'gender'>,
): readonly Misfit[] {
  const spoken = interpreter.languages.map(fold)
  const lacks = (wish: string) => wish.trim() !== '' && spoken.length > 0 && !spoken.includes(fold(wish))
  return [
    ...(lacks(language) ? (['language'] as const) : []),
    ...(lacks(dialect) ? (['dialect'] as const) : []),
    ...(gender !== 'any' && interpreter.gender !== 'unsaid' && interpreter.gender !== gender
      ? (['gender'] as const)
      : []),
  ]
}

const fold = (text: string): string => foldText(text.trim()).text
