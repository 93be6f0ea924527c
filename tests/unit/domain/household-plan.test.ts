import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type HouseholdAnswers,
  householdProblem,
  type PeopleCount,
  planHousehold,
} from '#domain/household-plan.ts'
import { allKinds } from '#domain/kinds.ts'
import { readRecord } from '#domain/record-kind.ts'

const people = (adults: number, under6 = 0, from6 = 0, together: number[][] = []): PeopleCount => ({
  adults,
  childrenUnder6: under6,
  children6to17: from6,
  together,
})
const answers = (first: PeopleCount, more: Partial<HouseholdAnswers> = {}): HouseholdAnswers => ({
  people: first,
  turns18: { answer: 'no' },
  laterArrivals: [],
  ...more,
})
const counter = (): (() => string) => {
  let last = 0
  return () => `id-${++last}`
}
const plan = (given: HouseholdAnswers) => planHousehold(given, 'sponsorship', counter())
const of = (records: ReturnType<typeof plan>['records'], kind: string) =>
  records.filter(each => each.kind === kind).map(each => each.fields)

describe('a household', () => {
  it('of one adult is one person in one unit of one arrival', () => {
    const { records, units, arrivals } = plan(answers(people(1)))
    expect(records.map(each => each.kind)).toEqual(['arrival', 'support-unit', 'person'])
    expect(of(records, 'person')[0]).toMatchObject({ label: 'A1', band: 'adult', unit: units[0]?.id })
    expect(arrivals).toHaveLength(1)
  })

  it('supports each adult alone unless it is said otherwise', () => {
    expect(plan(answers(people(3))).units.map(each => each.adults)).toEqual([1, 1, 1])
  })

  it('puts the children with the adults who are supported together', () => {
    const { units, records } = plan(answers(people(3, 1, 2, [[2, 1]])))
    expect(
      units.map(({ adults, childrenUnder6, children6to17 }) => [adults, childrenUnder6, children6to17]),
    ).toEqual([
      [1, 0, 0],
      [2, 1, 2],
    ])
    expect(of(records, 'person').map(each => each['label'])).toEqual(['A1', 'A2', 'A3', 'C1', 'C2', 'C3'])
  })

  it('gives later arrivals their own clock and units, and goes on with the labels', () => {
    const { arrivals, records, units } = plan(answers(people(1), { laterArrivals: [people(1, 2), null] }))
    expect(arrivals).toHaveLength(3)
    expect(units.map(each => each.arrival)).toEqual(arrivals.slice(0, 2))
    expect(of(records, 'person').map(each => each['label'])).toEqual(['A1', 'A2', 'C1', 'C2'])
  })

  it('keeps the month of turning 18 with the money, not with the person', () => {
    const given = answers(people(1, 0, 2), { turns18: { answer: 'known', month: '2026-11' } })
    const { records } = plan(given)
    const child = records.find(each => each.fields['label'] === 'C1')
    expect(of(records, 'majority')).toEqual([{ person: child?.id, month: '2026-11' }])
  })

  it('starts with the arrival as it stands', () => {
    const timing = {
      state: 'landed' as const,
      from: null,
      to: null,
      expected: null,
      landed: '2025-09-27',
      reached: '2025-09-27',
    }
    const { records } = plan(answers(people(1), { timing, laterArrivals: [people(1)] }))
    expect(of(records, 'arrival').map(each => each['timing'])).toEqual([timing, undefined])
  })

  it('has every person in a unit of the same arrival, and every field as its kind reads it', () => {
    const count = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        count,
        count,
        fc.boolean(),
        (adults, under6, from6, couple) => {
          const first = people(adults, under6, from6, couple && adults > 1 ? [[0, adults - 1]] : [])
          const { records, units } = plan(answers(first, { laterArrivals: [first] }))
          for (const record of records) {
            const kind = allKinds.find(each => each.kind === record.kind)
            if (!kind) throw new Error(record.kind)
            const read = readRecord(kind, { ...record, deleted: false }) as unknown as Record<string, unknown>
            for (const [name, value] of Object.entries(record.fields)) expect(read[name]).toEqual(value)
          }
          const persons = of(records, 'person')
          expect(persons).toHaveLength(2 * (adults + under6 + from6))
          for (const each of persons)
            expect(units.find(unit => unit.id === each['unit'])?.arrival).toBe(each['arrival'])
          expect(new Set(persons.map(each => each['label'])).size).toBe(persons.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('answers that do not fit', () => {
  it.each([
    [answers(people(0)), { kind: 'nobody' }],
    [answers(people(1.5)), { kind: 'not-a-count', arrival: 0 }],
    [answers(people(1, -1)), { kind: 'not-a-count', arrival: 0 }],
    [answers(people(20, 20)), { kind: 'too-many', arrival: 0, most: 30 }],
    [answers(people(2, 0, 0, [[0, 2]])), { kind: 'together-does-not-fit', arrival: 0 }],
    [
      answers(
        people(3, 0, 0, [
          [0, 1],
          [1, 2],
        ]),
      ),
      { kind: 'together-does-not-fit', arrival: 0 },
    ],
    [answers(people(2), { turns18: { answer: 'known', month: '2026-01' } }), { kind: 'nobody-to-turn-18' }],
    [
      answers(people(1), { laterArrivals: [people(1, 0, 0, [[3]])] }),
      { kind: 'together-does-not-fit', arrival: 1 },
    ],
  ])('are named, not planned', (given, problem) => {
    expect(householdProblem(given)).toEqual(problem)
  })

  it('are none for an ordinary household and for an arrival whose people are not known yet', () => {
    expect(householdProblem(answers(people(2, 1, 1, [[0, 1]]), { laterArrivals: [null] }))).toBeNull()
    expect(householdProblem(answers(people(0, 0, 1)))).toBeNull()
  })
})
