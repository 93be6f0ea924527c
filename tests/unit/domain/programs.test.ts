import { describe, expect, it } from 'vitest'
import { programDefaults, programNotes, programPresetOf } from '#domain/programs.ts'
import { type Payer, type Program, type Province, programs } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const table = shippedRates().programs
const defaultsOf = (program: Program) => programDefaults(programPresetOf(table, program))
const run = (payer: Payer, count: number): Payer[] => Array.from({ length: count }, () => payer)
const notes = (program: Program, province: Province, today = '2026-06-15') =>
  programNotes(table, { program, province, today })
const noteKinds = (program: Program, province: Province, today?: string) =>
  notes(program, province, today).map(note => note.kind)

describe('a program', () => {
  it.each(['g5', 'cs', 'sah', 'qc', 'oyw', 'unknown'] as const)(
    '%s has twelve months of the sponsor',
    program => {
      expect(defaultsOf(program)).toEqual({
        supportMonths: 12,
        payerByMonth: run('sponsor', 12),
        startUpPayer: 'sponsor',
      })
    },
  )

  it('of blended visas has the government pay months 2 to 7', () => {
    expect(defaultsOf('bvor')).toEqual({
      supportMonths: 12,
      payerByMonth: ['sponsor', ...run('government', 6), ...run('sponsor', 5)],
      startUpPayer: 'sponsor',
    })
  })

  it('of joint assistance has the government pay everything for 24 months', () => {
    expect(defaultsOf('jas')).toEqual({
      supportMonths: 24,
      payerByMonth: run('government', 24),
      startUpPayer: 'government',
    })
  })

  it('with three government months is marked as to check', () => {
    expect(defaultsOf('rrap')).toEqual({
      supportMonths: 12,
      payerByMonth: [...run('government', 3), ...run('sponsor', 9)],
      startUpPayer: 'government',
    })
    expect(notes('rrap', 'ON')).toContainEqual({ kind: 'payers-to-check', status: 'unverified' })
  })

  it.each(programs)('%s has a payer for each of its months', program => {
    const { supportMonths, payerByMonth } = defaultsOf(program)
    expect(payerByMonth).toHaveLength(supportMonths)
  })
})

describe('what is said beside the choice', () => {
  it('warns of joint assistance in Quebec, which runs its own program', () => {
    expect(notes('jas', 'QC')).toContainEqual({ kind: 'not-in-province', province: 'QC' })
    expect(notes('g5', 'QC')).toContainEqual({ kind: 'province-runs-own', province: 'QC', program: 'qc' })
    expect(noteKinds('g5', 'ON')).not.toContain('province-runs-own')
  })

  it('warns of the Quebec program elsewhere', () => {
    expect(notes('qc', 'ON')).toContainEqual({ kind: 'only-in-province', province: 'QC' })
    expect(noteKinds('qc', 'QC')).not.toContain('only-in-province')
    expect(noteKinds('qc', '')).not.toContain('only-in-province')
  })

  it('says until when new applications are paused, and stops saying it the day after', () => {
    expect(notes('g5', 'ON', '2026-12-31')).toContainEqual({ kind: 'intake-paused', until: '2026-12-31' })
    expect(noteKinds('g5', 'ON', '2027-01-01')).not.toContain('intake-paused')
    expect(notes('qc', 'QC', '2029-12-31')).toContainEqual({ kind: 'intake-paused', until: '2029-12-31' })
    expect(noteKinds('sah', 'ON')).not.toContain('intake-paused')
  })

  it('tells a group of five how many it must be and that it gives no tax receipts', () => {
    expect(notes('g5', 'ON')).toContainEqual({ kind: 'needs-members', min: 5, max: null })
    expect(noteKinds('g5', 'ON')).toContain('no-tax-receipts')
  })

  it('warns of more months than the program allows', () => {
    const months = (supportMonths: number) =>
      programNotes(table, { program: 'g5', province: 'ON', supportMonths, today: '2026-06-15' })
    expect(months(37)).toContainEqual({ kind: 'months-over-limit', max: 36 })
    expect(months(36).map(note => note.kind)).not.toContain('months-over-limit')
  })

  it('tells those who do not know to ask', () => {
    expect(noteKinds('unknown', '')).toEqual(['ask-your-sah'])
  })
})
