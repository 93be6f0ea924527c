/** A paper while it is typed. */
import type { IsoDate } from '#domain/dates.ts'
import type { DocumentKind, PersonDocument } from '#domain/document.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { DocumentFields } from '#state/commands/documents.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'

export interface DraftDay {
  readonly date: IsoDate | null
  readonly problem: TypedDateProblem | null
}

export interface DocumentDraft {
  readonly kind: DocumentKind
  readonly title: string
  readonly number: string
  readonly issued: DraftDay
  readonly expires: DraftDay
  readonly original: string
  /** As typed, with commas between. */
  readonly tags: string
  readonly note: string
  readonly people: readonly RecordId[]
}

const day = (date: IsoDate | null): DraftDay => ({ date, problem: null })

export const newDraft = (person: RecordId): DocumentDraft => ({
  kind: 'copr',
  title: '',
  number: '',
  issued: day(null),
  expires: day(null),
  original: '',
  tags: '',
  note: '',
  people: [person],
})

export const documentToDraft = (of: PersonDocument): DocumentDraft => ({
  kind: of.kind,
  title: of.title,
  number: of.number,
  issued: day(of.dates.issued),
  expires: day(of.dates.expires),
  original: of.original,
  tags: of.tags.join(', '),
  note: of.note,
  people: of.people,
})

/** What a newer version has in common with the one before: all but its number, dates and note. */
export const nextVersionDraft = (of: PersonDocument): DocumentDraft => ({
  ...documentToDraft(of),
  number: '',
  issued: day(null),
  expires: day(null),
  note: '',
})

/** Left empty is fine, a text that is no day is not. */
export const isDayWrong = ({ problem }: DraftDay): boolean => problem !== null && problem.kind !== 'empty'

/** The end lies before the day of issue. */
export const isReversed = ({ issued, expires }: DocumentDraft): boolean =>
  issued.date !== null && expires.date !== null && expires.date < issued.date

export const isDraftWrong = (draft: DocumentDraft): boolean =>
  isDayWrong(draft.issued) || isDayWrong(draft.expires) || isReversed(draft) || draft.people.length === 0

export const draftToFields = (draft: DocumentDraft): Omit<DocumentFields, 'replaces'> => ({
  kind: draft.kind,
  title: draft.title.trim(),
  number: draft.number.trim(),
  dates: { issued: draft.issued.date, expires: draft.expires.date },
  original: draft.original.trim(),
  tags: [...new Set(draft.tags.split(',').map(each => each.trim()))].filter(Boolean).slice(0, 20),
  note: draft.note,
  people: draft.people,
})
