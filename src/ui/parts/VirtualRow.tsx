/** A row of `VirtualTable`: drawn again only when its record, its place or what its cells read besides it changed. */
import { type KeyboardEvent, memo } from 'react'
import { classes } from './classes.ts'
import css from './Table.module.css'
import type { CellInput, Column } from './table-columns.ts'

const c = classes(css)

/** The same object for all rows of a table and for as long as it is shown. */
export interface RowActions<Row> {
  readonly focused: (index: number) => void
  readonly key: (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => void
  readonly open: (row: Row) => void
  readonly measure: (element: HTMLTableRowElement | null) => void
}

interface VirtualRowProps<Row> {
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  /** The column that names the row. */
  readonly namer: string | undefined
  /** For each column what it reads besides the row. */
  readonly reads: readonly CellInput[]
  readonly chosen: boolean | undefined
  readonly opens: boolean
  readonly isTabStop: boolean
  readonly actions: RowActions<Row>
}

function RowOfCells<Row>(props: VirtualRowProps<Row>) {
  const { row, index, columns, namer, reads, chosen, opens, isTabStop, actions } = props
  return (
    <tr
      ref={actions.measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      tabIndex={isTabStop ? 0 : -1}
      className={c('row', opens && 'openable', chosen && 'chosen')}
      onFocus={() => actions.focused(index)}
      onKeyDown={event => actions.key(event, index, row)}
      onDoubleClick={() => actions.open(row)}
    >
      {columns.map((column, i) => (
        <Cell key={column.id} row={row} column={column} input={reads[i]} names={column.id === namer} />
      ))}
    </tr>
  )
}

interface CellProps<Row> {
  readonly row: Row
  readonly column: Column<Row>
  readonly input: CellInput
  readonly names: boolean
}

function PlainCell<Row>({ row, column, input, names }: CellProps<Row>) {
  const look = c('cell', column.align, column.hideNarrow && 'hideNarrow', names && 'names')
  return <td className={look}>{column.cell(row, input)}</td>
}

const isSameCell = <Row,>(a: CellProps<Row>, b: CellProps<Row>): boolean =>
  a.row === b.row && a.input === b.input && a.names === b.names && isSameColumn(a.column, b.column)

/** What a column reads may be asked by a new function each time; only its answer counts. */
const isSameColumn = <Row,>(a: Column<Row> | undefined, b: Column<Row> | undefined): boolean =>
  a === b ||
  (a?.id === b?.id && a?.cell === b?.cell && a?.align === b?.align && a?.hideNarrow === b?.hideNarrow)

const isSameRow = <Row,>(a: VirtualRowProps<Row>, b: VirtualRowProps<Row>): boolean =>
  a.row === b.row &&
  a.index === b.index &&
  a.chosen === b.chosen &&
  a.opens === b.opens &&
  a.isTabStop === b.isTabStop &&
  a.actions === b.actions &&
  a.namer === b.namer &&
  a.columns.length === b.columns.length &&
  a.reads.every((input, i) => input === b.reads[i]) &&
  (a.columns === b.columns || a.columns.every((column, i) => isSameColumn(column, b.columns[i])))

const Cell = memo(PlainCell, isSameCell) as typeof PlainCell
export const VirtualRow = memo(RowOfCells, isSameRow) as typeof RowOfCells
