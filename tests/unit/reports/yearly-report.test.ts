import { describe, expect, test } from 'vitest'
import { reportTables } from '#reports/report-tables.ts'
import { boxLines, figuresTable } from '#reports/tables-page-one.ts'
import { reportWords } from '#reports/words.ts'
import type { YearlyOptions, YearlyRecords } from '#reports/yearly-facts.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import {
  cashEntry,
  makeAccount,
  makeArrival,
  makeEntry,
  makeLine,
  makeMinimum,
  makePerson,
  makeSponsorship,
  makeStatement,
  makeUnit,
  part,
  sampleArrival,
  sampleLines,
  sampleNotes,
  samplePeople,
  sampleRecords,
  year,
} from '../../support/reports/sample-account.ts'

const options = (more: Partial<YearlyOptions> = {}): YearlyOptions => ({
  audience: 'sah',
  period: year(2025),
  preparedOn: '2026-10-01',
  includeEntries: true,
  ...more,
})
const reportOf = (records: Partial<YearlyRecords> = {}, more: Partial<YearlyOptions> = {}) =>
  buildYearlyReport({ ...sampleRecords, ...records }, options(more))

describe('the sample account in 2025', () => {
  const report = reportOf()

  test('has these eight lines', () => {
    expect(report.figures).toEqual({
      openingCents: 0,
      inCents: 4_882_500,
      outCents: 2_142_963,
      transferCents: 0,
      closingCents: 2_739_537,
      statement: { cents: 2_739_537, date: '2025-12-31', differenceCents: 0 },
      stillToPayCents: null,
      leftOverCents: null,
      unbudgeted: ['household-support', 'rent', 'utilities', 'internet'].map(key => ({ key, name: '' })),
    })
  })

  test('has a box in paper wording: the program costs are shared, people are a count', () => {
    expect(report.box).toEqual({
      nameOnPaper: 'Sponsor group',
      reference: 'SAH-2025-17',
      program: 'cost-shared',
      region: { community: 'Ottawa', province: 'ON' },
      people: { adults: 2, children: 0, units: 1 },
      arrived: { kind: 'dates', dates: ['2025-09-27'] },
      supportEnds: ['2026-09-26'],
      month: { number: 4, of: 12 },
      preparedOn: '2026-10-01',
      draft: true,
    })
  })

  test('shows what was bought before the arrival as start-up', () => {
    const furniture = report.startUp.rows.find(row => row.line.key === 'furniture')
    expect(furniture?.cashCents).toBe(185_111 + 140_690)
    expect(report.startUp.rows.find(row => row.line.key === 'clothing')?.cashCents).toBe(31_775)
    expect(report.startUp.state).toBe('arrived')
  })

  test('puts the part of the first transfer that was start-up money into start-up', () => {
    expect(report.startUp.rows.find(row => row.line.key === 'staples')?.cashCents).toBe(27_500 + 29_661)
    expect(report.support?.rows[0]).toMatchObject({ month: '2025-09', cashCents: 137_500, verdict: 'met' })
  })

  test('ties every section to page 1', () => {
    const { income, budget, ownCosts, entries, accounts } = report
    expect(income.rows.reduce((sum, row) => sum + row.cents, 0)).toBe(4_882_500)
    expect(income).toMatchObject({ unsortedCents: 0, otherSponsorshipsCents: 0 })
    expect(budget.spentCents).toBe(2_142_963)
    expect(budget).toMatchObject({ unsortedCents: 0, otherSponsorshipsCents: 0, totalCents: 2_142_963 })
    const own = budget.groups.find(group => group.countsAs === 'own-cost')
    expect(ownCosts.totalCents).toBe(own?.spentCents)
    expect(budget.annex?.rows.flatMap(row => row.cents).reduce((sum, cents) => sum + cents, 0)).toBe(
      2_142_963,
    )
    expect(entries?.reduce((sum, entry) => sum + entry.cents, 0)).toBe(4_882_500 - 2_142_963)
    expect(accounts?.rows).toHaveLength(1)
  })

  test('counts people who gave, without naming one', () => {
    expect(report.income.rows.find(row => row.line.key === 'income-people')).toMatchObject({ givers: 9 })
    expect(report.income.rows.find(row => row.line.key === 'income-grants')?.givers).toBeNull()
  })

  test('numbers entries by day, and the parts of one entry share its number', () => {
    expect(report.entries?.[0]).toMatchObject({ number: 1, date: '2025-02-10', payee: null })
    expect(report.entries?.at(-1)?.number).toBe(87)
    expect(report.entries).toHaveLength(88)
  })
})

describe('the sample account in 2026', () => {
  const report = reportOf({}, { period: year(2026) })

  test('opens where 2025 closed, and the refund is no income', () => {
    expect(report.figures).toMatchObject({ openingCents: 2_739_537, inCents: 923_150, closingCents: 836_550 })
    expect(report.accounts).toMatchObject({ bankInCents: 925_749, bankOutCents: 2_828_736 })
    const row = report.budget.groups
      .flatMap(group => group.rows)
      .find(each => each.line.key === 'household-needs')
    expect(row?.spentCents).toBe(-2_599)
  })

  test('shows one rent in February and one in March, by the month covered', () => {
    const rows = report.support?.rows ?? []
    const behalf = (month: string) => rows.find(row => row.month === month)?.onBehalfCents
    expect(behalf('2026-02')).toBe(195_000 + 8_987 + 400 + 5_650)
    expect(behalf('2026-03')).toBe(195_000 + 9_953 + 5_650 + 400)
    expect(rows.map(row => row.number)).toEqual([5, 6, 7, 8, 9, 10, 11, 12])
  })
})

describe('answers', () => {
  test('are yes only where everything is known', () => {
    expect(reportOf().answers).toMatchObject({
      minimum: { answer: 'yes', sentence: 'minimum.yes', values: { months: 4 } },
      startUp: { answer: 'not-known', sentence: 'start-up.no-figure' },
      receiptsMissing: { answer: 'no', sentence: 'receipts.complete' },
      unusual: { answer: 'no' },
    })
  })

  test('are not known without an entered minimum, and without notes', () => {
    const { answers } = reportOf({ minimums: [], notes: null })
    expect(answers.minimum).toEqual({
      answer: 'not-known',
      sentence: 'minimum.not-entered',
      values: { months: 4 },
    })
    expect(answers.unusual.answer).toBe('not-known')
  })

  test('give no yes against a minimum that is still to be checked', () => {
    const minimums = sampleRecords.minimums.map((each, i) =>
      i === 0 ? { ...each, status: 'unverified' as const } : each,
    )
    expect(reportOf({ minimums }).answers.minimum).toEqual({
      answer: 'not-known',
      sentence: 'minimum.figure-to-check',
      values: { months: 4 },
    })
  })

  test('name a month below the minimum, and the latest entered figure wins', () => {
    const higher = makeMinimum('later', {
      sponsorship: 'maple',
      unit: 'unit',
      months: { from: '2025-12', to: '2025-12' },
      cents: 900_000,
    })
    const report = reportOf({ minimums: [...sampleRecords.minimums, higher] })
    expect(report.answers.minimum).toMatchObject({ answer: 'no', values: { months: 1 } })
    expect(report.changes?.shortMonths).toMatchObject([{ number: 4, month: '2025-12', unit: 1 }])
  })

  test('of start-up compare with the official figures, and one still to check or not entered gives no yes', () => {
    const figures = (cents: number, status: 'verified' | 'unverified', keys?: readonly string[]) =>
      sampleLines.map(line => {
        const official = { cents, per: 'once', source: 'RSTP', asOf: '2025-06-01', status } as const
        return line.countsAs === 'start-up' && (keys ?? [line.key]).includes(line.key)
          ? { ...line, official }
          : line
      })
    const answer = (lines: typeof sampleLines) => {
      const { answer: kind, sentence } = reportOf({ lines }).answers.startUp
      return [kind, sentence]
    }
    const furnitureAlone = figures(100_000, 'verified', ['furniture'])
    // Of some lines nothing was given: what others have above 100 does not make up for it.
    expect(answer(figures(10_000, 'verified'))).toEqual(['no', 'start-up.no-lines'])
    expect(answer(figures(10_000, 'unverified'))).toEqual(['not-known', 'start-up.to-check'])
    expect(answer(figures(9_900_000, 'verified'))).toEqual(['no', 'start-up.no'])
    expect(answer(furnitureAlone)).toEqual(['not-known', 'start-up.some-not-entered'])
    const others = furnitureAlone.map(line =>
      line.countsAs === 'start-up' && line.key !== 'furniture' ? { ...line, retired: true } : line,
    )
    expect(answer(others)).toEqual(['yes', 'start-up.yes'])
    const unused = figures(400_000, 'verified', ['linens']).map(line =>
      line.countsAs === 'start-up' && line.key !== 'linens' ? { ...line, retired: true } : line,
    )
    expect(answer(unused)).toEqual(['not-known', 'start-up.other-lines'])
    expect(reportOf({ lines: furnitureAlone }).figuresUsed?.[0]).toMatchObject({
      what: { kind: 'line', line: { key: 'furniture' } },
      status: 'verified',
      asOf: '2025-06-01',
    })
  })

  test('of start-up take the school’s for the arrival as it came to be, as the start-up sheet does', () => {
    const child = { sponsorship: 'maple', arrival: 'first', unit: 'unit', band: 'child-6-17' } as const
    const people = [...samplePeople, makePerson('A3', child)]
    // Seeded before the arrival was known, so once; they landed on 27 September, so twice: 150 dollars each.
    const source = shippedRates()['rap-startup'].source.url
    const official = { cents: 15_000, per: 'once', source, asOf: null, status: 'unverified' } as const
    const lines = sampleLines.map(line => (line.key === 'school-start' ? { ...line, official } : line))
    const row = reportOf({ people, lines }).startUp.rows.find(each => each.line.key === 'school-start')
    expect(row?.officialCents).toBe(30_000)
  })

  test('count receipts that are missing with their amount', () => {
    const entries = sampleRecords.entries.map(entry =>
      entry.date === '2025-09-11' ? { ...entry, receipt: 'missing' as const } : entry,
    )
    expect(reportOf({ entries }).answers.receiptsMissing).toEqual({
      answer: 'yes',
      sentence: 'receipts.missing',
      values: { n: 1, missingCents: 185_111 },
    })
  })
})

describe('last month’s rent, paid ahead', () => {
  test('stands in I, with who keeps it once that is said', () => {
    expect(reportOf().balance.prepaid).toEqual({ cents: 195_000, end: '' })
    const lines = sampleLines.map(line =>
      line.key === 'last-month-rent' ? { ...line, prepaidEnd: 'group' as const } : line,
    )
    const report = reportOf({ lines })
    expect(report.balance.prepaid?.end).toBe('group')
    const table = reportTables(report, reportWords('en')).find(each => each.id === 'i')
    expect(table?.notes[0]).toBe('Last month’s rent is paid ahead and comes back to the group.')
    expect(reportOf({}, { period: year(2024) }).balance.prepaid).toBeNull()
    expect(reportOf({ lines }, { audience: 'donors' }).balance.prepaid).toBeNull()
  })
})

describe('receipt numbers', () => {
  const entries = ['25-001', '25-003', '25-003', '24-009'].map((receiptNumber, i) =>
    cashEntry(`n${i}`, '2025-10-01', -1_000, 'rent', { receiptNumber, receipt: 'have' }),
  )

  test('that no entry has, and those on two papers, stand under the questions', () => {
    const report = reportOf({ entries })
    expect(report.answers.receiptNumbers).toEqual({ gaps: ['25-002'], doubles: ['25-003'] })
    const answers = reportTables(report, reportWords('en')).find(table => table.id === 'answers')
    expect(answers?.notes).toEqual([
      'Receipt numbers that no entry has: 25-002.',
      'Receipt numbers that more than one entry has: 25-003.',
    ])
    const gone = entries.map((each, i) => (i === 0 ? { ...each, deleted: true } : each))
    expect(reportOf({ entries: gone }).answers.receiptNumbers.gaps).toEqual(['25-001–25-002'])
  })

  test('are no matter for donors, and a long list is cut', () => {
    expect(reportOf({ entries }, { audience: 'donors' }).answers.receiptNumbers.gaps).toEqual([])
    const odd = Array.from({ length: 40 }, (_, i) =>
      cashEntry(`o${i}`, '2025-10-01', -1_000, 'rent', {
        receiptNumber: `25-${String(i * 2 + 2).padStart(3, '0')}`,
      }),
    )
    const answers = reportTables(reportOf({ entries: odd }), reportWords('en')).find(
      table => table.id === 'answers',
    )
    expect(answers?.notes[0]).toBe(
      `Receipt numbers that no entry has: ${odd
        .slice(0, 12)
        .map((_, i) => `25-${String(i * 2 + 1).padStart(3, '0')}`)
        .join(', ')} and 28 more.`,
    )
  })
})

describe('a statement', () => {
  test('that differs shows the difference, and one account without any leaves it not known', () => {
    const statements = [makeStatement('s', { account: 'bank', balance: { date: '2025-11-30', cents: 1 } })]
    expect(reportOf({ statements }).figures.statement).toEqual({
      cents: 1,
      date: '2025-11-30',
      differenceCents: 1 - 2_765_983,
    })
    const second = makeAccount('savings', { opening: { date: '2025-01-01', cents: 100 } })
    expect(reportOf({ accounts: [...sampleRecords.accounts, second] }).figures.statement).toBeNull()
  })
})

describe('page 1', () => {
  const boxOf = (records: Partial<YearlyRecords>, more: Partial<YearlyOptions> = {}) =>
    Object.fromEntries(boxLines(reportOf(records, more), reportWords('en')))

  test('says when support ends for each arrival, as it says when each was', () => {
    const later = makeArrival('later', {
      sponsorship: 'maple',
      order: 'b',
      timing: { ...sampleArrival.timing, landed: '2026-02-03', reached: '2026-02-03' },
    })
    const box = boxOf({ arrivals: [sampleArrival, later] }, { period: year(2026) })
    expect(box['Arrived']).toBe('September 27, 2025 · February 3, 2026')
    expect(box['Support ends']).toBe('September 26, 2026 · February 2, 2027')
    const before = boxOf({ arrivals: [sampleArrival, later] }, { preparedOn: '2026-01-15' })
    expect(before['Support ends']).toBe('September 26, 2026')
  })

  test('names the day of which the statement and the difference are', () => {
    const statements = sampleRecords.statements.map(each => ({
      ...each,
      balance: { ...each.balance, date: '2025-10-31' },
    }))
    const table = figuresTable(reportOf({ statements }), reportWords('en'))
    const labels = table.rows.map(({ cells: [first] }) => (first?.kind === 'text' ? first.text : ''))
    expect(labels).toContain('Bank statement of October 31, 2025 says')
    expect(labels).toContain('Difference on October 31, 2025')
  })
})

describe('before the arrival', () => {
  const waiting = makeArrival('first', { sponsorship: 'maple' })

  test('start-up and support say not yet arrived, and nothing has invented dates', () => {
    const report = reportOf({ arrivals: [waiting] })
    expect(report.startUp.state).toBe('not-arrived')
    expect(report.support).toMatchObject({ state: 'not-arrived', rows: [] })
    expect(report.box).toMatchObject({ arrived: { kind: 'not-yet' }, supportEnds: [], month: null })
    expect(report.answers.minimum.sentence).toBe('minimum.not-arrived')
  })

  test('a year that ended before they came is a year of waiting, also when told later', () => {
    const report = reportOf({}, { period: year(2024) })
    expect(report.startUp.state).toBe('not-arrived')
    expect(report.figures).toMatchObject({ openingCents: 0, inCents: 0, outCents: 0, closingCents: 0 })
    expect(report.entries).toEqual([])
    expect(report.answers.receiptsMissing.answer).toBe('not-known')
  })
})

describe('what is still to pay', () => {
  const monthly = (key: string): number | null =>
    ({ rent: 195_000, 'household-support': 137_500, utilities: 10_000, internet: 5_650 })[key] ?? null
  const lines = sampleLines.map(line => {
    const cents = monthly(line.key)
    return cents === null ? line : { ...line, budget: { kind: 'monthly', cents, from: 2, to: 12 } as const }
  })
  // Months 5 to 12, January to August; January's rent is paid.
  const toPay = 7 * 195_000 + 8 * (137_500 + 10_000 + 5_650)

  test('leaves out the January rent that was paid in December', () => {
    const report = reportOf({ lines })
    expect(report.figures).toMatchObject({
      stillToPayCents: toPay,
      leftOverCents: 2_739_537 - toPay,
      unbudgeted: [],
    })
  })

  test('is not known, and nothing is left over, while rent alone is budgeted', () => {
    const rentOnly = lines.map(line =>
      line.key === 'rent' ? line : { ...line, budget: { kind: 'none' } as const },
    )
    const { figures, balance } = reportOf({ lines: rentOnly })
    expect(figures).toMatchObject({ stillToPayCents: null, leftOverCents: null })
    expect(figures.unbudgeted.map(line => line.key)).toEqual(['household-support', 'utilities', 'internet'])
    expect(balance).toMatchObject({ stillToPayCents: null, leftOverCents: null })
    for (const language of ['en', 'fr'] as const) {
      const words = reportWords(language)
      const table = reportTables(reportOf({ lines: rentOnly }), words).find(each => each.id === 'figures')
      expect(table?.notes.join(' ')).toContain(words.text('line.household-support'))
    }
  })

  test('has what members are owed, which is no cash', () => {
    const owed = makeEntry('owed', {
      type: 'owed',
      date: '2025-12-20',
      money: { cents: -4_000, splits: [part('food', -4_000)], toAccount: null },
    })
    const report = reportOf({ lines, entries: [...sampleRecords.entries, owed] })
    expect(report.figures.stillToPayCents).toBe(toPay + 4_000)
    expect(report.figures.outCents).toBe(2_142_963)
    expect(report.balance.owedCents).toBe(4_000)
  })
})

describe('two sponsorships on one account', () => {
  const birch = makeSponsorship('birch', { codeName: 'Birch' })
  const lines = [
    ...sampleLines,
    makeLine('birch-rent', { sponsorship: 'birch', countsAs: 'monthly-support', key: 'rent' }),
  ]
  const entries = [...sampleRecords.entries, cashEntry('x', '2025-12-01', -50_000, 'birch-rent')]

  test('keep their lines apart and the account still ties', () => {
    const maple = reportOf({ lines, entries })
    expect(maple.budget).toMatchObject({
      spentCents: 2_142_963,
      otherSponsorshipsCents: 50_000,
      totalCents: 2_192_963,
    })
    const other = reportOf({
      lines,
      entries,
      sponsorship: birch,
      arrivals: [],
      units: [makeUnit('u', { sponsorship: 'birch' })],
    })
    expect(other.budget.spentCents).toBe(50_000)
    expect(other.income).toMatchObject({ rows: [], otherSponsorshipsCents: 4_882_500 })
    expect(other.figures.closingCents).toBe(maple.figures.closingCents)
  })
})

describe('gifts in kind and unsorted rows', () => {
  test('stand apart from cash', () => {
    const gift = makeEntry('g', {
      type: 'in-kind',
      date: '2025-09-20',
      money: { cents: 30_000, splits: [part('furniture', 30_000)], toAccount: null },
    })
    const unsorted = cashEntry('u', '2025-09-21', -999, null)
    const report = reportOf({ entries: [...sampleRecords.entries, gift, unsorted] })
    expect(report.inKind).toEqual({
      rows: [{ line: { key: 'furniture', name: '' }, entries: 1, cents: 30_000 }],
      totalCents: 30_000,
    })
    expect(report.budget.unsortedCents).toBe(999)
    expect(report.figures.outCents).toBe(2_142_963 + 999)
  })
})

describe('audiences', () => {
  test('donors get no official figure, which would tell how many people there are', () => {
    const official = { cents: 288_000, per: 'once', source: 'x', asOf: null, status: 'derived' } as const
    // The budget that was proposed is the official figure itself.
    const budget = { kind: 'once', cents: 288_000, month: null } as const
    const lines = sampleLines.map(line =>
      line.key === 'furniture' || line.key === 'linens' ? { ...line, official, budget } : line,
    )
    const whole = reportOf({ lines })
    const donors = reportOf({ lines }, { audience: 'donors' })
    expect(JSON.stringify(whole)).toContain('288000')
    expect(JSON.stringify(donors)).not.toContain('288000')
    expect(donors.startUp.totalCents).toBe(whole.startUp.totalCents)
    expect(donors.answers.startUp).toEqual({
      answer: whole.answers.startUp.answer,
      sentence: 'answer.alone',
      values: {},
    })
    expect(donors.answers.minimum.sentence).toBe('answer.alone')
    for (const language of ['en', 'fr'] as const) {
      const words = reportWords(language)
      const tables = reportTables(donors, words)
      const columns = tables.flatMap(table => table.columns.map(column => column.id))
      expect(columns).not.toContain('official')
      const startUp = tables.find(table => table.id === 'c')
      expect(startUp?.rows.at(-1)?.cells.at(-1)).toMatchObject({ cents: donors.startUp.totalCents })
      const spent = tables.find(table => table.id === 'e')
      const at = spent?.columns.findIndex(column => column.id === 'spent') ?? -1
      expect(spent?.rows.at(-1)?.cells[at]).toMatchObject({ cents: 2_142_963 })
    }
  })

  test('donors’ copy has no holes: no letters, no empty column, no total of a part', () => {
    const official = { cents: 288_000, per: 'once', source: 'x', asOf: null, status: 'derived' } as const
    const once = (cents: number) => ({ kind: 'once', cents, month: null }) as const
    const lines = sampleLines.map(line => {
      if (line.key === 'furniture') return { ...line, official, budget: once(288_000) }
      return line.key === 'linens' || line.key === 'rent' ? { ...line, budget: once(15_000) } : line
    })
    const tables = reportTables(reportOf({ lines }, { audience: 'donors' }), reportWords('en'))
    expect(tables.map(table => table.letter).join('')).toBe('')
    const spent = tables.find(table => table.id === 'e')
    expect(spent?.columns.map(column => column.id)).not.toContain('why')
    const at = spent?.columns.findIndex(column => column.id === 'budget') ?? -1
    const budgets = (role: string) =>
      spent?.rows.filter(row => row.role === role).map(({ cells }) => cells[at]) ?? []
    // Of start-up none is printed, of support there is the total; of all there is none.
    expect(budgets('subtotal').slice(0, 2)).toMatchObject([{ kind: 'text', text: '' }, { cents: 15_000 }])
    expect(budgets('total')).toMatchObject([{ kind: 'text', text: '' }])
    expect(spent?.notes).toContain('Budgets that follow official figures are left out of this copy.')
  })

  test('donors get region and year, totals, and nothing month by month', () => {
    const report = reportOf({ arrivals: [sampleArrival] }, { audience: 'donors', includePayeeNames: true })
    expect(report.box).toMatchObject({
      reference: null,
      program: null,
      region: { community: null, province: 'ON' },
      people: null,
      arrived: { kind: 'year', year: 2025 },
      supportEnds: [],
      month: null,
    })
    expect(report).toMatchObject({
      accounts: null,
      support: null,
      changes: null,
      figuresUsed: null,
      entries: null,
    })
    expect(report.budget.annex).toBeNull()
    expect(report.balance.text).toBe('')
    expect(report.signatures).toEqual({ preparedBy: '', reviewedBy: '' })
  })

  test('the reference is on the agreement holder’s copy only', () => {
    expect(reportOf({}, { audience: 'group' }).box.reference).toBeNull()
    expect(reportOf({}, { audience: 'sah' }).box.reference).toBe('SAH-2025-17')
  })

  test('it is a draft until the notes say final', () => {
    expect(reportOf().box.draft).toBe(true)
    expect(reportOf({ notes: { ...sampleNotes, final: true } }).box.draft).toBe(false)
  })
})
