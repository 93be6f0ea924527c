/** Sections A, B, C, E to I as tables. */
import type { MoneyByLine, YearlyReport } from './report-model.ts'
import type { ReportRow, ReportTable } from './report-tables.ts'
import {
  allOf,
  type Column,
  countCell,
  dateCell,
  heading,
  moneyCell,
  monthCell,
  row,
  tableOf,
  textCell,
  totalRow,
} from './table-cells.ts'
import type { ReportWords } from './words.ts'

/** A. */
export function accountsTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  const section = report.accounts
  if (!section) return null
  const columns: Column[] = [
    ['account', 'text'],
    ['opening', 'money'],
    ['in', 'money'],
    ['out', 'money'],
    ['transfers', 'money'],
    ['closing', 'money'],
    ['statement', 'money'],
    ['statement-date', 'date'],
    ['difference', 'money'],
  ]
  const rows: ReportRow[] = section.rows.map((each, at) =>
    row(
      textCell(each.name),
      moneyCell(each.openingCents),
      moneyCell(each.inCents),
      moneyCell(each.outCents),
      moneyCell(each.transferCents),
      moneyCell(each.closingCents, '', [
        { row: at, column: 1, sign: 1 },
        { row: at, column: 2, sign: 1 },
        { row: at, column: 3, sign: -1 },
        { row: at, column: 4, sign: 1 },
      ]),
      moneyCell(each.statement?.cents ?? null, words.text('not-known')),
      dateCell(each.statement?.date ?? null),
      moneyCell(each.statement?.differenceCents ?? null, words.text('not-known')),
    ),
  )
  const total = totalRow(words.text('total'), rows, allOf(rows), columns, 'total', [
    'statement',
    'difference',
  ])
  const refunds = section.bankInCents - report.figures.inCents
  const notes = refunds === 0 ? [] : [words.text('note.refunds', { cents: refunds })]
  return tableOf('a', columns, [...rows, total], words, { notes })
}

/** B. */
export function incomeTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { income } = report
  const columns: Column[] = [
    ['source', 'text'],
    ['gifts', 'count'],
    ['givers', 'count'],
    ['amount', 'money'],
  ]
  const rows = income.rows.map(each =>
    row(
      textCell(words.line(each.line)),
      countCell(each.gifts),
      countCell(each.givers),
      moneyCell(each.cents),
    ),
  )
  const plain = (id: string, cents: number): void => {
    if (cents !== 0)
      rows.push(row(textCell(words.text(id)), countCell(null), countCell(null), moneyCell(cents)))
  }
  plain('not-sorted', income.unsortedCents)
  plain('other-sponsorships', income.otherSponsorshipsCents)
  return tableOf('b', columns, [...rows, totalRow(words.text('total'), rows, allOf(rows), columns)], words)
}

/** The column of official figures, which donors do not get. */
const officialColumn = ({ audience }: YearlyReport): readonly Column[] =>
  audience === 'donors' ? [] : [['official', 'money']]

/** C. */
export function startUpTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { startUp } = report
  const official = officialColumn(report)
  const { inKindCents, countedInKindCents } = startUp
  const capped = countedInKindCents !== null && countedInKindCents !== inKindCents
  const counted: readonly Column[] = capped ? [['in-kind-counted', 'money']] : []
  const columns: Column[] = [
    ['line', 'text'],
    ...official,
    ['cash', 'money'],
    ['in-kind', 'money'],
    ...counted,
    ['total', 'money'],
  ]
  if (startUp.state === 'not-arrived')
    return tableOf('c', columns, [], words, { notes: [words.text('not-yet-arrived')] })
  const rows: ReportRow[] = startUp.rows.map((each, at) =>
    row(
      textCell(words.line(each.line)),
      ...official.map(() => moneyCell(each.officialCents, words.text('not-entered'))),
      moneyCell(each.cashCents),
      moneyCell(each.inKindCents),
      ...counted.map(() => moneyCell(each.countedInKindCents)),
      moneyCell(each.totalCents, '', [
        { row: at, column: official.length + 1, sign: 1 },
        { row: at, column: official.length + 2, sign: 1 },
      ]),
    ),
  )
  const isCapUnknown = startUp.rows.some(each => each.unknownCapCents > 0)
  const notes = [
    ...(capped ? [words.text('note.in-kind-counted')] : []),
    ...(isCapUnknown ? [words.text('note.in-kind-no-cap')] : []),
  ]
  const total = totalRow(words.text('total'), rows, allOf(rows), columns)
  return tableOf('c', columns, [...rows, total], words, { notes })
}

/** E. */
export function budgetTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { budget } = report
  const official = officialColumn(report)
  const why: readonly Column[] = report.audience === 'donors' ? [] : [['why', 'text']]
  const columns: Column[] = [
    ['line', 'text'],
    ...official,
    ['budget', 'money'],
    ['spent', 'money'],
    ['owed', 'money'],
    ['left', 'money'],
    ['forecast', 'money'],
    ...why,
  ]
  const rows: ReportRow[] = []
  const totals: number[] = []
  let owed = 0
  for (const group of budget.groups) {
    rows.push(heading(words.text(`counts-as.${group.countsAs}`), columns.length))
    const first = rows.length
    for (const each of group.rows)
      rows.push(
        row(
          textCell(words.line(each.line)),
          ...official.map(() => moneyCell(each.officialCents)),
          moneyCell(each.budgetCents),
          moneyCell(each.spentCents),
          moneyCell(each.owedCents),
          moneyCell(each.leftCents),
          moneyCell(each.forecastCents),
          ...why.map(() => textCell(each.whyOver)),
        ),
      )
    owed += group.owedCents
    const of = rows.slice(first).map((_, i) => first + i)
    totals.push(rows.push(totalRow(words.text('total'), rows, of, columns, 'subtotal')) - 1)
  }
  const plain = (id: string, cents: number): void => {
    if (cents === 0) return
    const cells = columns.map(([name], i) =>
      i === 0 ? textCell(words.text(id)) : name === 'spent' ? moneyCell(cents) : textCell(''),
    )
    totals.push(rows.push({ role: 'row', cells }) - 1)
  }
  plain('not-sorted', budget.unsortedCents)
  plain('other-sponsorships', budget.otherSponsorshipsCents)
  const leftOut = budget.groups.some(group => group.budgetsLeftOut)
  const not = leftOut ? ['budget', 'left', 'forecast'] : []
  rows.push(totalRow(words.text('total'), rows, totals, columns, 'total', not))
  const notes = [
    ...(owed === 0 ? [] : [words.text('note.owed')]),
    ...(leftOut ? [words.text('note.budgets-left-out')] : []),
  ]
  return tableOf('e', columns, rows, words, { notes })
}

/** E, annex: by the bank's month, landscape. */
export function monthsTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  const { annex } = report.budget
  if (!annex || annex.rows.length === 0) return null
  const columns: Column[] = [
    ['line', 'text'],
    ...annex.months.map((month): Column => [month, 'money']),
    ['total', 'money'],
  ]
  const last = annex.months.length
  const rows = annex.rows.map((each, at): ReportRow => {
    const total = each.cents.reduce((sum, cents) => sum + cents, 0)
    const terms = each.cents.map((_, i) => ({ row: at, column: i + 1, sign: 1 as const }))
    return row(
      textCell(words.line(each.line)),
      ...each.cents.map(cents => moneyCell(cents)),
      moneyCell(total, '', terms),
    )
  })
  const labels = columns.map(([id, kind], i) => ({
    id,
    kind,
    label: i === 0 || i > last ? words.text(`column.${id}`) : id,
  }))
  return tableOf('e2', [], [...rows, totalRow(words.text('total'), rows, allOf(rows), columns)], words, {
    columns: labels,
    landscape: true,
    notes: [words.text('note.annex')],
  })
}

/** F and G. */
export function byLineTable(id: 'f' | 'g', section: MoneyByLine, words: ReportWords): ReportTable {
  const columns: Column[] = [
    ['line', 'text'],
    ['entries', 'count'],
    ['amount', 'money'],
  ]
  const rows = section.rows.map(each =>
    row(textCell(words.line(each.line)), countCell(each.entries), moneyCell(each.cents)),
  )
  return tableOf(id, columns, [...rows, totalRow(words.text('total'), rows, allOf(rows), columns)], words)
}

/** H. */
export function changesTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  const { changes } = report
  if (!changes) return null
  const rows = changes.shortMonths.map(each =>
    row(countCell(each.number), monthCell(each.month), countCell(each.unit), moneyCell(each.shortCents)),
  )
  const columns: Column[] = [
    ['month-number', 'count'],
    ['month', 'month'],
    ['unit', 'count'],
    ['short', 'money'],
  ]
  const text = changes.text === '' ? words.text('nothing-written') : changes.text
  return tableOf('h', columns, rows, words, { notes: [text] })
}

/** I. */
export function balanceTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { balance } = report
  const line = (id: string, cents: number | null): ReportRow =>
    row(textCell(words.text(id)), moneyCell(cents, cents === null ? words.text('not-known') : ''))
  const owed = balance.owedCents === 0 ? [] : [line('balance.owed', balance.owedCents)]
  const rows = [
    line('balance.closing', balance.closingCents),
    line('figures.still-to-pay', balance.stillToPayCents),
    ...owed,
    line('figures.left-over', balance.leftOverCents),
    ...(balance.prepaid ? [line('balance.prepaid', balance.prepaid.cents)] : []),
  ]
  const prepaid = balance.prepaid ? [words.text(`prepaid.${balance.prepaid.end || 'not-said'}`)] : []
  const columns: Column[] = [
    ['item', 'text'],
    ['amount', 'money'],
  ]
  return tableOf('i', columns, rows, words, {
    notes: [...prepaid, ...(balance.text === '' ? [] : [balance.text])],
  })
}
