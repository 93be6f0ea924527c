/**
 * The path of one edit as in the product: a key press becomes a command, the store and what is derived follow, and the
 * list of all entries is drawn again with its total.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { account } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { type Gate, setOps } from '#state/commands/gate.ts'
import type { Live } from '#state/live.ts'
import { ledgerOf } from '#state/overview.ts'
import type { Column } from '#ui/parts/table-columns.ts'
import { VirtualTable } from '#ui/parts/VirtualTable.tsx'

const TODAY = '2025-12-31'
/** The row that is edited: one that can be seen, and that moves the balance. */
const editedRow = (live: Live) => live.records(entry).find(row => row.type === 'expense')

const columns: readonly Column<Entry>[] = [
  { id: 'date', head: 'Date', cell: row => row.date },
  { id: 'payee', head: 'Who', cell: row => row.payee },
  { id: 'line', head: 'Line', cell: row => row.money.splits.map(part => part.line).join(', ') },
  { id: 'receipt', head: 'Receipt', cell: row => row.receipt },
  { id: 'amount', head: 'Amount', align: 'end', cell: row => (row.money.cents / 100).toFixed(2) },
]
/** All accounts together, as the head of a screen says it. */
const balanceOf = (live: Live): number =>
  live.records(account).reduce((sum, each) => sum + balanceAt(ledgerOf(live), each, TODAY), 0)
const keyOf = (row: Entry) => row.id

function useLive<T>(live: Live, select: (live: Live) => T): T {
  return useSyncExternalStore(live.subscribe, () => select(live))
}

export function EntriesBench({ live, gate }: { readonly live: Live; readonly gate: Gate }) {
  const rows = useLive(live, view => view.records(entry))
  const closing = useLive(live, balanceOf)
  useEffect(() => {
    const onKey = () => {
      const row = editedRow(live)
      if (row === undefined) return
      const [first, ...rest] = row.money.splits
      const splits = first === undefined ? [] : [{ ...first, cents: first.cents + 1 }, ...rest]
      const money = { ...row.money, cents: row.money.cents + 1, splits }
      void gate.run('editEntry', setOps(entry, row.id, { money }))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [live, gate])
  return (
    <main>
      <h1 data-total={closing}>{(closing / 100).toFixed(2)}</h1>
      <div style={{ blockSize: '600px' }}>
        <VirtualTable caption="Entries" columns={columns} rows={rows} rowKey={keyOf} />
      </div>
    </main>
  )
}
