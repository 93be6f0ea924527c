/** What the list shows: words, account, line, receipts, month. */
import type { Account } from '#domain/account.ts'
import { monthOf } from '#domain/dates.ts'
import { Button } from '../../parts/Button.tsx'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { MonthSwitch } from '../../parts/MonthSwitch.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import { useLineItems } from '../use-line-items.ts'
import { type EntryFilter, noFilter } from './entry-filter.ts'

interface EntryFiltersProps {
  readonly filter: EntryFilter
  readonly accounts: readonly Account[]
  readonly onChange: (filter: EntryFilter) => void
}

export function EntryFilters({ filter, accounts, onChange }: EntryFiltersProps) {
  const { t, today } = useWords()
  const lines = useLineItems()
  const set = (change: Partial<EntryFilter>) => onChange({ ...filter, ...change })
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <FilterBar close label={t('money.filters')}>
      <div data-entry-search="">
        <SearchField
          label={t('money.search')}
          value={filter.text}
          placeholder={t('money.search.example')}
          onChange={text => set({ text })}
        />
      </div>
      {accounts.length > 1 && (
        <Select
          label={t('money.account')}
          value={filter.account}
          onChange={account => set({ account })}
          choices={[
            { value: 'all', label: t('money.all-accounts') },
            ...accounts.map(each => ({ value: each.id, label: each.name || t('money.account.unnamed') })),
          ]}
        />
      )}
      <Select
        label={t('money.line')}
        value={filter.line}
        onChange={line => set({ line })}
        choices={[
          { value: 'all', label: t('money.all-lines') },
          { value: 'unsorted', label: t('money.unsorted') },
          ...lines.map(each => ({ value: each.id, label: each.label })),
        ]}
      />
      <Select<'all' | 'missing'>
        label={t('money.receipts')}
        value={filter.receipts}
        onChange={receipts => set({ receipts })}
        choices={[
          { value: 'all', label: t('money.all-receipts') },
          { value: 'missing', label: t('money.receipts.missing') },
        ]}
      />
      <Select<'all' | 'month'>
        label={t('money.time')}
        value={filter.month === null ? 'all' : 'month'}
        onChange={when => set({ month: when === 'all' ? null : monthOf(today()) })}
        choices={[
          { value: 'all', label: t('money.all-time') },
          { value: 'month', label: t('money.one-month') },
        ]}
      />
      {filter.month !== null && (
        <MonthSwitch value={filter.month} onChange={month => set({ month })} max={monthOf(today())} />
      )}
      {isFiltered && (
        <Button kind="quiet" icon="close" onPress={() => onChange(noFilter)}>
          {t('money.show-all')}
        </Button>
      )}
    </FilterBar>
  )
}
