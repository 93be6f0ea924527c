/** The entries that the filters let through, and beneath what they add up to and what can be done with those ticked. */
import { useCallback, useMemo, useState } from 'react'
import type { Account } from '#domain/account.ts'
import type { Entry } from '#domain/entry.ts'
import { EntryTable } from './EntryTable.tsx'
import type { EntryFilter } from './entry-filter.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useEntryOrder, useShownEntries } from './use-shown-entries.ts'

interface EntryListProps {
  readonly filter: EntryFilter
  readonly accounts: readonly Account[]
  readonly onOpen: (entry: Entry) => void
  readonly onRepeat: (entry: Entry) => void
  readonly onRecur: (entry: Entry) => void
}

export function EntryList({ filter, accounts, onOpen, onRepeat, onRecur }: EntryListProps) {
  const order = useEntryOrder()
  const { entries, sums } = useShownEntries(order, filter)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const picked = useMemo(
    () => (chosen.size === 0 ? [] : entries.filter(each => chosen.has(each.id))),
    [entries, chosen],
  )
  const toggle = useCallback((each: Entry) => {
    setChosen(before => {
      const next = new Set(before)
      if (!next.delete(each.id)) next.add(each.id)
      return next
    })
  }, [])
  return (
    <>
      <EntryTable
        entries={entries}
        filter={filter}
        accounts={accounts}
        order={order}
        chosen={chosen}
        onToggle={toggle}
        onOpen={onOpen}
      />
      <SelectionBar
        sums={sums}
        picked={picked}
        account={filter.account}
        onRepeat={onRepeat}
        onRecur={onRecur}
        onDone={() => setChosen(new Set())}
        onAll={() => setChosen(new Set(entries.map(each => each.id)))}
      />
    </>
  )
}
