import { describe, expect, test } from 'vitest'
import { entryTypes } from '#domain/entry.ts'
import { countsAs, figureStatuses } from '#domain/line.ts'
import { payers, programs, provinces } from '#domain/sponsorship.ts'
import { balanceCurve, incomeBars, planBars } from '#reports/charts.ts'
import { fileNameFor } from '#reports/file-names.ts'
import { hledgerJournal } from '#reports/hledger-journal.ts'
import { audiences, type YearlyReport } from '#reports/report-model.ts'
import { reportTables, tableIds } from '#reports/report-tables.ts'
import { sahRow } from '#reports/sah-row.ts'
import { reportWords } from '#reports/words.ts'
import { yearlyCsv } from '#reports/yearly-csv.ts'
import type { YearlyOptions, YearlyRecords } from '#reports/yearly-facts.ts'
import { paperProgram } from '#reports/yearly-page-one.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import { formulaOf, yearlyXlsx } from '#reports/yearly-xlsx.ts'
import { readZip } from '../../support/reports/read-zip.ts'
import {
  cashEntry,
  makeAccount,
  sampleLines,
  sampleNotes,
  sampleRecords,
  year,
} from '../../support/reports/sample-account.ts'

const reportOf = (more: Partial<YearlyOptions> = {}, records: Partial<YearlyRecords> = {}): YearlyReport =>
  buildYearlyReport(
    { ...sampleRecords, ...records },
    { audience: 'sah', period: year(2025), preparedOn: '2026-10-01', includeEntries: true, ...more },
  )

const csvRecords = (text: string, delimiter: string): string[][] =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map(line =>
      [...line.matchAll(new RegExp(`(?:^|${delimiter})("(?:[^"]|"")*"|[^${delimiter}]*)`, 'g'))].map(match =>
        (match[1] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    )

describe('names', () => {
  /** What must not be found: the bank's texts and the people in them, labels, the group's name, the program. */
  const names = [
    ...new Set(
      sampleRecords.entries.flatMap(entry => [
        entry.payee,
        ...entry.payee.split(/From | To |DEPOSIT /).slice(1),
      ]),
    ),
    ...["O'Neil", 'Okafor', 'Tremblay', 'Singh', 'Carling', 'SHOPPERS', 'IKEA', 'Luke'],
    ...['Rainbow', 'RRAP', 'rrap'],
  ]

  const everything = async (more: Partial<YearlyOptions>): Promise<string> => {
    const report = reportOf(more)
    const parts: string[] = [JSON.stringify(report)]
    for (const language of ['en', 'fr'] as const) {
      parts.push(yearlyCsv(report, language, 'machine'), yearlyCsv(report, language, 'excel-fr'))
      const journal = hledgerJournal(report, language)
      if (journal.ok) parts.push(journal.value)
      for (const text of (await readZip(await yearlyXlsx(report, language))).values()) parts.push(text)
      parts.push(fileNameFor(report, 'pdf', language))
    }
    const row = sahRow(report)
    if (row.ok) parts.push(row.value)
    return parts.join('\n').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('""', '"')
  }

  test.each(['group', 'sah', 'donors'] as const)('none is in any file for %s', async audience => {
    for (const period of [year(2025), year(2026)]) {
      const text = await everything({ audience, period })
      expect(names.filter(name => text.includes(name))).toEqual([])
      expect(text.length).toBeGreaterThan(10_000)
    }
  })

  test('donors read neither the town, nor a day of arrival, nor how many people', async () => {
    const text = await everything({ audience: 'donors', period: year(2025), includePayeeNames: true })
    expect(
      ['Ottawa', '2025-09-27', '27 septembre', 'September 27', 'support unit', 'Tremblay'].filter(name =>
        text.includes(name),
      ),
    ).toEqual([])
    expect(text).toContain('Ontario')
  })

  test('payees are there when asked for that once', () => {
    const report = reportOf({ audience: 'group', includePayeeNames: true })
    expect(yearlyCsv(report, 'en', 'machine')).toContain("INTERAC e-Transfer From B. O'Neil")
    expect(reportOf({ audience: 'group' }).entries?.every(entry => entry.payee === null)).toBe(true)
  })
})

describe('CSV', () => {
  test('of machines: BOM, comma, point, and its rows add up to the totals', () => {
    const text = yearlyCsv(reportOf(), 'en', 'machine')
    expect(text.startsWith('\ufeffbox,title,Yearly report\r\n')).toBe(true)
    const records = csvRecords(text, ',')
    const head = records.find(([table, role]) => table === 'k' && role === 'head') ?? []
    const amount = head.indexOf('Amount')
    const cents = records
      .filter(([table, role]) => table === 'k' && role === 'row')
      .map(record => Math.round(Number(record[amount]) * 100))
    expect(cents).toHaveLength(88)
    expect(cents.reduce((sum, each) => sum + each, 0)).toBe(2_739_537)
    expect(records.find(([table, role]) => table === 'k' && role === 'total')?.[amount]).toBe('27395.37')
    expect(records).toContainEqual(['figures', 'row', 'Closing balance', '27395.37'])
    expect(records).toContainEqual(['figures', 'row', 'Out', '21429.63'])
  })

  test('of Excel in French: semicolon, decimal comma, and dates stay ISO', () => {
    const records = csvRecords(yearlyCsv(reportOf(), 'fr', 'excel-fr'), ';')
    expect(records).toContainEqual(['figures', 'row', 'Solde de clôture', '27395,37'])
    expect(records.find(([table, role]) => table === 'k' && role === 'row')?.[4]).toBe('2025-02-10')
  })

  test('makes a formula in a text plain, and leaves negative amounts alone', () => {
    const notes = { ...sampleNotes, changes: '=HYPERLINK("http://x")', balancePlan: '\t@SUM(A1)' }
    const text = yearlyCsv(reportOf({ period: year(2026) }, { notes }), 'en', 'machine')
    expect(text).toContain(`h,note,"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`i,note,"'\t@SUM(A1)"`)
    expect(text).toContain(',-25.99')
    expect(text).not.toContain("'-25.99")
  })
})

describe('the SAH row', () => {
  test('is a header and one line with fixed columns', () => {
    const row = sahRow(reportOf())
    if (!row.ok) throw new Error('expected a row')
    const [head = [], line = []] = csvRecords(row.value, ',')
    const value = (name: string) => line[head.indexOf(name)]
    expect(line).toHaveLength(head.length)
    expect(
      ['reference', 'program', 'in', 'out', 'closing', 'difference', 'minimum_met', 'unusual'].map(value),
    ).toEqual([...['SAH-2025-17', 'cost-shared', '48825.00', '21429.63', '27395.37', '0.00', 'yes', 'no']])
    expect([value('start_up_given_in_full'), value('still_to_pay')]).toEqual(['not-known', ''])
  })

  test('is the same in its columns before the arrival, and for nobody else', () => {
    const columns = (text: string) => text.split('\r\n')[0]
    const before = sahRow(reportOf({ period: year(2024) }, { minimums: [], notes: null }))
    const after = sahRow(reportOf())
    expect(before.ok && after.ok && columns(before.value) === columns(after.value)).toBe(true)
    expect(sahRow(reportOf({ audience: 'donors' })).ok).toBe(false)
  })
})

describe('the workbook', () => {
  test('has formulas with their value, frozen heads, and no document properties', async () => {
    const files = await readZip(await yearlyXlsx(reportOf(), 'en'))
    expect([...files.keys()].filter(path => /docProps|core|app\.xml/.test(path))).toEqual([])
    const budget = files.get('xl/worksheets/sheet6.xml')
    expect(budget).toMatch(/<f>ROUND\(SUM\(D4:D\d+\),2\)<\/f><v>[\d.]+<\/v>/)
    expect(budget).toContain('state="frozen"')
    expect([...files.values()].join('')).not.toMatch(/creator|lastModifiedBy|dcterms/)
  })

  test('keeps a formula in a text a text', async () => {
    const notes = { ...sampleNotes, changes: '=1+1 & <b>' }
    const files = await readZip(await yearlyXlsx(reportOf({}, { notes }), 'en'))
    const all = [...files.values()].join('')
    expect(all).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t>')
    expect(all).not.toContain('<f>=')
  })

  test('writes runs as SUM and the rest by sign', () => {
    const term = (row: number, column: number, sign: 1 | -1 = 1) => ({ row, column, sign })
    expect(formulaOf([term(0, 1), term(1, 1), term(2, 1)], 2)).toBe('ROUND(SUM(B3:B5),2)')
    expect(formulaOf([term(0, 1), term(1, 1), term(2, 1, -1)], 2)).toBe('ROUND(SUM(B3:B4)-B5,2)')
    expect(formulaOf([term(0, 6), term(0, 7), term(0, 8), term(0, 10, -1)], 0)).toBe('ROUND(SUM(G1:I1)-K1,2)')
    expect(formulaOf([term(3, 1), term(9, 1)], 0)).toBe('ROUND(B4+B10,2)')
    expect(formulaOf([], 0)).toBe('')
  })
})

describe('the journal', () => {
  test('names entries by number and asserts the closing balance', () => {
    const journal = hledgerJournal(reportOf({ period: year(2026) }), 'en')
    if (!journal.ok) throw new Error('expected a journal')
    expect(journal.value).toContain('2026-01-01 * Opening balances')
    expect(journal.value).toMatch(
      /2026-01-05 \* Entry 1 {2}; receipt 26-\d+\n {4}expenses:monthly-support:Utilities +109\.57 CAD/,
    )
    expect(journal.value).toMatch(/assets:Chequing +0\.00 CAD = 8365\.50 CAD/)
  })

  test('has accounts of one name as one, so that what it asserts is true', () => {
    const twin = makeAccount('twin', { name: 'Chequing:', opening: { date: '2025-02-10', cents: 1_000 } })
    const accounts = [...sampleRecords.accounts, twin]
    const journal = hledgerJournal(reportOf({ period: year(2026) }, { accounts }), 'en')
    if (!journal.ok) throw new Error('expected a journal')
    expect(journal.value.match(/assets:Chequing.* = .*/g)).toEqual([
      expect.stringMatching(/^assets:Chequing +0\.00 CAD = 8375\.50 CAD$/),
    ])
  })

  test('needs the entry list', () => {
    expect(hledgerJournal(reportOf({ includeEntries: false }), 'en')).toEqual({
      ok: false,
      problem: { kind: 'no-entries' },
    })
    expect(hledgerJournal(reportOf({ audience: 'donors' }), 'en').ok).toBe(false)
  })

  test('a line’s own name cannot break the syntax', () => {
    const lines = sampleLines.map(line =>
      line.key === 'rent' ? { ...line, name: 'Rent;  (flat): 2' } : line,
    )
    const journal = hledgerJournal(reportOf({}, { lines }), 'en')
    expect(journal.ok && journal.value).toContain('expenses:monthly-support:Rent flat 2  ')
  })
})

describe('words', () => {
  test('English and French have the same ids, values and plurals', () => {
    const ids = (language: 'en' | 'fr') => reportWords(language).ids()
    expect(ids('en')).toEqual(ids('fr'))
    const shape = (language: 'en' | 'fr', id: string) =>
      [
        ...reportWords(language)
          .raw(id)
          .matchAll(/\{\w+\}/g),
      ]
        .map(match => match[0])
        .sort()
    for (const id of ids('en')) expect([id, ...shape('fr', id)]).toEqual([id, ...shape('en', id)])
  })

  test('every standard line has its words in both', () => {
    for (const { key } of sampleLines)
      for (const language of ['en', 'fr'] as const)
        expect(reportWords(language).ids()).toContain(`line.${key}`)
  })

  test('are there for every value that a report can have', () => {
    const families: Record<string, readonly string[]> = {
      'counts-as': countsAs,
      status: figureStatuses,
      payer: payers,
      type: entryTypes,
      audience: audiences,
      section: tableIds,
      province: provinces.filter(province => province !== ''),
      program: programs.map(paperProgram),
      verdict: [
        'government',
        'mixed',
        'met',
        'met-with-in-kind',
        'short',
        'check',
        'not-entered',
        'running',
        'to-come',
      ],
      minimum: ['not-arrived', 'none-due', 'yes', 'yes-in-kind', 'no', 'not-entered', 'to-check', 'mixed'],
      'start-up': [
        'government',
        'mixed',
        'not-arrived',
        'no-figure',
        'to-check',
        'no',
        'some-not-entered',
        'other-lines',
        'yes',
        'yes-in-kind',
        'yes-counted',
        'no-counted',
      ],
      receipts: ['missing', 'complete', 'no-entries'],
      unusual: ['yes', 'no', 'not-known'],
    }
    const known = new Set(reportWords('fr').ids())
    const wanted = Object.entries(families).flatMap(([family, ids]) => ids.map(id => `${family}.${id}`))
    expect(wanted.filter(id => !known.has(id))).toEqual([])
  })

  test('write amounts, dates and plurals as the language does', () => {
    const [en, fr] = [reportWords('en'), reportWords('fr')]
    expect(en.money(-123_450)).toBe('-$1,234.50')
    expect(fr.money(-123_450).replace(/\s/g, ' ')).toBe('-1 234,50 $')
    expect([en.date('2025-09-27'), fr.date('2025-09-27')]).toEqual([
      'September 27, 2025',
      '27 septembre 2025',
    ])
    expect([en.text('people.count', { n: 1 }), en.text('people.count', { n: 2 })]).toEqual([
      '1 person',
      '2 people',
    ])
    expect(fr.text('people.count', { n: 2 })).toBe('2 personnes')
    expect(fr.date('2025-01-01')).toBe('1er janvier 2025')
    expect(() => en.text('no.such')).toThrow('no such words')
  })

  test('before the arrival C and D say so', () => {
    const tables = reportTables(reportOf({ period: year(2024) }), reportWords('en'))
    for (const id of ['c', 'd'])
      expect(tables.find(table => table.id === id)).toMatchObject({ rows: [], notes: ['not yet arrived'] })
  })
})

describe('file names', () => {
  test('have the year and the code name, and nothing else', () => {
    const report = reportOf()
    expect(fileNameFor(report, 'pdf', 'en')).toBe('Report-2025-Maple.pdf')
    expect(fileNameFor(report, 'xlsx', 'fr')).toBe('Rapport-2025-Maple.xlsx')
    expect(fileNameFor({ ...report, code: '../a b' }, 'sah-row', 'en')).toBe('Row-2025-a-b.csv')
    expect(fileNameFor({ ...report, code: '' }, 'journal', 'en')).toBe('Journal-2025.journal')
  })
})

describe('charts', () => {
  test('have shares of the longest bar', () => {
    const report = reportOf()
    expect(incomeBars(report).map(bar => bar.share)).toEqual(
      [...incomeBars(report).map(bar => bar.share)].sort((a, b) => b - a),
    )
    expect(incomeBars(report)[0]).toMatchObject({ line: { key: 'income-groups' }, share: 1 })
    expect(planBars(report).find(bar => bar.line.key === 'rent')).toMatchObject({
      spentCents: 780_000,
      state: 'not-budgeted',
    })
  })

  test('draw a balance below zero under the line', () => {
    const month = (closingCents: number) => ({ month: '2025-01', inCents: 0, outCents: 0, closingCents })
    const curve = balanceCurve([month(300), month(-100)])
    expect(curve).toMatchObject({ lowestCents: -100, highestCents: 300, zeroHeight: 0.25 })
    expect(curve.points.map(point => point.height)).toEqual([1, 0])
    expect(balanceCurve([]).points).toEqual([])
  })

  test('an unsorted gift is a bar without a line', () => {
    const entries = [...sampleRecords.entries, cashEntry('u', '2025-05-05', 100, null)]
    expect(incomeBars(reportOf({}, { entries })).at(-1)).toMatchObject({ line: null, cents: 100 })
  })
})
