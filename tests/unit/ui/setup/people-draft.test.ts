import { describe, expect, it } from 'vitest'
import { householdProblem } from '#domain/household-plan.ts'
import { withAdultOf } from '#ui/setup/known-people.ts'
import { householdAnswers, NO_PEOPLE, togetherOf } from '#ui/setup/people-draft.ts'

describe('adults who are supported together', () => {
  it('are each alone unless somebody says so', () => {
    expect(togetherOf(3, [])).toEqual([])
  })

  it('form one unit, also by way of another adult', () => {
    expect(togetherOf(4, [null, 0, 1, null])).toEqual([[0, 1, 2]])
  })

  it('are read back from their units', () => {
    expect(withAdultOf([{ unit: 'a' }, { unit: 'b' }, { unit: 'a' }])).toEqual([null, null, 0])
  })

  it('forget an answer about an adult who is not there any more', () => {
    const draft = { ...NO_PEOPLE, adults: 1, withAdult: [null, 0] }
    expect(householdProblem(householdAnswers(draft))).toBeNull()
    expect(householdAnswers(draft).people.together).toEqual([])
  })
})

describe('the answers about the people', () => {
  it('are one adult when nothing was touched, with no problem', () => {
    expect(householdProblem(householdAnswers(NO_PEOPLE))).toBeNull()
  })

  it('ask about turning 18 only where there is a child of 6 to 17', () => {
    const draft = { ...NO_PEOPLE, turns18: 'known' as const, turns18Month: '2027-03' }
    expect(householdAnswers(draft).turns18).toEqual({ answer: 'no' })
    expect(householdAnswers({ ...draft, children6to17: 1 }).turns18).toEqual({
      answer: 'known',
      month: '2027-03',
    })
  })

  it('keep a later arrival whose people are not known yet', () => {
    expect(householdAnswers({ ...NO_PEOPLE, moreLater: true }).laterArrivals).toEqual([null])
  })
})
