/**
 * Thousands of rows in a frame of its own height: only those in view are in the page. It is a grid of rows: arrows,
 * Page Up and Down, Home and End move, Enter opens, Space ticks. The parent says how high it may be: `--table-height`.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { changedPart } from '#domain/changed-part.ts'
import { classes } from './classes.ts'
import css from './Table.module.css'
import { TableFoot } from './Table.tsx'
import { TableHead } from './TableHead.tsx'
import { type Column, rowNamer, type Sort } from './table-columns.ts'
import { type RowActions, VirtualRow } from './VirtualRow.tsx'

const c = classes(css)
const PAGE_ROWS = 10
const OVERSCAN = 12
/** All of them are in the page, wherever it is scrolled to. */
const FEW_ROWS = OVERSCAN
const Head = memo(TableHead) as typeof TableHead

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
    getItemKey: useRowKeys(rows, rowKey),
    overscan: OVERSCAN,
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
    // With Ctrl a key is somebody else's: Ctrl+Enter agrees to the whole screen.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const next = indexByKey(event.key, index, rows.length)
    if (next !== null) moveTo(next)
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(row)
    else if (event.key === ' ' && props.onToggle) props.onToggle(row)
    else return
    event.preventDefault()
  }
  const actions = useRowActions<Row>({
    focused: setCurrent,
    key: onRowKey,
    open: row => props.onOpen?.(row),
    measure: virtualizer.measureElement,
  })
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0)
  return (
    <div className={c('frame', 'scrolling', rows.length <= FEW_ROWS && 'few')} ref={frame}>
      <table
        className={c('table', 'stacks')}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid laid out as a table, as ARIA foresees
        role="grid"
        aria-label={caption}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={props.onToggle ? true : undefined}
      >
        {(rows.length > 0 || !empty) && <Head columns={columns} sort={sort} onSort={onSort} />}
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length} />}
          {items.map(item => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <VirtualRow
                key={item.key}
                row={row}
                index={item.index}
                columns={columns}
                namer={rowNamer(columns)}
                reads={columns.map(column => column.reads?.(row))}
                chosen={props.isChosen?.(row)}
                opens={props.onOpen !== undefined}
                isTabStop={item.index === tabStop}
                actions={actions}
              />
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

/** Handlers that stay the same while what they do follows the newest drawing: rows need not be drawn again for them. */
function useRowActions<Row>(now: RowActions<Row>): RowActions<Row> {
  const latest = useRef(now)
  useLayoutEffect(() => {
    latest.current = now
  })
  return useMemo(
    () => ({
      focused: index => latest.current.focused(index),
      key: (event, index, row) => latest.current.key(event, index, row),
      open: row => latest.current.open(row),
      measure: latest.current.measure,
    }),
    [],
  )
}

/**
 * The virtualizer adds up the heights of all rows anew whenever this function is another one. It stays the same while
 * the rows keep their keys: after an edit of one of 100,000 nothing is added up.
 */
function useRowKeys<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): (index: number) => string | number {
  const kept = useRef<{ rows: readonly Row[]; keyOf: (index: number) => string | number } | null>(null)
  return useMemo(() => {
    const before = kept.current
    if (before && hasSameKeys(before.rows, rows, rowKey)) before.rows = rows
    else {
      const own: { rows: readonly Row[]; keyOf: (index: number) => string | number } = {
        rows,
        keyOf: index => keyAt(own.rows, rowKey, index),
      }
      kept.current = own
    }
    return kept.current?.keyOf ?? (index => index)
  }, [rows, rowKey])
}

function hasSameKeys<Row>(
  before: readonly Row[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): boolean {
  if (before === rows) return true
  if (before.length !== rows.length) return false
  const { removed, added } = changedPart(before, rows)
  return added.every((row, i) => rowKey(row) === rowKey(removed[i] as Row))
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
