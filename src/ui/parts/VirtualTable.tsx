/**
 * Thousands of rows in a frame of its own height: only those in view are in the page. It is a grid of rows: arrows,
 * Page Up and Down, Home and End move, Enter opens, Space ticks. Give the parent a height.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { classes } from './classes.ts'
import css from './Table.module.css'
import { TableFoot } from './Table.tsx'
import { TableHead } from './TableHead.tsx'
import type { Column, Sort } from './table-columns.ts'

const c = classes(css)
const PAGE_ROWS = 10

interface VirtualTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly isChosen?: (row: Row) => boolean
  readonly onToggle?: (row: Row) => void
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  readonly footerLabel?: string
  readonly empty?: ReactNode
  /** What a row is high before it was measured, in CSS pixels. */
  readonly rowHeight?: number
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort = null, onSort, footerLabel, empty, rowHeight = 46 } = props
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  /** The row to focus once it is in the page; set by keys only, so that scrolling never moves the focus. */
  const [wanted, setWanted] = useState<number | null>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: index => keyAt(rows, rowKey, index),
    overscan: 12,
    scrollPaddingStart: 48,
    scrollPaddingEnd: footerLabel ? 56 : 8,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const tabStop = items.some(item => item.index === current) ? current : items[0]?.index
  useEffect(() => {
    if (wanted === null) return
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${wanted}"]`)
    if (!row) return
    row.focus({ preventScroll: true })
    setWanted(null)
  })
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setCurrent(next)
    setWanted(next)
    virtualizer.scrollToIndex(next)
  }
  const onRowKey = (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return
    const next = indexByKey(event.key, index, rows.length)
    if (next !== null) moveTo(next)
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(row)
    else if (event.key === ' ' && props.onToggle) props.onToggle(row)
    else return
    event.preventDefault()
  }
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0)
  return (
    <div className={c('frame', 'scrolling')} ref={frame}>
      <table
        className={c('table')}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid laid out as a table, as ARIA foresees
        role="grid"
        aria-label={caption}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={props.onToggle ? true : undefined}
      >
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length} />}
          {items.map(item => {
            const row = rows[item.index]
            if (row === undefined) return null
            const chosen = props.isChosen?.(row)
            return (
              <tr
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                aria-selected={chosen}
                tabIndex={item.index === tabStop ? 0 : -1}
                className={c('row', props.onOpen && 'openable', chosen && 'chosen')}
                onFocus={() => setCurrent(item.index)}
                onKeyDown={event => onRowKey(event, item.index, row)}
                onDoubleClick={() => props.onOpen?.(row)}
              >
                {columns.map(column => (
                  <td key={column.id} className={c('cell', column.align, column.hideNarrow && 'hideNarrow')}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Spacer height={after} span={columns.length} />}
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
    </div>
  )
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that only keeps the height; nothing in it takes focus
    <tr aria-hidden="true">
      <td className={c('spacer')} colSpan={span} style={{ blockSize: `${height}px` }} />
    </tr>
  )
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => string, index: number): string | number {
  const row = rows[index]
  return row === undefined ? index : rowKey(row)
}

function indexByKey(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'PageDown':
      return index + PAGE_ROWS
    case 'PageUp':
      return index - PAGE_ROWS
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
