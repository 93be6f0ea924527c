/** What is typed into the form of a budget line, and what is kept of it. */
import { describe, expect, it } from 'vitest'
import { type Line, line } from '#domain/line.ts'
import { draftToLine, lineProblems, lineToDraft } from '../../../../src/ui/money/budget/line-draft.ts'

const MONTHS = 12
const rent: Line = {
  ...line.defaults,
  id: 'rent',
  deleted: false,
  key: 'rent',
  countsAs: 'monthly-support',
  budget: { kind: 'monthly', cents: 145_000, from: 1, to: 12 },
  official: {
    cents: 89_700,
    per: 'month',
    source: 'RSTP calculator',
    asOf: '2026-01-10',
    status: 'verified',
  },
}

describe('the form of a budget line', () => {
  it('changes nothing when nothing was changed', () => {
    expect(draftToLine(lineToDraft(rent, MONTHS), rent)).toEqual({})
  })

  it('writes only what was changed', () => {
    const draft = { ...lineToDraft(rent, MONTHS), monthly: 150_000, from: 2 }
    expect(draftToLine(draft, rent)).toEqual({
      budget: { kind: 'monthly', cents: 150_000, from: 2, to: 12 },
    })
  })

  it('begins month by month with what each month had', () => {
    const draft = { ...lineToDraft({ ...rent, budget: { kind: 'monthly', cents: 100, from: 2, to: 3 } }, 4) }
    expect(draft.byMonth).toEqual([0, 100, 100, 0])
  })

  it('keeps the month of a one-time amount, which is not asked', () => {
    const once: Line = { ...rent, budget: { kind: 'once', cents: 5_000, month: 3 } }
    const draft = { ...lineToDraft(once, MONTHS), once: 6_000 }
    expect(draftToLine(draft, once).budget).toEqual({ kind: 'once', cents: 6_000, month: 3 })
  })

  it('takes the official figure away when there is none any more', () => {
    expect(draftToLine({ ...lineToDraft(rent, MONTHS), hasOfficial: false }, rent)).toEqual({
      official: null,
    })
  })

  it('asks for a name where there is no standard one', () => {
    const draft = lineToDraft(null, MONTHS)
    expect(lineProblems(draft, false)).toEqual(['name-missing'])
    expect(lineProblems(draft, true)).toEqual([])
  })

  it('asks for the amount, the figure, and months in order', () => {
    const draft = lineToDraft(rent, MONTHS)
    expect(lineProblems({ ...draft, monthly: null }, true)).toEqual(['budget-missing'])
    expect(lineProblems({ ...draft, from: 5, to: 4 }, true)).toEqual(['months-turned'])
    expect(lineProblems({ ...draft, official: null }, true)).toEqual(['official-missing'])
  })
})
