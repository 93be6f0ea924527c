/** Columns as `Table` and `VirtualTable` both take them. */
import type { ReactNode } from 'react'

export type CellInput = string | number | boolean | null | undefined

export interface Column<Row> {
  readonly id: string
  readonly head: string
  /** `VirtualTable` draws a cell again only when the row, this function or what `reads` gives is another. */
  readonly cell: (row: Row, input: CellInput) => ReactNode
  /** What the cell shows besides its row. */
  readonly reads?: (row: Row) => CellInput
  /** `end` for figures: they line up and are set in equal width. */
  readonly align?: 'start' | 'end' | 'center'
  /** A CSS length or `auto`; long text columns are best left out. */
  readonly width?: string
  /** Under the column, in the total row. */
  readonly footer?: ReactNode
  readonly sortable?: boolean
  /** The head is said to screen readers only; for a column of row menus or ticks. */
  readonly headHidden?: boolean
  /** Names the row for screen readers; the first column unless one says so. */
  readonly namesRow?: boolean
  /** Goes away on narrow windows. What only it says must be elsewhere too. */
  readonly hideNarrow?: boolean
}

export interface Sort {
  readonly column: string
  readonly direction: 'up' | 'down'
}

export const nextSort = (sort: Sort | null, column: string): Sort => ({
  column,
  direction: sort?.column === column && sort.direction === 'up' ? 'down' : 'up',
})

export function rowNamer<Row>(columns: readonly Column<Row>[]): string | undefined {
  return (columns.find(column => column.namesRow) ?? columns[0])?.id
}
