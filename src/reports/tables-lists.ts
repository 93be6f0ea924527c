/** Sections D, J and K as tables. */
import type { EntryRow, FigureUsed, YearlyReport } from './report-model.ts'
import type { ReportRow, ReportTable } from './report-tables.ts'
import { isWebAddress } from './share-texts.ts'
import {
  allOf,
  type Column,
  countCell,
  dateCell,
  moneyCell,
  monthCell,
  row,
  tableOf,
  textCell,
  totalRow,
} from './table-cells.ts'
import type { ReportWords } from './words.ts'

/** D. */
export function supportTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  const { support } = report
  if (!support) return null
  const columns: Column[] = [
    ['month-number', 'count'],
    ['month', 'month'],
    ['from', 'date'],
    ['to', 'date'],
    ['unit', 'count'],
    ['payer', 'text'],
    ['cash', 'money'],
    ['on-behalf', 'money'],
    ['in-kind', 'money'],
    ['shared', 'money'],
    ['minimum', 'money'],
    ['difference', 'money'],
    ['verdict', 'text'],
  ]
  if (support.state === 'not-arrived')
    return tableOf('d', columns, [], words, { notes: [words.text('not-yet-arrived')], landscape: true })
  const rows: ReportRow[] = support.rows.map((each, at) => {
    const missing = each.payer === 'sponsor' ? words.text('not-entered') : ''
    const given = [6, 7, 8].map(column => ({ row: at, column, sign: 1 as const }))
    const difference = [...given, { row: at, column: 10, sign: -1 as const }]
    return row(
      countCell(each.number),
      monthCell(each.month),
      dateCell(each.from),
      dateCell(each.to),
      countCell(each.unit),
      textCell(words.text(`payer.${each.payer}`)),
      moneyCell(each.cashCents),
      moneyCell(each.onBehalfCents),
      moneyCell(each.inKindCents),
      moneyCell(each.sharedCents),
      moneyCell(each.minimumCents, missing),
      moneyCell(
        each.differenceCents,
        // With a minimum there is none only because the month is still to come or the government pays.
        each.minimumCents === null ? missing : '',
        each.differenceCents === null ? [] : difference,
      ),
      textCell(words.text(`verdict.${each.verdict}`)),
    )
  })
  const notes = [words.text('note.covers')]
  if (support.rows.some(each => each.sharedCents !== 0)) notes.push(words.text('note.shared'))
  if (support.outsideCents !== 0) notes.push(words.text('note.outside', { cents: support.outsideCents }))
  const not = ['shared', 'minimum', 'difference']
  const total = totalRow(words.text('total'), rows, allOf(rows), columns, 'total', not)
  return tableOf('d', columns, [...rows, total], words, { notes, landscape: true })
}

/** J. */
export function figuresUsedTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  if (!report.figuresUsed) return null
  const columns: Column[] = [
    ['figure', 'text'],
    ['amount', 'money'],
    ['per', 'text'],
    ['from', 'text'],
    ['to', 'text'],
    ['source', 'text'],
    ['as-of', 'date'],
    ['status', 'text'],
  ]
  const name = ({ what }: FigureUsed): string =>
    what.kind === 'line' ? words.line(what.line) : words.text('minimum.of-unit', { number: what.unit })
  const rows = report.figuresUsed.map(each =>
    row(
      textCell(name(each)),
      moneyCell(each.cents),
      textCell(words.text(`per.${each.per}`)),
      textCell(each.months?.from ?? ''),
      textCell(each.months?.to ?? ''),
      textCell(sourceText(each.source, words)),
      dateCell(each.asOf),
      textCell(words.text(`status.${each.status}`)),
    ),
  )
  return tableOf('j', columns, rows, words)
}

/**
 * The address of a page can name the program or the office that tells why somebody is here; paper says who published
 * it. The group's file keeps the address.
 */
function sourceText(source: string, { text }: ReportWords): string {
  if (!isWebAddress(source)) return source
  return text(/^https?:\/\/([\w-]+\.)*canada\.ca\//i.test(source) ? 'source.canada' : 'source.web')
}

/** Cash alone adds up to in less out: transfers, gifts in kind and what is owed stand apart. */
const isCash = (entry: EntryRow): boolean => entry.type === 'income' || entry.type === 'expense'

/** K. The payee column is there only when the model has names. */
export function entriesTable(report: YearlyReport, words: ReportWords): ReportTable | null {
  const { entries } = report
  if (!entries) return null
  const withPayee = entries.some(each => each.payee !== null)
  const columns: Column[] = [
    ['number', 'count'],
    ['receipt-number', 'text'],
    ['date', 'date'],
    ['type', 'text'],
    ['line', 'text'],
    ['counts-as', 'text'],
    ['account', 'text'],
    ['to-account', 'text'],
    ['receipt', 'text'],
    ['amount', 'money'],
    ...(withPayee ? [['payee', 'text'] as const] : []),
  ]
  const rows = entries.map(each =>
    row(
      countCell(each.number),
      textCell(each.receiptNumber),
      dateCell(each.date),
      textCell(words.text(`type.${each.type}`)),
      textCell(lineText(each, words)),
      textCell(each.countsAs === null ? '' : words.text(`counts-as.${each.countsAs}`)),
      textCell(each.account),
      textCell(each.toAccount ?? ''),
      textCell(words.text(`receipt.${each.receipt}`)),
      moneyCell(each.cents),
      ...(withPayee ? [textCell(each.payee ?? '')] : []),
    ),
  )
  const cash = entries.flatMap((each, i) => (isCash(each) ? [i] : []))
  return tableOf('k', columns, [...rows, totalRow(words.text('total'), rows, cash, columns)], words, {
    landscape: true,
  })
}

const lineText = (entry: EntryRow, words: ReportWords): string => {
  if (entry.type === 'transfer') return ''
  return entry.line ? words.line(entry.line) : words.text('not-sorted')
}
