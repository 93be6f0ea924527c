/** What gifts in kind count towards start-up: the caps of the table of May 2018, as the start-up sheet counts them. */
import { describe, expect, test } from 'vitest'
import { reportTables } from '#reports/report-tables.ts'
import { reportWords } from '#reports/words.ts'
import { yearlyCsv } from '#reports/yearly-csv.ts'
import type { YearlyOptions } from '#reports/yearly-facts.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import {
  cashEntry,
  makeArrival,
  makeEntry,
  makePerson,
  makeUnit,
  part,
  sampleArrival,
  sampleLines,
  samplePeople,
  sampleRecords,
  sampleUnit,
  year,
} from '../../support/reports/sample-account.ts'

/** Furniture alone has a figure; every other start-up line is retired. */
const lines = sampleLines.map(line => {
  if (line.countsAs !== 'start-up') return line
  if (line.key !== 'furniture') return { ...line, retired: true }
  const official = {
    cents: 155_000,
    per: 'once',
    source: 'RSTP',
    asOf: '2025-06-01',
    status: 'verified',
  } as const
  return { ...line, official }
})
const gift = (id: string, cents: number, line = 'furniture', unit: string | null = null) =>
  makeEntry(id, {
    type: 'in-kind',
    date: '2025-09-20',
    money: { cents, splits: [part(line, cents, { unit })], toAccount: null },
  })
const reportOf = (
  entries: readonly ReturnType<typeof gift>[],
  people = samplePeople.slice(0, 1),
  more: Partial<YearlyOptions> = {},
  records: Partial<typeof sampleRecords> = {},
) =>
  buildYearlyReport(
    { ...sampleRecords, lines, entries, people, ...records },
    { audience: 'group', period: year(2025), preparedOn: '2026-10-01', ...more },
  )
const tableC = (report: ReturnType<typeof reportOf>, language: 'en' | 'fr' = 'en') =>
  reportTables(report, reportWords(language)).find(each => each.id === 'c')

describe('start-up given in full', () => {
  test('is no yes by furniture above the 1,085 that count for one person', () => {
    const { answers, startUp } = reportOf([gift('a', 155_000)])
    expect(answers.startUp).toEqual({
      answer: 'no',
      sentence: 'start-up.no-counted',
      values: {
        givenCents: 155_000,
        countedCents: 108_500,
        officialCents: 155_000,
        missingCents: 46_500,
      },
    })
    expect(startUp).toMatchObject({ inKindCents: 155_000, countedInKindCents: 108_500, totalCents: 155_000 })
  })

  test('is yes once money makes up what does not count, and says what counts', () => {
    const entries = [gift('a', 155_000), cashEntry('b', '2025-09-21', -46_500, 'furniture')]
    expect(reportOf(entries).answers.startUp).toEqual({
      answer: 'yes',
      sentence: 'start-up.yes-counted',
      values: { givenCents: 201_500, countedCents: 155_000, officialCents: 155_000, inKindCents: 155_000 },
    })
  })

  test('counts by the people who arrived first: 1,708 for two, and nobody of a later arrival', () => {
    expect(reportOf([gift('a', 155_000)], samplePeople).answers.startUp).toMatchObject({
      answer: 'yes',
      sentence: 'start-up.yes-in-kind',
    })
    const later = makeArrival('later', { sponsorship: 'maple', order: 'b' })
    const comesLater = makePerson('B1', {
      sponsorship: 'maple',
      arrival: 'later',
      unit: 'unit-b',
      label: 'B1',
    })
    const people = [...samplePeople.slice(0, 1), comesLater]
    const records = {
      arrivals: [sampleArrival, later],
      units: [sampleUnit, makeUnit('unit-b', { sponsorship: 'maple', label: 'B', order: 'b' })],
    }
    const { startUp } = reportOf([gift('a', 155_000)], people, {}, records)
    expect(startUp.countedInKindCents).toBe(108_500)
    const theirs = reportOf([gift('a', 155_000, 'furniture', 'unit-b')], people, {}, records)
    expect(theirs.startUp).toMatchObject({ inKindCents: 155_000, countedInKindCents: 0 })
    expect(theirs.answers.startUp.answer).toBe('no')
  })

  test('counts nothing on a line that the table of caps does not name', () => {
    const { startUp } = reportOf([gift('a', 20_000, 'utilities-setup')])
    expect(startUp).toMatchObject({ inKindCents: 20_000, countedInKindCents: 0 })
  })

  test('leaves a gift after the period out', () => {
    const before = reportOf([gift('a', 155_000)], undefined, { period: year(2024) })
    expect(before.startUp).toMatchObject({ inKindCents: 0, countedInKindCents: 0 })
  })
})

describe('start-up given in full, line by line', () => {
  const official = (cents: number) =>
    ({ cents, per: 'once', source: 'RSTP', asOf: '2025-06-01', status: 'verified' }) as const
  /** Furniture 1,550, linens 80 and household things 600 have a figure, clothing has none; the others are retired. */
  const FIGURES = new Map([
    ['furniture', 155_000],
    ['linens', 8_000],
    ['household-needs', 60_000],
  ])
  const three = sampleLines.map(line => {
    if (line.countsAs !== 'start-up' || line.key === 'clothing') return line
    const cents = FIGURES.get(line.key)
    return cents === undefined ? { ...line, retired: true } : { ...line, official: official(cents) }
  })
  const noClothing = three.map(line => (line.key === 'clothing' ? { ...line, retired: true } : line))
  const paid = (line: string, dollars: number) => cashEntry(line, '2025-09-21', -dollars * 100, line)
  const answerOf = (entries: readonly ReturnType<typeof paid>[], of = noClothing) =>
    reportOf(entries, undefined, {}, { lines: of }).answers.startUp

  test('is no yes by money above one line’s figure: 2,180 on furniture leaves 80 and 600 short', () => {
    expect(answerOf([paid('furniture', 2_230)])).toEqual({
      answer: 'no',
      sentence: 'start-up.no-lines',
      values: { n: 2, missingCents: 68_000, givenCents: 223_000, officialCents: 223_000 },
    })
    const report = reportOf(
      [paid('furniture', 2_230), paid('linens', 50)],
      undefined,
      {},
      { lines: noClothing },
    )
    expect(report.answers.startUp.values).toMatchObject({ n: 2, missingCents: 63_000 })
    expect(yearlyCsv(report, 'en', 'machine')).toContain(
      '2 lines are below their official figure, by $630.00 together; more on another line does not make up for it: $2,280.00 given, official figure $2,230.00. See C.',
    )
  })

  test('tells what all short lines come to, also where the whole is short', () => {
    // 1,700 of 2,230 in all; linens and household things are short by 680, furniture is 150 above.
    expect(answerOf([paid('furniture', 1_700)])).toMatchObject({
      answer: 'no',
      sentence: 'start-up.no-lines',
      values: { n: 2, missingCents: 68_000 },
    })
    expect(answerOf([paid('furniture', 1_500)])).toMatchObject({
      answer: 'no',
      sentence: 'start-up.no',
      values: { missingCents: 73_000 },
    })
  })

  test('is yes once each line has its figure', () => {
    const entries = [paid('furniture', 1_600), paid('linens', 80), paid('household-needs', 600)]
    expect(answerOf(entries)).toMatchObject({ answer: 'yes', sentence: 'start-up.yes' })
  })

  test('says that gifts above their cap do not count on their line', () => {
    const entries = [paid('furniture', 1_700), paid('household-needs', 600), gift('a', 20_000, 'linens')]
    // Linens in kind count 80 for one person: the line is full, and the 120 above it count for no other.
    expect(answerOf(entries)).toMatchObject({ answer: 'yes', sentence: 'start-up.yes-counted' })
    const chair = [gift('b', 155_000), paid('linens', 600), paid('household-needs', 600)]
    expect(answerOf(chair)).toMatchObject({
      answer: 'no',
      sentence: 'start-up.no-lines-counted',
      values: { n: 1, missingCents: 46_500 },
    })
  })

  test('does not know while money on lines without a figure would make up what is short', () => {
    const clothes = [paid('furniture', 1_550), paid('clothing', 680)]
    expect(answerOf(clothes, three)).toMatchObject({ answer: 'not-known', sentence: 'start-up.other-lines' })
    expect(answerOf([paid('furniture', 1_550), paid('clothing', 100)], three)).toMatchObject({
      answer: 'no',
      sentence: 'start-up.no-lines',
      values: { n: 2, missingCents: 68_000 },
    })
  })
})

describe('start-up of more people than the table of caps has', () => {
  const seven = Array.from({ length: 7 }, (_, i) => ({ ...samplePeople[0], id: `p${i}`, label: `P${i}` }))
  const people = seven.flatMap(each => (each.id ? [each as (typeof samplePeople)[number]] : []))

  test('is neither yes nor no by gifts whose cap could not be read', () => {
    expect(people).toHaveLength(7)
    const report = reportOf([gift('a', 155_000)], people)
    expect(report.answers.startUp).toEqual({
      answer: 'not-known',
      sentence: 'start-up.no-cap',
      values: { givenCents: 155_000, officialCents: 155_000, unknownCents: 155_000 },
    })
    expect(tableC(report)?.notes).toEqual([
      'Gifts in kind count towards start-up only up to the official cap of their kind and for the size of the household. The total is all that was given.',
      'Where the official cap could not be read, no gift in kind is counted: ask the agreement holder.',
    ])
    const half = [gift('a', 100_000), cashEntry('b', '2025-09-21', -55_000, 'furniture')]
    expect(reportOf(half, people).answers.startUp).toMatchObject({ sentence: 'start-up.no-cap' })
  })

  test('is a no where it would be short even if all of them counted, and a yes by money', () => {
    expect(reportOf([gift('a', 150_000)], people).answers.startUp).toMatchObject({
      answer: 'no',
      sentence: 'start-up.no-counted',
      values: { countedCents: 0, missingCents: 155_000 },
    })
    const money = [cashEntry('b', '2025-09-21', -155_000, 'furniture')]
    expect(reportOf(money, people).answers.startUp.answer).toBe('yes')
  })

  test('tells donors nothing of it', () => {
    const donors = reportOf([gift('a', 155_000)], people, { audience: 'donors' })
    expect(donors.answers.startUp).toEqual({ answer: 'not-known', sentence: 'answer.alone', values: {} })
    expect(donors.startUp.rows.every(row => row.unknownCapCents === 0)).toBe(true)
  })
})

describe('section C', () => {
  test('shows what was given in kind, and what of it counts where that differs', () => {
    const report = reportOf([gift('a', 155_000), gift('b', 20_000, 'linens')])
    const table = tableC(report)
    expect(table?.columns.map(column => column.label)).toEqual([
      'Line',
      'Official figure',
      'Cash',
      'In kind',
      'In kind that counts',
      'Total',
    ])
    // Linens for one person: 80.
    expect(
      table?.rows
        .at(-1)
        ?.cells.slice(3)
        .map(cell => cell.kind === 'money' && cell.cents),
    ).toEqual([175_000, 116_500, 175_000])
    expect(table?.notes).toEqual([
      'Gifts in kind count towards start-up only up to the official cap of their kind and for the size of the household. The total is all that was given.',
    ])
    expect(yearlyCsv(report, 'en', 'machine')).toContain('c,total,Total,1550.00,0.00,1750.00,1165.00,1750.00')
    expect(yearlyCsv(report, 'fr', 'excel-fr')).toContain(';1750,00;1165,00;1750,00')
  })

  test('has no such column where all of it counts, and none for donors, who must not learn the household’s size', () => {
    expect(tableC(reportOf([gift('a', 50_000)]))?.columns).toHaveLength(5)
    const donors = reportOf([gift('a', 155_000)], undefined, { audience: 'donors' })
    expect(tableC(donors)?.columns.map(column => column.id)).toEqual(['line', 'cash', 'in-kind', 'total'])
    expect(donors.answers.startUp).toMatchObject({ answer: 'no', sentence: 'answer.alone' })
    expect(JSON.stringify(donors)).not.toContain('108500')
    expect(yearlyCsv(donors, 'en', 'machine')).not.toContain('1085.00')
  })
})
