/** The list of entries. Space ticks a row, Enter opens it, and its line can be chosen in place. */
import { useMemo, useState } from 'react'
import type { Account } from '#domain/account.ts'
import { type Entry, entry as entryKind } from '#domain/entry.ts'
import { runningBalances } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { unsortedAlike } from '#state/sorting.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Tag } from '../../parts/StatusTag.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { VirtualTable } from '../../parts/VirtualTable.tsx'
import { useWords } from '../../words/use-words.ts'
import { LineCell } from '../LineCell.tsx'
import { useLineName } from '../line-name.ts'
import { useLineItems } from '../use-line-items.ts'
import { useSave } from '../use-save.ts'
import css from './Entries.module.css'
import { amountFor, type EntryFilter, inOrderOfTime, otherMonth } from './entry-filter.ts'

const c = classes(css)

interface EntryTableProps {
  readonly entries: readonly Entry[]
  readonly filter: EntryFilter
  readonly accounts: readonly Account[]
  /** Entries that pay back what a member was owed: their lines are those of what was owed. */
  readonly settles: ReadonlySet<string>
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (entry: Entry) => void
}

export function EntryTable(props: EntryTableProps) {
  const { entries, filter, accounts, chosen, onChosen, onOpen } = props
  const { t, date } = useWords()
  const balanceOf = accounts.length === 1 ? accounts[0] : accounts.find(each => each.id === filter.account)
  const balances = useBalances(balanceOf)
  const toggle = (each: Entry) => {
    const next = new Set(chosen)
    if (!next.delete(each.id)) next.add(each.id)
    onChosen(next)
  }
  const lineColumn = useLineColumn(props)
  const columns: readonly Column<Entry>[] = [
    {
      id: 'choose',
      head: t('money.choose'),
      headHidden: true,
      width: '3rem',
      cell: each => (
        <Checkbox
          label={t('money.choose-entry', { date: date(each.date), payee: each.payee })}
          labelHidden
          checked={chosen.has(each.id)}
          onChange={() => toggle(each)}
        />
      ),
    },
    { id: 'date', head: t('money.date'), width: '8rem', cell: each => date(each.date) },
    {
      id: 'payee',
      head: t('money.payee'),
      namesRow: true,
      cell: each => <PayeeCell entry={each} />,
    },
    lineColumn,
    {
      id: 'receipt',
      head: t('money.receipt'),
      width: '7.5rem',
      hideNarrow: true,
      cell: each => <ReceiptCell entry={each} />,
    },
    {
      id: 'amount',
      head: t('money.amount'),
      align: 'end',
      width: '8.5rem',
      cell: each => <Amount cents={amountFor(each, filter.account)} kind="change" />,
    },
    ...(balanceOf
      ? [
          {
            id: 'balance',
            head: t('money.balance'),
            align: 'end',
            width: '8.5rem',
            hideNarrow: true,
            cell: (each: Entry) => {
              const cents = balances.get(each.id)
              return cents === undefined ? null : <Amount cents={cents} />
            },
          } as const,
        ]
      : []),
  ]
  return (
    <div className={c('table')}>
      <VirtualTable
        caption={t('money.entries.title')}
        columns={columns}
        rows={entries}
        rowKey={each => each.id}
        onOpen={onOpen}
        isChosen={each => chosen.has(each.id)}
        onToggle={toggle}
        empty={t('money.entries.none-found')}
      />
    </div>
  )
}

/** Only an account has a balance; it is of all its entries, whatever the list shows. */
function useBalances(of: Account | undefined): ReadonlyMap<string, number> {
  const all = useLive(here => here.records(entryKind))
  return useMemo(() => (of ? runningBalances(inOrderOfTime(all), of) : new Map()), [of, all])
}

function PayeeCell({ entry }: { readonly entry: Entry }) {
  const { t } = useWords()
  const note = entry.note.split('\n')[0] ?? ''
  return (
    <>
      <span className={c('payee', entry.leftOut && 'out')}>
        {entry.payee || note || t(`money.type.${entry.type}`)}
      </span>
      {(entry.type === 'in-kind' || entry.type === 'owed' || entry.type === 'transfer') && (
        <span className={c('small')}>
          {entry.type === 'owed' && entry.settledBy !== null
            ? t('money.owed.settled')
            : t(`money.type.${entry.type}`)}
        </span>
      )}
      {entry.leftOut && <span className={c('small')}>{t('money.left-out')}</span>}
    </>
  )
}

function ReceiptCell({ entry }: { readonly entry: Entry }) {
  const { t } = useWords()
  if (entry.leftOut || entry.type === 'transfer') return null
  if (entry.receipt === 'missing') return <Tag tone="warn">{t('money.receipt.missing')}</Tag>
  if (entry.receipt === 'have') return entry.receiptNumber || t('money.receipt.have')
  return <span className={c('small')}>–</span>
}

function useLineColumn({ settles }: EntryTableProps): Column<Entry> {
  const { t, month } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const items = useLineItems()
  const lineName = useLineName()
  const lines = useLive(here => here.records(line))
  const byId = useMemo(() => new Map(lines.map(each => [each.id, each])), [lines])
  const [editing, setEditing] = useState<string | null>(null)
  const named = (id: string | null): string => {
    const known = id === null ? undefined : byId.get(id)
    return known ? lineName(known) : t('money.unsorted')
  }
  const sort = (each: Entry, to: string) => {
    setEditing(null)
    const alike = each.money.splits[0]?.line ? [] : unsortedAlike(live, each)
    const ids = [each.id, ...alike.map(other => other.id)]
    void save(commands.sortEntries(ids, to), t('money.sorted', { count: ids.length, line: named(to) }))
  }
  const covers = (each: Entry): string | null => {
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
  }
  const cell = (each: Entry) => {
    if (each.type === 'transfer') return <span className={c('small')}>{t('money.type.transfer')}</span>
    if (settles.has(each.id)) return <span className={c('small')}>{t('money.pays-back')}</span>
    const { splits } = each.money
    const note = covers(each)
    return (
      <>
        {splits.length > 1 ? (
          <span>{[...new Set(splits.map(split => named(split.line)))].join(' + ')}</span>
        ) : (
          <LineCell
            items={items}
            line={splits[0]?.line ?? null}
            known={splits[0]?.line ? named(splits[0].line) : null}
            payee={each.payee}
            isOpen={editing === each.id}
            onOpen={() => setEditing(each.id)}
            onChange={to => {
              if (to !== null) sort(each, to)
            }}
            onClose={() => setEditing(null)}
          />
        )}
        {note && <span className={c('small')}>{note}</span>}
      </>
    )
  }
  return { id: 'line', head: t('money.line'), width: '15rem', cell }
}
