/** Names and values under each other: the facts of one thing. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './KeyValueList.module.css'

const c = classes(css)

export interface KeyValue {
  readonly key: string
  readonly value: ReactNode
  /** A quieter line under the value: a source, a date. */
  readonly note?: ReactNode
}

interface KeyValueListProps {
  readonly items: readonly KeyValue[]
  /** Values at the end of the line, for figures that add up. */
  readonly figures?: boolean
}

export function KeyValueList({ items, figures = false }: KeyValueListProps) {
  return (
    <dl className={c('list', figures && 'figures')}>
      {items.map(item => (
        <div key={item.key} className={c('pair')}>
          <dt className={c('key')}>{item.key}</dt>
          <dd className={c('value')}>
            {item.value}
            {item.note && <div className={c('note')}>{item.note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
