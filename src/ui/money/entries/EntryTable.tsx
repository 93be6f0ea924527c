/**
 * The list of entries. Space ticks a row, Enter opens it, and its line can be chosen in place. What cells show besides
 * their entry they get through `reads`, so that an edit draws its own row and no other.
 */
import { useMemo } from 'react'
import type { Account } from '#domain/account.ts'
import { receiptFile } from '#domain/attachment.ts'
import type { Entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { papersOf } from '#state/commands/papers.ts'
import type { EntryOrder } from '#state/entry-order.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { VirtualTable } from '../../parts/VirtualTable.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Entries.module.css'
import { amountFor, type EntryFilter } from './entry-filter.ts'
import { balanceAfter } from './shown-entries.ts'
import { useLineColumn } from './use-line-column.tsx'
import { useBalances } from './use-shown-entries.ts'

const c = classes(css)

interface EntryTableProps {
  readonly entries: readonly Entry[]
  readonly filter: EntryFilter
  readonly accounts: readonly Account[]
  readonly order: EntryOrder
  readonly chosen: ReadonlySet<string>
  /** The same function as long as the list is shown, like `onOpen`. */
  readonly onToggle: (entry: Entry) => void
  readonly onOpen: (entry: Entry) => void
}

export function EntryTable(props: EntryTableProps) {
  const { entries, filter, accounts, order, chosen, onToggle, onOpen } = props
  const { t } = useWords()
  const balanceOf = accounts.length === 1 ? accounts[0] : accounts.find(each => each.id === filter.account)
  const choose = useChooseColumn(chosen, onToggle)
  const own = useOwnColumns(filter.account)
  const receipt = useReceiptColumn()
  const line = useLineColumn(order.settles)
  const balance = useBalanceColumn(order, balanceOf)
  const columns = useMemo(
    () => [choose, own.date, own.payee, line, receipt, own.amount, ...(balance ? [balance] : [])],
    [choose, own, line, receipt, balance],
  )
  return (
    <div className={c('table')}>
      <VirtualTable
        caption={t('money.entries.title')}
        columns={columns}
        rows={entries}
        rowKey={keyOf}
        onOpen={onOpen}
        isChosen={each => chosen.has(each.id)}
        onToggle={onToggle}
        empty={t('money.entries.none-found')}
      />
    </div>
  )
}

const keyOf = (each: Entry): string => each.id

function useChooseColumn(chosen: ReadonlySet<string>, onToggle: (entry: Entry) => void): Column<Entry> {
  const { t, date } = useWords()
  const plain = useMemo(
    (): Column<Entry> => ({
      id: 'choose',
      head: t('money.choose'),
      headHidden: true,
      width: '3rem',
      cell: (each, isChosen) => (
        <Checkbox
          label={t('money.choose-entry', { date: date(each.date), payee: each.payee })}
          labelHidden
          checked={isChosen === true}
          onChange={() => onToggle(each)}
        />
      ),
    }),
    [t, date, onToggle],
  )
  return useMemo(() => ({ ...plain, reads: each => chosen.has(each.id) }), [plain, chosen])
}

/** Columns that show nothing but the entry. */
function useOwnColumns(
  account: RecordId | 'all',
): Readonly<Record<'date' | 'payee' | 'amount', Column<Entry>>> {
  const { t, date } = useWords()
  return useMemo(
    () => ({
      date: {
        id: 'date',
        head: t('money.date'),
        width: '8rem',
        cell: each => <span className={c('date')}>{date(each.date)}</span>,
      },
      payee: {
        id: 'payee',
        head: t('money.payee'),
        namesRow: true,
        cell: each => <PayeeCell entry={each} />,
      },
      amount: {
        id: 'amount',
        head: t('money.amount'),
        align: 'end',
        width: '7.5rem',
        cell: each => <Amount cents={amountFor(each, account)} kind="change" />,
      },
    }),
    [t, date, account],
  )
}

/** Whether there is a paper, its number, and how many files are attached. */
function useReceiptColumn(): Column<Entry> {
  const { t } = useWords()
  const { live } = useGroup()
  const all = useLive(here => here.records(receiptFile))
  const plain = useMemo(
    (): Column<Entry> => ({
      id: 'receipt',
      head: t('money.receipt'),
      width: '7.5rem',
      hideNarrow: true,
      cell: (each, papers) => <ReceiptCell entry={each} papers={typeof papers === 'number' ? papers : 0} />,
    }),
    [t],
  )
  return useMemo(
    () => (all.length === 0 ? plain : { ...plain, reads: each => papersOf(live, each.id).length }),
    [plain, live, all],
  )
}

/** Only an account has a balance; it is of all its entries, whatever the list shows. */
function useBalanceColumn(order: EntryOrder, of: Account | undefined): Column<Entry> | null {
  const { t } = useWords()
  const balances = useBalances(order, of)
  const plain = useMemo(
    (): Column<Entry> => ({
      id: 'balance',
      head: t('money.balance'),
      align: 'end',
      width: '8.5rem',
      hideNarrow: true,
      cell: (_, cents) => (typeof cents === 'number' ? <Amount cents={cents} /> : null),
    }),
    [t],
  )
  return useMemo(
    () => (balances ? { ...plain, reads: each => balanceAfter(balances, each) } : null),
    [plain, balances],
  )
}

function PayeeCell({ entry }: { readonly entry: Entry }) {
  const { t } = useWords()
  const note = entry.note.split('\n')[0] ?? ''
  return (
    <div className={c('told')}>
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
    </div>
  )
}

function ReceiptCell({ entry, papers }: { readonly entry: Entry; readonly papers: number }) {
  const { t } = useWords()
  if (papers > 0 && entry.receipt === 'have')
    return (
      <span className={c('attached')}>
        {entry.receiptNumber || t('money.receipt.have')}
        <Icon name="attach" size={16} label={t('money.papers.count', { count: papers })} />
      </span>
    )
  if (entry.leftOut || entry.type === 'transfer') return null
  if (entry.receipt === 'missing') return <Tag tone="warn">{t('money.receipt.missing')}</Tag>
  if (entry.receipt === 'have') return entry.receiptNumber || t('money.receipt.have')
  return <span className={c('small')}>–</span>
}
