/** What is typed about a check of a member, read into a record. */
import { describe, expect, it } from 'vitest'
import { type CheckDraft, checkToDraft, draftToCheck } from '#ui/people/members/check-draft.ts'

const TODAY = '2026-11-23'
const draft: CheckDraft = { ...checkToDraft(null), doneOn: '2026-11-23', doneProblem: null }
const problems = (change: Partial<CheckDraft>) => {
  const read = draftToCheck({ ...draft, ...change }, TODAY)
  return read.ok ? [] : read.problem
}

describe('the form of a check', () => {
  it('needs the date on the paper, of today at the latest', () => {
    expect(problems({ doneOn: null, doneProblem: { kind: 'empty' } })).toEqual(['done-unread'])
    expect(problems({ doneOn: '2026-11-24' })).toEqual(['done-to-come'])
    expect(problems({})).toEqual([])
  })

  it('needs no last day, and none before the first', () => {
    expect(problems({ until: null, untilProblem: { kind: 'empty' } })).toEqual([])
    expect(problems({ until: null, untilProblem: { kind: 'ambiguous' } })).toEqual(['until-unread'])
    expect(problems({ until: '2026-11-22' })).toEqual(['until-before-done'])
    expect(problems({ until: '2026-11-23' })).toEqual([])
  })

  it('asks which training, and forgets it again for a police check', () => {
    expect(problems({ kind: 'training', title: ' ' })).toEqual(['title-missing'])
    expect(draftToCheck({ ...draft, title: 'First aid' }, TODAY)).toMatchObject({ value: { title: '' } })
    expect(draftToCheck({ ...draft, kind: 'training', title: ' First aid' }, TODAY)).toMatchObject({
      value: { kind: 'training', title: 'First aid' },
    })
  })
})
