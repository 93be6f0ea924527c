/** The column of lines: what an entry is sorted onto, chosen in place, and the month it covers where that is another. */
import { useCallback, useMemo, useState } from 'react'
import type { Entry } from '#domain/entry.ts'
import { type Line, line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { unsortedAlike } from '#state/sorting.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import type { CellInput, Column } from '../../parts/table-columns.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { LineCell } from '../LineCell.tsx'
import { useLineName } from '../line-name.ts'
import { useLineItems } from '../use-line-items.ts'
import css from './Entries.module.css'
import { otherMonth } from './entry-filter.ts'

const c = classes(css)

/** `settles`: entries that pay back what a member was owed; their lines are those of what was owed. */
export function useLineColumn(settles: ReadonlySet<RecordId>): Column<Entry> {
  const { t } = useWords()
  const [editing, setEditing] = useState<RecordId | null>(null)
  const cell = useLineCell(setEditing)
  const head = t('money.line')
  return useMemo(
    () => ({
      id: 'line',
      head,
      width: '13.5rem',
      cell,
      reads: each => (settles.has(each.id) ? 'settles' : editing === each.id ? 'editing' : 'plain'),
    }),
    [head, cell, settles, editing],
  )
}

function useLineCell(setEditing: (id: RecordId | null) => void) {
  const { t } = useWords()
  const items = useLineItems()
  const lineName = useLineName()
  const lines = useLive(here => here.records(line))
  const byId = useMemo(() => new Map(lines.map(each => [each.id, each])), [lines])
  const named = useCallback(
    (id: RecordId | null): string => {
      const known = id === null ? undefined : byId.get(id)
      return known ? lineName(known) : t('money.unsorted')
    },
    [byId, lineName, t],
  )
  const covers = useCovers(byId)
  const sort = useSort(named, setEditing)
  return useCallback(
    (each: Entry, state: CellInput) => {
      if (each.type === 'transfer') return <span className={c('small')}>{t('money.type.transfer')}</span>
      if (state === 'settles') return <span className={c('small')}>{t('money.pays-back')}</span>
      const { splits } = each.money
      const note = covers(each)
      return (
        <div className={c('told')}>
          {splits.length > 1 ? (
            <span>{[...new Set(splits.map(split => named(split.line)))].join(' + ')}</span>
          ) : (
            <LineCell
              items={items}
              line={splits[0]?.line ?? null}
              known={splits[0]?.line ? named(splits[0].line) : null}
              payee={each.payee}
              isOpen={state === 'editing'}
              onOpen={() => setEditing(each.id)}
              onChange={to => {
                if (to !== null) sort(each, to)
              }}
              onClose={() => setEditing(null)}
            />
          )}
          {note && <span className={c('small')}>{note}</span>}
        </div>
      )
    },
    [t, items, named, covers, sort, setEditing],
  )
}

function useSort(named: (id: RecordId) => string, setEditing: (id: RecordId | null) => void) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  return useCallback(
    (each: Entry, to: RecordId) => {
      setEditing(null)
      const alike = each.money.splits[0]?.line ? [] : unsortedAlike(live, each)
      const ids = [each.id, ...alike.map(other => other.id)]
      void save(commands.sortEntries(ids, to), t('money.sorted', { count: ids.length, line: named(to) }))
    },
    [live, commands, save, t, named, setEditing],
  )
}

function useCovers(byId: ReadonlyMap<RecordId, Line>) {
  const { t, month } = useWords()
  return useCallback(
    (each: Entry): string | null => {
      const told = new Set(
        each.money.splits.flatMap(split => {
          const range = otherMonth(each, split, byId)
          if (!range) return []
          return range.from === range.to
            ? t('money.covers-month', { month: month(range.from) })
            : t('money.covers-months', { from: month(range.from), to: month(range.to) })
        }),
      )
      return told.size === 0 ? null : [...told].join(' · ')
    },
    [byId, t, month],
  )
}
