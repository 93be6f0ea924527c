/** Page 1 as tables: the box, the eight lines, the answers. */
import type { Answer, YearlyReport } from './report-model.ts'
import type { ReportRow, ReportTable, SumTerm } from './report-tables.ts'
import { moneyCell, row, tableOf, textCell } from './table-cells.ts'
import type { ReportWords } from './words.ts'

/** The box's lines in order; a line that this audience does not get is not there. */
export function boxLines(report: YearlyReport, words: ReportWords): readonly (readonly [string, string])[] {
  const { box } = report
  const { text } = words
  const lines: [string, string][] = [['name', box.nameOnPaper]]
  if (box.reference !== null) lines.push(['reference', box.reference])
  if (box.program !== null) lines.push(['program', text(`program.${box.program}`)])
  const province = box.region.province === '' ? [] : [text(`province.${box.region.province}`)]
  const region = [...(box.region.community === null ? [] : [box.region.community]), ...province]
  if (region.length > 0) lines.push(['region', region.join(', ')])
  if (box.people) {
    const people = text('people.count', { n: box.people.adults + box.people.children })
    lines.push(['people', `${people}, ${text('units.count', { n: box.people.units })}`])
  }
  lines.push(['arrived', arrivedText(report, words)])
  if (box.supportEnds.length > 0) lines.push(['support-ends', box.supportEnds.map(words.date).join(' · ')])
  lines.push(['period', periodText(report, words)])
  if (box.month) lines.push(['month', text('box.month-of', { number: box.month.number, of: box.month.of })])
  lines.push(['prepared-on', words.date(box.preparedOn)])
  lines.push(['state', text(box.draft ? 'draft' : 'final')])
  return lines.map(([id, value]) => [text(`box.${id}`), value])
}

function arrivedText(report: YearlyReport, words: ReportWords): string {
  const { arrived } = report.box
  if (arrived.kind === 'not-yet') return words.text('not-yet-arrived')
  return arrived.kind === 'year' ? String(arrived.year) : arrived.dates.map(words.date).join(' · ')
}

/** A sponsorship year's dates would tell donors the day of arrival: they get the years. */
export function periodText(report: YearlyReport, words: ReportWords): string {
  const { period, audience } = report
  const tells = period.kind === 'sponsorship' || period.kind === 'before-arrival'
  if (audience === 'donors' && tells) {
    const years = [period.from, period.to].map(date => date.slice(0, 4)).filter(year => year !== '1900')
    return [...new Set(years)].join('–')
  }
  const from = period.kind === 'before-arrival' ? '…' : words.date(period.from)
  return words.text('box.from-to', { from, to: words.date(period.to) })
}

export function boxTable(report: YearlyReport, words: ReportWords): ReportTable {
  const rows = boxLines(report, words).map(([label, value]) => row(textCell(label), textCell(value)))
  return tableOf(
    'box',
    [
      ['item', 'text'],
      ['value', 'text'],
    ],
    rows,
    words,
  )
}

/** The eight lines in their fixed order; a ninth only where money went to an account outside the group's. */
export function figuresTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { figures } = report
  const { text } = words
  const plus = (at: number): SumTerm => ({ row: at, column: 1, sign: 1 })
  const minus = (at: number): SumTerm => ({ row: at, column: 1, sign: -1 })
  const rows: ReportRow[] = []
  const add = (label: string, cents: number | null, sum: readonly SumTerm[] = []): number => {
    const missing = cents === null ? text('not-known') : ''
    return rows.push(row(textCell(label), moneyCell(cents, missing, cents === null ? [] : sum))) - 1
  }
  const opening = add(text('figures.opening'), figures.openingCents)
  const comesIn = add(text('figures.in'), figures.inCents)
  const goesOut = add(text('figures.out'), figures.outCents)
  const moved =
    figures.transferCents === 0 ? [] : [plus(add(text('figures.transfers'), figures.transferCents))]
  const sum = [plus(opening), plus(comesIn), minus(goesOut), ...moved]
  const closing = add(text('figures.closing'), figures.closingCents, sum)
  const { statement } = figures
  const says = statement
    ? text('figures.statement-on', { date: words.date(statement.date) })
    : text('figures.statement')
  add(says, statement?.cents ?? null)
  // The statement is often older than the closing balance: the difference is that of its own day.
  const differs = statement
    ? text('figures.difference-on', { date: words.date(statement.date) })
    : text('figures.difference')
  add(differs, statement?.differenceCents ?? null)
  const still = add(text('figures.still-to-pay'), figures.stillToPayCents)
  add(text('figures.left-over'), figures.leftOverCents, [plus(closing), minus(still)])
  const missing = figures.unbudgeted.map(words.line).join(', ')
  return tableOf(
    'figures',
    [
      ['item', 'text'],
      ['amount', 'money'],
    ],
    rows,
    words,
    { notes: missing === '' ? [] : [text('note.unbudgeted', { lines: missing })] },
  )
}

export function answersTable(report: YearlyReport, words: ReportWords): ReportTable {
  const { answers } = report
  const { text } = words
  const line = (question: string, { answer, sentence, values }: Answer): ReportRow =>
    row(textCell(text(question)), textCell(text(answer)), textCell(text(sentence, values)))
  return tableOf(
    'answers',
    [
      ['question', 'text'],
      ['answer', 'text'],
      ['sentence', 'text'],
    ],
    [
      line('question.minimum', answers.minimum),
      line('question.start-up', answers.startUp),
      line('question.receipts', answers.receiptsMissing),
      line('question.unusual', answers.unusual),
    ],
    words,
    {
      notes: [
        ...(report.audience === 'donors' ? [text('note.full-report')] : []),
        ...(answers.unusualNote === '' ? [] : [answers.unusualNote]),
        ...numberNotes(answers, words),
      ],
    },
  )
}

/** Page 1 has no room for more. */
const MOST_NUMBERS = 12

function numberNotes({ receiptNumbers }: YearlyReport['answers'], { text }: ReportWords): readonly string[] {
  return (['gaps', 'doubles'] as const).flatMap(kind => {
    const all = receiptNumbers[kind]
    const numbers = all.slice(0, MOST_NUMBERS).join(', ')
    const more = all.length - MOST_NUMBERS
    if (all.length === 0) return []
    return [more > 0 ? text(`note.${kind}-more`, { more, numbers }) : text(`note.${kind}`, { numbers })]
  })
}
