/** Up to a few hundred rows, all of them in the page. Longer ones: `VirtualTable`. */
import { type ReactNode, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './Table.module.css'
import { TableHead } from './TableHead.tsx'
import { type Column, rowNamer, type Sort } from './table-columns.ts'
import { useOverflow } from './use-overflow.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const c = classes(css)

interface TableProps<Row> {
  /** What the table holds; read out first. */
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** In front of the footers: "Total". Shows the footer row. */
  readonly footerLabel?: string
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  readonly rowTone?: (row: Row) => 'plain' | 'quiet' | 'warn' | 'new'
  /** Instead of rows while there are none. */
  readonly empty?: ReactNode
  readonly dense?: boolean
  /** Where it is very narrow, cells flow under each other without heads; each says by itself what it is. */
  readonly stacks?: boolean
}

export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    captionHidden = true,
    columns,
    rows,
    rowKey,
    footerLabel,
    sort = null,
    onSort,
    rowTone,
    empty,
    dense,
    stacks,
  } = props
  const { t } = useWords()
  const frame = useRef<HTMLElement>(null)
  const scrolls = useOverflow(frame)
  const namer = rowNamer(columns)
  return (
    <section
      ref={frame}
      className={c('frame')}
      {...(scrolls ? { tabIndex: 0, 'aria-label': t('common.table.scrolls', { caption }) } : {})}
    >
      <table className={c('table', dense && 'dense', stacks && 'stacks')}>
        <caption className={c('caption')}>
          {captionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        {(rows.length > 0 || !empty) && <TableHead columns={columns} sort={sort} onSort={onSort} />}
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} className={c('row', rowTone?.(row))}>
              {columns.map(column => {
                const look = c('cell', column.align, column.hideNarrow && 'hideNarrow')
                return column.id === namer ? (
                  <th key={column.id} scope="row" className={`${look} ${c('names')}`}>
                    {column.cell(row, column.reads?.(row))}
                  </th>
                ) : (
                  <td key={column.id} className={look}>
                    {column.cell(row, column.reads?.(row))}
                  </td>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className={c('empty')}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        {footerLabel && <TableFoot columns={columns} label={footerLabel} />}
      </table>
    </section>
  )
}

interface TableFootProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly label: string
}

export function TableFoot<Row>({ columns, label }: TableFootProps<Row>) {
  return (
    <tfoot className={c('foot')}>
      <tr>
        {columns.map((column, i) => {
          const look = c('cell', column.align, column.hideNarrow && 'hideNarrow')
          return i === 0 ? (
            <th key={column.id} scope="row" className={look}>
              {label}
            </th>
          ) : (
            <td key={column.id} className={look}>
              {column.footer}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
