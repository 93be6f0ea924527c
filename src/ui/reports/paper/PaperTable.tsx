/** A section of the report: its letter and title, its table with repeated heads, its notes, its chart. */
import { type ReactNode, useRef } from 'react'
import { unreachable } from '#domain/result.ts'
import type { Cell, ReportRow, ReportTable } from '#reports/report-tables.ts'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { useOverflow } from '../../parts/use-overflow.ts'
import css from './paper-table.module.css'
import type { PaperWords } from './paper-words.ts'

const c = classes(css)

interface PaperTableProps {
  readonly table: ReportTable
  readonly words: PaperWords
  /** The line behind each row; a row with one leads to its entries. */
  readonly lines: readonly (string | null)[]
  readonly onOpenLine: (line: string) => void
  readonly chart: ReactNode
}

export function PaperTable({ table, words, lines, onOpenLine, chart }: PaperTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const scrolls = useOverflow(frame)
  const title = <SectionTitle table={table} />
  return (
    <section className={c('section', isShortTable(table) && 'together')}>
      {table.rows.length === 0 ? (
        title
      ) : (
        <div
          ref={frame}
          className={c('frame')}
          {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': table.title } : {})}
        >
          <table className={c('table', isDense(table) && 'dense', !table.landscape && 'named')}>
            <caption className={c('caption')}>{title}</caption>
            <thead className={c('thead')}>
              <tr>
                {table.columns.map(column => (
                  <th key={column.id} scope="col" className={c(isFigure(column.kind) && 'end')}>
                    {headText(column.label, words)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <PaperRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids, and their order is the report's
                  key={i}
                  row={row}
                  table={table}
                  words={words}
                  onOpen={openerOf(lines[i], onOpenLine)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table.notes.map(note => (
        <p key={note} className={c('note')}>
          {note}
        </p>
      ))}
      {chart}
    </section>
  )
}

const openerOf = (line: string | null | undefined, open: (line: string) => void) =>
  line ? () => open(line) : null

function SectionTitle({ table: { letter, title } }: { readonly table: ReportTable }) {
  return (
    <h3 className={c('title')}>
      {letter !== '' && <span className={c('letter')}>{letter}</span>} {title}
    </h3>
  )
}

const MOST_TOGETHER = 18

const isShortTable = (table: ReportTable): boolean => table.rows.length <= MOST_TOGETHER

const MANY_COLUMNS = 8

/** Whatever has many columns, also where the paper is portrait. */
const isDense = (table: ReportTable): boolean => table.landscape || table.columns.length >= MANY_COLUMNS

const isFigure = (kind: Cell['kind']): boolean => kind === 'money' || kind === 'count'

/** The annex names its columns by month. */
const headText = (label: string, words: PaperWords): string =>
  /^\d{4}-\d{2}$/.test(label) ? `${words.monthShort(label)} ${label.slice(0, 4)}` : label

/** Columns whose figure is what the entries of a line add up to. */
const LINKED: readonly string[] = ['amount', 'spent']

interface PaperRowProps {
  readonly row: ReportRow
  readonly table: ReportTable
  readonly words: PaperWords
  readonly onOpen: (() => void) | null
}

function PaperRow({ row, table, words, onOpen }: PaperRowProps) {
  const [first, ...rest] = row.cells
  if (row.role === 'heading')
    return (
      <tr className={c('heading')}>
        <th scope="colgroup" colSpan={table.columns.length}>
          {cellText(first, words)}
        </th>
      </tr>
    )
  // In a column of its own kind of nothing, a zero is noise: a dash says it.
  const text = (cell: Cell, column: string | undefined) => {
    if (
      cell.kind === 'money' &&
      cell.cents !== null &&
      (table.id === 'e2' || (column === 'owed' && cell.cents === 0))
    )
      return cell.cents === 0 ? '–' : words.amount(cell.cents)
    // Among many columns a month's whole name would take two lines in every row.
    if (cell.kind === 'month' && isDense(table)) return words.monthShortYear(cell.month)
    return cellText(cell, words)
  }
  return (
    <tr className={c(row.role)}>
      <th scope="row" className={c(first && isFigure(first.kind) ? 'end' : 'name')}>
        {cellText(first, words)}
      </th>
      {rest.map((cell, i) => {
        const column = table.columns[i + 1]
        const shown = text(cell, column?.id)
        const isLinked = onOpen && column && LINKED.includes(column.id)
        return (
          <td
            key={column?.id}
            className={c(
              isFigure(cell.kind) && 'end',
              (isShort(cell) || column?.id === 'payer') && 'whole',
              table.id === 'j' && column?.id === 'source' && 'source',
            )}
          >
            {isLinked ? (
              <Link look="plain" onPress={onOpen}>
                {shown}
              </Link>
            ) : (
              shown
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Never broken over two lines. */
const isShort = (cell: Cell): boolean =>
  cell.kind === 'date' ||
  cell.kind === 'month' ||
  (cell.kind === 'text' && /^\d{4}-\d{2}$/.test(cell.text)) ||
  (cell.kind === 'money' && cell.cents !== null)

/** A cell as paper writes it. */
export function cellText(cell: Cell | undefined, words: PaperWords): string {
  if (!cell) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'money':
      return cell.cents === null ? cell.text : words.money(cell.cents)
    case 'count':
      return cell.value === null ? '' : words.number(cell.value)
    case 'date':
      return cell.date === null ? '' : words.date(cell.date)
    case 'month':
      return words.month(cell.month)
    default:
      return unreachable(cell)
  }
}
