import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planContextOf } from '#domain/anchor.ts'
import { resolveDue } from '#domain/due-date.ts'
import { readRecord } from '#domain/record-kind.ts'
import {
  chooseSettlementPlan,
  dueOfItem,
  householdOfArrival,
  isProposed,
  type OfferedItem,
  type PlanChoice,
  parseSettlementPlan,
  planPapers,
  settlementTasks,
  shippedSettlementPlan,
} from '#domain/settlement-plan.ts'
import { programs, provinces } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import { makeArrival, makeSponsorship } from '../../support/plan/records.ts'
import { makePerson } from '../../support/reports/sample-account.ts'

const items = shippedSettlementPlan().data.items
const raw = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/plan/settlement.json'), 'utf8')) as {
    data: { items: Record<string, unknown>[] }
  }

const MAPLE = 'a'.repeat(32)
const FIRST = 'b'.repeat(32)
const choice = (
  sponsorship: Partial<PlanChoice['sponsorship']> = {},
  timing: Partial<PlanChoice['arrival']['timing']> = {},
  rest: Partial<PlanChoice> = {},
): PlanChoice => ({
  sponsorship: makeSponsorship(MAPLE, { program: 'sah', province: 'ON', seniors: 'no', ...sponsorship }),
  arrival: makeArrival(FIRST, timing, { sponsorship: MAPLE }),
  isFirst: true,
  household: { childrenUnder6: 0, children6to17: 0 },
  known: new Map(),
  ...rest,
})
const find = (offered: readonly OfferedItem[], key: string): OfferedItem => {
  const found = offered.find(each => each.item.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const verdict = (key: string, of: PlanChoice) => find(chooseSettlementPlan(of), key).verdict
const proposed = (of: PlanChoice): readonly string[] =>
  chooseSettlementPlan(of)
    .filter(isProposed)
    .map(each => each.item.key)

describe('the settlement plan as shipped', () => {
  it('has its items in order, each with a key that fits into an id and a paper trail', () => {
    expect(items.map(each => each.order)).toEqual(items.map(each => each.order).toSorted())
    expect(new Set(items.map(each => each.order)).size).toBe(items.length)
    const used = new Set(items.flatMap(each => each.papers))
    expect(planPapers.filter(paper => !used.has(paper))).toEqual([])
    for (const { when } of items)
      expect(when.programs?.some(each => when.notPrograms.includes(each)) ?? false).toBe(false)
  })

  it('marks as hard the deadlines that the sources call so, and none other', () => {
    expect(items.filter(each => each.hard).map(each => each.key)).toEqual([
      'evidence-pack',
      'pr-address',
      'tax-return',
      'one-year-window',
      'loan-first-payment',
    ])
  })

  it('comes to the days that the handbooks name', () => {
    // They reached us on Wednesday 17 June 2026 in Ottawa, having landed the day before; support ends 16 June 2027.
    const of = choice()
    const arrival = makeArrival(
      FIRST,
      { state: 'landed', landed: '2026-06-16', reached: '2026-06-17' },
      { sponsorship: MAPLE },
    )
    const context = planContextOf(makeSponsorship(MAPLE, { province: 'ON' }), [arrival])
    const days = (...keys: readonly string[]): readonly unknown[] =>
      keys.map(key => {
        const due = resolveDue(dueOfItem(find(chooseSettlementPlan(of), key).item, FIRST), context)
        return due.kind === 'date' ? due.date : due.kind
      })
    expect(days('police-checks', 'housing-research', 'notice-reply', 'check-flight')).toEqual([
      '2026-04-18',
      '2026-05-18',
      '2026-06-05',
      '2026-06-14',
    ])
    expect(days('airport-papers', 'sin', 'child-benefit', 'language-assessment', 'pr-card')).toEqual([
      '2026-06-16',
      '2026-06-24',
      '2026-07-01',
      '2026-07-17',
      '2026-09-14',
    ])
    // Day 180 after landing is Sunday 13 December: on the Friday before. Day 120 is Thursday 15 October.
    expect(days('evidence-pack', 'pr-address', 'tax-return', 'loan-first-payment')).toEqual([
      '2026-10-15',
      '2026-12-11',
      '2027-04-30',
      '2027-06-16',
    ])
    expect(days('independence-plan', 'social-assistance', 'support-ends', 'final-report')).toEqual([
      '2027-03-16',
      '2027-05-14',
      '2027-06-16',
      '2027-07-16',
    ])
    expect(days('address-changes', 'citizenship')).toEqual(['unknown', 'none'])
  })

  it('never begins after it is due', () => {
    for (const { due, key } of items)
      if (due && due.notBefore !== null) expect(due.notBefore, key).toBeLessThanOrEqual(due.offset)
  })

  it('is refused with the place of what is wrong', () => {
    const wrong = raw()
    Object.assign(wrong.data.items[3] ?? {}, { area: 'secrets' })
    expect(parseSettlementPlan(wrong)).toMatchObject({ ok: false, problem: { at: 'data.items.3.area' } })
    const twice = raw()
    twice.data.items.push({ ...twice.data.items[0] })
    expect(parseSettlementPlan(twice)).toMatchObject({ ok: false, problem: { at: 'data' } })
    const longKey = raw()
    Object.assign(longKey.data.items[0] ?? {}, { key: 'k'.repeat(31) })
    expect(parseSettlementPlan(longKey)).toMatchObject({ ok: false, problem: { at: 'data.items.0.key' } })
    expect(parseSettlementPlan(raw())).toMatchObject({ ok: true })
  })
})

describe('choosing from the plan', () => {
  it('leaves out what a program has not, and says so', () => {
    expect(verdict('tax-slips', choice({ program: 'bvor' }))).toEqual({ kind: 'applies' })
    expect(verdict('tax-slips', choice({ program: 'g5' }))).toEqual({
      kind: 'does-not-apply',
      why: 'program',
    })
    expect(verdict('tax-slips', choice({ program: 'unknown' }))).toEqual({ kind: 'unsure', why: ['program'] })
    expect(verdict('plan-update', choice({ program: 'g5' }))).toMatchObject({ why: 'program' })
    expect(verdict('evidence-pack', choice({ program: 'qc', province: 'QC' }))).toMatchObject({
      why: 'program',
    })
  })

  it('asks for the language of the province', () => {
    expect(verdict('language-assessment', choice({ province: 'QC' }))).toMatchObject({ why: 'province' })
    expect(verdict('french-classes', choice({ province: 'QC' }))).toEqual({ kind: 'applies' })
    expect(verdict('french-classes', choice({ province: '' }))).toEqual({ kind: 'unsure', why: ['province'] })
    expect(verdict('language-assessment', choice({ province: '' }))).toEqual({ kind: 'applies' })
  })

  it('looks at who comes', () => {
    const baby = choice({}, {}, { household: { childrenUnder6: 1, children6to17: 0 } })
    const pupil = choice({}, {}, { household: { childrenUnder6: 0, children6to17: 2 } })
    expect(['car-seats', 'school-registration', 'child-benefit'].map(key => verdict(key, choice()))).toEqual([
      { kind: 'does-not-apply', why: 'children' },
      { kind: 'does-not-apply', why: 'school-age' },
      { kind: 'does-not-apply', why: 'children' },
    ])
    expect(verdict('tax-credits', choice())).toEqual({ kind: 'applies' })
    expect(verdict('tax-credits', baby)).toMatchObject({ why: 'no-children' })
    expect(verdict('school-registration', baby)).toEqual({ kind: 'unsure', why: ['school-age'] })
    expect(verdict('school-registration', pupil)).toEqual({ kind: 'applies' })
    expect(verdict('rates-for-seniors', choice({ seniors: 'yes' }))).toEqual({ kind: 'applies' })
    expect(verdict('rates-for-seniors', choice({ seniors: 'unknown' }))).toMatchObject({ kind: 'unsure' })
    const people = [
      makePerson('1', { arrival: FIRST, band: 'child-0-5' }),
      makePerson('2', { arrival: FIRST, band: 'adult' }),
      makePerson('3', { arrival: 'other', band: 'child-6-17' }),
      { ...makePerson('4', { arrival: FIRST, band: 'child-6-17' }), deleted: true },
    ]
    expect(householdOfArrival(people, FIRST)).toEqual({ childrenUnder6: 1, children6to17: 0 })
  })

  it('has winter coats for those who come in winter, and waits to say so while it is not known', () => {
    const coats = (timing: Partial<PlanChoice['arrival']['timing']>) =>
      verdict('winter-clothes', choice({}, timing)).kind
    expect(coats({ state: 'notified', expected: '2026-10-01' })).toBe('applies')
    expect(coats({ state: 'notified', expected: '2026-03-31' })).toBe('applies')
    expect(coats({ state: 'notified', expected: '2026-04-01' })).toBe('does-not-apply')
    expect(coats({ state: 'window', from: '2026-12-01', to: '2027-02-28' })).toBe('applies')
    expect(coats({ state: 'window', from: '2026-09-01', to: '2026-10-31' })).toBe('unsure')
    expect(coats({ state: 'window', from: '2026-05-01', to: '2026-08-31' })).toBe('does-not-apply')
    expect(coats({ state: 'window', from: '2026-09-01' })).toBe('unsure')
    expect(coats({ state: 'unknown' })).toBe('unsure')
  })

  it('offers a later arrival only what is done anew for each', () => {
    const later = choice({}, {}, { isFirst: false })
    expect(verdict('police-checks', later)).toEqual({ kind: 'does-not-apply', why: 'once' })
    expect(verdict('bank-account', later)).toEqual({ kind: 'applies' })
  })

  it('proposes a good plan for every program and province, with nothing twice', () => {
    for (const program of programs)
      for (const province of provinces) {
        const keys = proposed(choice({ program, province }))
        expect(keys.length).toBeGreaterThan(40)
        expect(new Set(keys).size).toBe(keys.length)
        const languages = keys.filter(key => key === 'language-assessment' || key === 'french-classes')
        expect(languages).toHaveLength(1)
      }
  })
})

describe('tasks of the plan', () => {
  const keys = new Set(items.map(each => each.key))

  it('are the same records on every laptop, and read back as they were made', () => {
    const [one, other] = [choice(), choice()].map(
      of => settlementTasks(chooseSettlementPlan(of), keys, of).create,
    )
    expect(one).toEqual(other)
    expect(new Set(one?.map(each => each.id)).size).toBe(items.length)
    for (const made of one ?? []) {
      expect(made.id.length).toBeLessThanOrEqual(64)
      const read = readRecord(task, { ...made, deleted: false })
      expect(read).toMatchObject({ ...made.fields, sponsorship: MAPLE, title: '', owner: null })
    }
  })

  it('hang on their own arrival, those of the group on the first', () => {
    const of = choice()
    const { create } = settlementTasks(chooseSettlementPlan(of), new Set(['police-checks', 'sin']), of)
    expect(create.map(each => [each.id, each.fields['due']])).toEqual([
      [`${MAPLE}-police-checks`, expect.objectContaining({ anchor: 'arrival', arrival: null })],
      [`${FIRST}-sin`, expect.objectContaining({ anchor: 'arrival', arrival: FIRST })],
    ])
  })

  it('are not made again, and come out of the trash only when asked for', () => {
    const of = choice(
      {},
      {},
      {
        known: new Map([
          [`${MAPLE}-training`, 'there'],
          [`${FIRST}-sin`, 'deleted'],
        ]),
      },
    )
    const offered = chooseSettlementPlan(of)
    expect(find(offered, 'training').state).toBe('there')
    expect(find(offered, 'sin').state).toBe('deleted')
    expect(proposed(of)).not.toContain('training')
    expect(proposed(of)).not.toContain('sin')
    const asked = settlementTasks(offered, new Set(['training', 'sin', 'utilities']), of)
    expect(asked.create.map(each => each.id)).toEqual([`${FIRST}-utilities`])
    expect(asked.restore).toEqual([`${FIRST}-sin`])
  })
})
