/** A consent while it is typed. */
import type { Consent, ConsentPlace, ConsentSubject, ConsentWay } from '#domain/consent.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { ConsentFields, PlaceLine } from '#state/commands/consents.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'

export interface DraftDay {
  readonly date: IsoDate | null
  readonly problem: TypedDateProblem | null
}

export interface ConsentDraft {
  readonly subject: ConsentSubject
  readonly details: string
  readonly forWhom: string
  readonly given: DraftDay
  readonly until: DraftDay
  readonly language: string
  readonly way: ConsentWay
  readonly notedBy: RecordId | null
  readonly places: readonly PlaceLine[]
}

const day = (date: IsoDate | null): DraftDay => ({ date, problem: null })

export const newConsent = (today: IsoDate, notedBy: RecordId, language: string): ConsentDraft => ({
  subject: 'photo',
  details: '',
  forWhom: '',
  given: day(today),
  until: day(null),
  language,
  way: 'interpreter',
  notedBy,
  places: [],
})

export const consentToDraft = (of: Consent, places: readonly ConsentPlace[]): ConsentDraft => ({
  subject: of.subject,
  details: of.details,
  forWhom: of.forWhom,
  given: day(of.days.given),
  until: day(of.days.until),
  language: of.language,
  way: of.way,
  notedBy: of.notedBy,
  places: places.map(({ id, place }) => ({ id, place })),
})

export type ConsentProblem = 'no-details' | 'no-day' | 'bad-until' | 'reversed'

export function consentProblems({ details, given, until }: ConsentDraft): readonly ConsentProblem[] {
  return [
    ...(details.trim() === '' ? (['no-details'] as const) : []),
    ...(given.date === null ? (['no-day'] as const) : []),
    ...(until.problem !== null && until.problem.kind !== 'empty' ? (['bad-until'] as const) : []),
    ...(given.date !== null && until.date !== null && until.date < given.date ? (['reversed'] as const) : []),
  ]
}

/** Null while something is wrong. */
export function consentFields(draft: ConsentDraft): Omit<ConsentFields, 'person'> | null {
  const { given, until } = draft
  if (consentProblems(draft).length > 0 || given.date === null) return null
  return {
    subject: draft.subject,
    details: draft.details.trim(),
    forWhom: draft.forWhom.trim(),
    days: { given: given.date, until: until.date },
    language: draft.language.trim(),
    way: draft.way,
    notedBy: draft.notedBy,
  }
}
