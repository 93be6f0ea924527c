/** All entries of money: found, sorted onto lines, edited, added. */
import { useMemo, useState } from 'react'
import { account } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { useRoute, useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryFilters } from './EntryFilters.tsx'
import { EntryTable } from './EntryTable.tsx'
import { type EntryFilter, filterEntries, filterOfRoute, inOrderOfTime } from './entry-filter.ts'
import { ReceiptGaps } from './ReceiptGaps.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TrashDialog } from './TrashDialog.tsx'

type Open = 'new' | 'trash' | 'rules' | { readonly entry: string } | null

export function EntriesScreen() {
  const { t } = useWords()
  const route = useRoute()
  const { go } = useRouter()
  const { live } = useGroup()
  const all = useLive(here => here.records(entry))
  const accounts = useLive(here => here.records(account))
  const [open, setOpen] = useState<Open>(
    route.screen === 'entry' && route.id ? { entry: route.id } : route.id === 'new' ? 'new' : null,
  )
  const [filter, setFilter] = useState<EntryFilter>(() =>
    filterOfRoute(
      route.id,
      new Set(live.records(account).map(each => each.id)),
      new Set(live.records(line).map(each => each.id)),
    ),
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const told = useTold()
  const settles = useMemo(() => new Set(all.flatMap(each => each.settledBy ?? [])), [all])
  const shown = useMemo(
    () => inOrderOfTime(filterEntries(all, filter, told, settles)).toReversed(),
    [all, filter, told, settles],
  )
  const picked = shown.filter(each => chosen.has(each.id))
  useShortcuts([
    { id: 'new-entry', keys: 'N', labelId: 'money.entry.new', group: 'here', run: () => setOpen('new') },
    { id: 'find-entry', keys: '/', labelId: 'money.search', group: 'here', run: focusSearch },
  ])
  const close = () => {
    if (route.screen === 'entry') go({ area: 'money', screen: 'entries' })
    else setOpen(null)
  }
  return (
    <MoneyLayout
      screen="entries"
      title={t('money.entries.title')}
      actions={
        <>
          <Menu
            label={t('money.more')}
            icon="more"
            entries={[
              { id: 'rules', label: t('money.rules'), icon: 'category', onPress: () => setOpen('rules') },
              { id: 'trash', label: t('money.trash'), icon: 'delete', onPress: () => setOpen('trash') },
            ]}
          />
          <Button
            icon="import"
            kind={all.length === 0 ? 'primary' : 'secondary'}
            onPress={() => go({ area: 'money', screen: 'import' })}
          >
            {t('money.import-file')}
          </Button>
          <Button
            icon="add"
            kind={all.length === 0 ? 'secondary' : 'primary'}
            aria-keyshortcuts="N"
            onPress={() => setOpen('new')}
          >
            {t('money.entry.new')}
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState picture="ledger" title={t('money.entries.empty')}>
          {t('money.entries.empty-text')}
        </EmptyState>
      ) : (
        <>
          <EntryFilters filter={filter} accounts={accounts} onChange={setFilter} />
          {filter.receipts === 'missing' && <ReceiptGaps />}
          <EntryTable
            entries={shown}
            filter={filter}
            accounts={accounts}
            settles={settles}
            chosen={chosen}
            onChosen={setChosen}
            onOpen={(each: Entry) => setOpen({ entry: each.id })}
          />
          <SelectionBar
            shown={shown}
            picked={picked}
            account={filter.account}
            onDone={() => setChosen(new Set())}
            onAll={() => setChosen(new Set(shown.map(each => each.id)))}
          />
        </>
      )}
      {open === 'new' && (
        <EntryDialog
          entryId={null}
          startAccount={filter.account === 'all' ? null : filter.account}
          onClose={close}
        />
      )}
      {open !== null && typeof open === 'object' && (
        <EntryDialog entryId={open.entry} startAccount={null} onClose={close} />
      )}
      {open === 'trash' && <TrashDialog onClose={close} />}
      {open === 'rules' && <RulesDialog onClose={close} />}
    </MoneyLayout>
  )
}

const focusSearch = () => document.querySelector<HTMLInputElement>('[data-entry-search] input')?.focus()

/** What a search finds an entry by. */
function useTold(): (each: Entry) => string {
  const { amount } = useWords()
  const lineName = useLineName()
  const lines = useLive(live => live.records(line))
  return useMemo(() => {
    const names = new Map(lines.map(each => [each.id, lineName(each)]))
    return each => {
      const { payee, note, receiptNumber, chequeNumber, tags, money } = each
      const figure = (Math.abs(money.cents) / 100).toFixed(2)
      const named = money.splits.map(split => (split.line ? (names.get(split.line) ?? '') : ''))
      return [payee, note, receiptNumber, chequeNumber, ...tags, ...named, figure, amount(money.cents)].join(
        ' ',
      )
    }
  }, [lines, lineName, amount])
}
