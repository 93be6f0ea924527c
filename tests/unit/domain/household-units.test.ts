import { describe, expect, it } from 'vitest'
import {
  householdEditProblem,
  householdUnits,
  isUnitInMonth,
  nextUnitLabel,
  unitsInMonth,
} from '#domain/household-units.ts'
import { makeMajority, makePerson, makeUnit } from '../../support/reports/sample-account.ts'

const own = { sponsorship: 'maple', arrival: 'first' } as const
const units = [
  makeUnit('u1', { sponsorship: 'maple', label: 'U1', order: 'a' }),
  makeUnit('u9', { sponsorship: 'other', label: 'U1', order: 'a' }),
]
const people = [
  makePerson('p1', { ...own, unit: 'u1', label: 'A1', band: 'adult', order: 'a' }),
  makePerson('p2', { ...own, unit: 'u1', label: 'C1', band: 'child-6-17', order: 'b' }),
  makePerson('p3', { ...own, unit: 'u1', label: 'C2', band: 'child-0-5', order: 'c' }),
]
const turns = makeMajority('p2-18', { person: 'p2', month: '2027-03' })
const household = (majorities = [turns], of = people) =>
  householdUnits('maple', { units, people: of, majorities })
const counts = (month: string, all = household()) =>
  unitsInMonth(all, month).map(each => [
    each.label,
    each.adults,
    each.children6to17,
    each.childrenUnder6,
    each.arrival,
  ])

describe('a person who turns 18', () => {
  it('is a unit of their own from the month on, and leaves the one they were in', () => {
    expect(counts('2027-02')).toEqual([['U1', 1, 1, 1, 'first']])
    expect(counts('2027-03')).toEqual([
      ['U1', 1, 0, 1, 'first'],
      ['C1', 1, 0, 0, 'first'],
    ])
  })

  it('is named by the record of the month, which other laptops make under the same id', () => {
    expect(household().map(each => [each.id, each.begins])).toEqual([
      ['u1', null],
      ['p2-18', '2027-03'],
    ])
  })

  it('is one unit where two laptops made two records, the same one whatever came first', () => {
    const other = makeMajority('p2-17', { person: 'p2', month: '2027-05' })
    for (const both of [
      [turns, other],
      [other, turns],
    ])
      expect(household(both).map(each => each.id)).toEqual(['u1', 'p2-17'])
  })

  it('counts no more once the month is taken away or the person is entered as an adult', () => {
    expect(household([{ ...turns, deleted: true }])).toHaveLength(1)
    const grown = people.map(each => (each.id === 'p2' ? { ...each, band: 'adult' as const } : each))
    expect(counts('2027-03', household([turns], grown))).toEqual([['U1', 2, 0, 1, 'first']])
  })

  it('ends the unit they were in when nobody is left there', () => {
    const alone = people.filter(each => each.id === 'p2')
    const [u1] = household([turns], alone)
    expect(u1?.ends).toBe('2027-03')
    expect(u1 && isUnitInMonth(u1, '2027-02')).toBe(true)
    expect(u1 && isUnitInMonth(u1, '2027-03')).toBe(false)
    expect(counts('2027-03', household([turns], alone))).toEqual([['C1', 1, 0, 0, 'first']])
  })
})

describe('changing the household', () => {
  it('keeps the month of somebody to whom money was paid, but lets it be moved', () => {
    const edit = (month: string | null) => ({ units: new Map(), majorities: new Map([['p2', month]]) })
    expect(householdEditProblem(edit(null), household(), new Set(['p2-18']))).toEqual({
      kind: 'unit-in-use',
      label: 'C1',
    })
    expect(householdEditProblem(edit('2027-04'), household(), new Set(['p2-18']))).toBeNull()
    expect(householdEditProblem(edit(null), household(), new Set(['u1']))).toBeNull()
  })

  it('goes on with the labels of units', () => {
    expect(nextUnitLabel(['U1', 'U3', 'Elm'])).toBe('U4')
    expect(nextUnitLabel([])).toBe('U1')
  })
})
