/** The head row of a table, with buttons where it can be sorted. */
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import css from './Table.module.css'
import { type Column, nextSort, type Sort } from './table-columns.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const c = classes(css)

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  readonly onSort?: ((sort: Sort) => void) | undefined
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  const { t } = useWords()
  const ariaSort = (id: string) =>
    sort?.column === id
      ? sort.direction === 'up'
        ? ('ascending' as const)
        : ('descending' as const)
      : undefined
  return (
    <thead className={c('head')}>
      <tr>
        {columns.map(column => (
          <th
            key={column.id}
            scope="col"
            aria-sort={ariaSort(column.id)}
            className={c('th', column.align, column.hideNarrow && 'hideNarrow')}
            style={column.width ? { inlineSize: column.width } : undefined}
          >
            {column.sortable && onSort ? (
              <button
                type="button"
                className={c('sort')}
                title={t('common.table.sort-by', { column: column.head })}
                onClick={() => onSort(nextSort(sort, column.id))}
              >
                {column.head}
                <Icon
                  name={sort?.column === column.id ? (sort.direction === 'up' ? 'up' : 'down') : 'sort'}
                  size={14}
                />
              </button>
            ) : column.headHidden ? (
              <VisuallyHidden>{column.head}</VisuallyHidden>
            ) : (
              column.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
