/** All entries of money: found, sorted onto lines, edited, added. */
import { useCallback, useDeferredValue, useState } from 'react'
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
import { RecurringDialog } from '../coming/RecurringDialog.tsx'
import { MoneyLayout } from '../MoneyLayout.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryFilters } from './EntryFilters.tsx'
import { EntryList } from './EntryList.tsx'
import { type EntryFilter, filterOfRoute } from './entry-filter.ts'
import { ReceiptGaps } from './ReceiptGaps.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { TrashDialog } from './TrashDialog.tsx'

type Open =
  | 'new'
  | 'trash'
  | 'rules'
  | { readonly entry: string }
  | { readonly like: string }
  | { readonly recur: string }
  | null

export function EntriesScreen() {
  const { t } = useWords()
  const route = useRoute()
  const { go } = useRouter()
  const { live } = useGroup()
  // The entries themselves are read by the list: an edit of one of them draws nothing else of the screen.
  const isEmpty = useLive(here => here.records(entry).length === 0)
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
  // What is chosen stands in its field at once; the list follows. Letters wait already: see `SearchField`.
  const found = useDeferredValue(filter)
  const openEntry = useCallback((each: Entry) => setOpen({ entry: each.id }), [])
  const recurEntry = useCallback((each: Entry) => setOpen({ recur: each.id }), [])
  const repeatEntry = useCallback((each: Entry) => setOpen({ like: each.id }), [])
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
            kind={isEmpty ? 'primary' : 'secondary'}
            onPress={() => go({ area: 'money', screen: 'import' })}
          >
            {t('money.import-file')}
          </Button>
          <Button
            icon="add"
            kind={isEmpty ? 'secondary' : 'primary'}
            aria-keyshortcuts="N"
            onPress={() => setOpen('new')}
          >
            {t('money.entry.new')}
          </Button>
        </>
      }
    >
      {isEmpty ? (
        <EmptyState picture="ledger" title={t('money.entries.empty')}>
          {t('money.entries.empty-text')}
        </EmptyState>
      ) : (
        <>
          <EntryFilters filter={filter} accounts={accounts} onChange={setFilter} />
          {filter.receipts === 'missing' && <ReceiptGaps />}
          <EntryList
            filter={found}
            accounts={accounts}
            onOpen={openEntry}
            onRepeat={repeatEntry}
            onRecur={recurEntry}
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
      {open !== null && typeof open === 'object' && 'entry' in open && (
        <EntryDialog entryId={open.entry} startAccount={null} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && 'like' in open && (
        <EntryDialog entryId={null} like={open.like} startAccount={null} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && 'recur' in open && (
        <RecurringDialog id={null} like={open.recur} onClose={close} />
      )}
      {open === 'trash' && <TrashDialog onClose={close} />}
      {open === 'rules' && <RulesDialog onClose={close} />}
    </MoneyLayout>
  )
}

const focusSearch = () => document.querySelector<HTMLInputElement>('[data-entry-search] input')?.focus()
