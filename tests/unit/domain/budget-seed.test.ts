import { describe, expect, it } from 'vitest'
import { monthly, type SeedInput, seedBudget, seededRecords } from '#domain/budget-seed.ts'
import { line } from '#domain/line.ts'
import { programDefaults, programPresetOf } from '#domain/programs.ts'
import { readRecord } from '#domain/record-kind.ts'
import type { Payer, Program } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const rates = shippedRates()
const sponsorshipOf = (program: Program): SeedInput['sponsorship'] => {
  const { payerByMonth, ...rest } = programDefaults(programPresetOf(rates.programs, program))
  return {
    id: 's',
    program,
    province: 'ON',
    communityKey: 'ON-GTA',
    payerByMonth: [...payerByMonth],
    ...rest,
  }
}
const unit = (adults: number, children6to17 = 0, childrenUnder6 = 0, arrival = 'first') => ({
  id: `${arrival}-${adults}`,
  label: 'U1',
  arrival,
  adults,
  childrenUnder6,
  children6to17,
})
const input = (more: Partial<SeedInput> = {}): SeedInput => ({
  sponsorship: sponsorshipOf('sah'),
  units: [unit(1)],
  turns18: 'no',
  seniors: 'no',
  arrivalDate: null,
  expectedRentCents: null,
  today: '2026-06-15',
  ...more,
})
const seed = (more: Partial<SeedInput> = {}) => {
  const { lines, asks } = seedBudget(rates, input(more))
  const at = (key: string) => {
    const found = lines.find(each => each.key === key)
    if (!found) throw new Error(key)
    return { ...found.fields, proposal: found.proposal }
  }
  return { lines, at, asks, askKinds: asks.map(each => each.kind) }
}

describe('the first budget', () => {
  it('has every standard line, in order, as a record that reads back as it was written', () => {
    let last = 0
    const records = seededRecords(
      seedBudget(rates, input({ expectedRentCents: 195_000 })),
      () => `l${++last}`,
    )
    expect(records).toHaveLength(rates.lines.data.lines.length)
    for (const record of records)
      expect(readRecord(line, { ...record, deleted: false })).toEqual({
        id: record.id,
        deleted: false,
        ...record.fields,
      })
  })

  it('shows an official figure with its source, date and status, and proposes it', () => {
    const { at, asks } = seed()
    expect(at('household-support')).toMatchObject({
      official: { cents: 34_300, per: 'month', asOf: '2023-01-01', status: 'derived' },
      budget: { kind: 'monthly', cents: 34_300, from: 1, to: 12 },
      proposal: { kind: 'official', status: 'derived' },
    })
    expect(at('furniture')).toMatchObject({
      official: { cents: 155_000, per: 'once' },
      budget: { kind: 'once', cents: 155_000 },
    })
    expect(asks).toEqual([])
  })

  it('leaves to the group what no table has', () => {
    const { at } = seed()
    for (const key of ['income-people', 'phone-setup', 'food', 'utilities', 'computer', 'bank-fees'])
      expect(at(key)).toMatchObject({
        official: null,
        budget: { kind: 'none' },
        proposal: { kind: 'group-decides' },
      })
  })

  it('does not change with the application estimate, which is not what is due', () => {
    const table = rates['cost-table']
    const data = { ...table.data, income12: [1, 2, 3, 4, 5, 6], startUp: [1, 2, 3, 4, 5, 6] }
    const other = { ...rates, 'cost-table': { ...table, data } }
    expect(seedBudget(other, input())).toEqual(seedBudget(rates, input()))
  })

  it('budgets the rent that is expected, beside the shelter figure, and a last month ahead in Ontario', () => {
    const { at, askKinds } = seed({ expectedRentCents: 195_000 })
    expect(at('rent')).toMatchObject({
      official: { cents: 59_000 },
      budget: { kind: 'monthly', cents: 195_000, from: 1, to: 12 },
      proposal: { kind: 'expected-rent' },
    })
    expect(at('last-month-rent')).toMatchObject({
      budget: { kind: 'once', cents: 195_000, month: 1 },
      proposal: { kind: 'deposit-rule', status: 'secondary' },
    })
    expect(askKinds).toContain('who-keeps-last-month-rent')
    const elsewhere = seed({
      expectedRentCents: 195_000,
      sponsorship: { ...sponsorshipOf('sah'), province: 'BC', communityKey: 'BC-VANCOUVER' },
    })
    expect(elsewhere.at('last-month-rent').budget).toEqual({ kind: 'none' })
  })
})

describe('months that the government pays', () => {
  it('are left out of a blended program: month 1 and months 8 to 12 are the sponsor’s', () => {
    const { at } = seed({ sponsorship: sponsorshipOf('bvor') })
    const budget = at('household-support').budget
    expect(budget).toEqual({
      kind: 'by-month',
      cents: [34_300, 0, 0, 0, 0, 0, 0, 34_300, 34_300, 34_300, 34_300, 34_300],
    })
    expect(at('furniture').budget.kind).toBe('once')
  })

  it('are the first three of a cost-shared program, with its start-up', () => {
    const { at } = seed({ sponsorship: sponsorshipOf('rrap'), expectedRentCents: 150_000 })
    expect(at('rent').budget).toEqual({ kind: 'monthly', cents: 150_000, from: 4, to: 12 })
    expect(at('last-month-rent').budget).toEqual({ kind: 'once', cents: 150_000, month: 4 })
    expect(at('linens')).toMatchObject({
      official: { cents: 8_000 },
      budget: { kind: 'none' },
      proposal: { kind: 'government-pays' },
    })
  })

  it('are all months of joint assistance, so that nothing is budgeted', () => {
    const { lines } = seed({ sponsorship: sponsorshipOf('jas'), expectedRentCents: 150_000 })
    expect(lines.filter(each => each.fields.budget.kind !== 'none')).toEqual([])
  })

  it('shared between both are asked about', () => {
    const payerByMonth: Payer[] = ['mixed', 'sponsor']
    const { asks } = seed({ sponsorship: { ...sponsorshipOf('sah'), payerByMonth, startUpPayer: 'mixed' } })
    expect(asks).toContainEqual({ kind: 'mixed-payer', months: [1], startUp: true })
  })

  it('make a plan with no amount when there is none to pay', () => {
    expect(monthly(5, ['government', 'government'])).toEqual({ kind: 'none' })
    expect(monthly(5, ['sponsor'])).toEqual({ kind: 'monthly', cents: 5, from: 1, to: 1 })
  })
})

describe('what is asked instead of computed', () => {
  it.each([
    [[unit(1, 2)], 'single-parent'],
    [[unit(1), { ...unit(1), id: 'other' }], 'shares-with-other-units'],
    [[unit(3)], 'more-than-two-adults'],
  ] as const)('is a composition without known rates', (units, why) => {
    const { lines, asks, at } = seed({ units, expectedRentCents: 180_000 })
    expect(asks).toContainEqual({ kind: 'composition', why })
    expect(lines.every(each => each.fields.official === null)).toBe(true)
    expect(at('furniture').proposal).toEqual({ kind: 'enter-figure', why: 'ask' })
    expect(at('rent').budget).toMatchObject({ cents: 180_000 })
  })

  it('is a household with seniors, or one where nobody has said', () => {
    expect(seed({ seniors: 'yes' }).asks).toContainEqual({ kind: 'composition', why: 'seniors' })
    expect(seed({ seniors: 'unknown' }).askKinds).toEqual(['seniors-unknown'])
  })

  it('is a community without figures, which gets no other community’s', () => {
    const { at, asks } = seed({ sponsorship: { ...sponsorshipOf('sah'), communityKey: 'ON-OTTAWA' } })
    expect(asks).toEqual([{ kind: 'community-figures', why: 'not-known' }])
    expect(at('transit')).toMatchObject({
      official: null,
      budget: { kind: 'none' },
      proposal: { kind: 'enter-figure', why: 'not-known' },
    })
    expect(at('phone').official).toMatchObject({ cents: 7_500, status: 'verified' })
  })

  it('is the Quebec program, which has rates of its own', () => {
    const { lines, asks } = seed({
      sponsorship: { ...sponsorshipOf('qc'), province: 'QC', communityKey: 'QC-MONTREAL' },
    })
    expect(asks).toEqual([{ kind: 'rates-of-another-government' }])
    expect(lines.every(each => each.fields.official === null)).toBe(true)
  })

  it('is school, turning 18, later arrivals and more than six people', () => {
    const { askKinds, at } = seed({ units: [unit(2, 2, 1), unit(1, 0, 0, 'second')], turns18: 'unknown' })
    expect(askKinds).toEqual(['school-age-under-6', 'school-twice', 'turns-18', 'later-arrivals'])
    expect(at('school-start').budget).toMatchObject({ cents: 30_000 })
    expect(seed({ units: [unit(2, 5)], arrivalDate: '2026-02-01' }).askKinds).toEqual(['more-than-six'])
  })

  it('is not school where there are no children: nobody needs the line', () => {
    expect(seed().at('school-start').proposal).toEqual({ kind: 'nobody-needs-it' })
  })
})
