/** What is typed about a check of a member, until it is saved. */
import type { IsoDate } from '#domain/dates.ts'
import type { CheckKind, MemberCheck } from '#domain/member-check.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'

export interface CheckDraft {
  readonly kind: CheckKind
  readonly title: string
  readonly doneOn: IsoDate | null
  readonly doneProblem: TypedDateProblem | null
  readonly until: IsoDate | null
  readonly untilProblem: TypedDateProblem | null
}

export type CheckProblem =
  | 'title-missing'
  | 'done-unread'
  | 'done-to-come'
  | 'until-unread'
  | 'until-before-done'

export function checkToDraft(known: MemberCheck | null): CheckDraft {
  if (known === null)
    return {
      kind: 'police',
      title: '',
      doneOn: null,
      doneProblem: { kind: 'empty' },
      until: null,
      untilProblem: null,
    }
  const { kind, title, doneOn, until } = known
  return { kind, title, doneOn, doneProblem: null, until, untilProblem: null }
}

export function draftToCheck(
  { kind, title, doneOn, until, untilProblem }: CheckDraft,
  today: IsoDate,
): Result<Pick<MemberCheck, 'kind' | 'title' | 'doneOn' | 'until'>, readonly CheckProblem[]> {
  const problems: CheckProblem[] = []
  if (kind === 'training' && title.trim() === '') problems.push('title-missing')
  if (doneOn === null) problems.push('done-unread')
  else if (doneOn > today) problems.push('done-to-come')
  if (untilProblem !== null && untilProblem.kind !== 'empty') problems.push('until-unread')
  else if (until !== null && doneOn !== null && until < doneOn) problems.push('until-before-done')
  if (doneOn === null || problems.length > 0) return err(problems)
  return ok({ kind, title: kind === 'police' ? '' : title.trim(), doneOn, until })
}
