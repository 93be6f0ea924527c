/** What is typed about a person, until it is saved. */
import type { IsoDate } from '#domain/dates.ts'
import { MAX_LANGUAGES, type PersonPrivate, personPrivate } from '#domain/person-private.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { PersonPrivateFields } from '#state/commands/newcomers.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'

export interface PersonDraft extends Omit<PersonPrivateFields, 'languages'> {
  /** One after the other, with commas between them. */
  readonly languages: string
  readonly bornProblem: TypedDateProblem | null
}

export type PersonProblem = 'born-unread' | 'born-to-come' | 'too-many-languages'

export function personToDraft(known: PersonPrivate | undefined): PersonDraft {
  const { languages, ...own } = fieldsOf(known ?? { id: '', deleted: false, ...personPrivate.defaults })
  return { ...own, languages: languages.join(', '), bornProblem: null }
}

const fieldsOf = ({
  id: _id,
  deleted: _deleted,
  person: _person,
  ...fields
}: PersonPrivate): PersonPrivateFields => fields

export function draftToPerson(
  { languages, bornProblem, ...typed }: PersonDraft,
  today: IsoDate,
): Result<PersonPrivateFields, readonly PersonProblem[]> {
  const problems: PersonProblem[] = []
  const spoken = splitLanguages(languages)
  if (bornProblem !== null && bornProblem.kind !== 'empty') problems.push('born-unread')
  if (typed.born !== null && typed.born > today) problems.push('born-to-come')
  if (spoken.length > MAX_LANGUAGES) problems.push('too-many-languages')
  if (problems.length > 0) return err(problems)
  return ok({
    ...typed,
    nameUsed: typed.nameUsed.trim(),
    legalName: typed.legalName.trim(),
    scriptName: typed.scriptName.trim(),
    pronouns: typed.pronouns.trim(),
    phone: typed.phone.trim(),
    email: typed.email.trim(),
    languages: spoken,
  })
}

/** Commas of Arabic script count too. */
export const splitLanguages = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;،؛\n]/)
      .map(each => each.trim())
      .filter(Boolean),
  ),
]
