/** What each field of an entry has been, newest first, with the way back to an older value. */
import { type Entry, entry } from '#domain/entry.ts'
import type { HistoryEntry } from '#store/store.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Entries.module.css'
import { ENTRY_FIELDS, useFieldWords } from './use-field-words.ts'

const c = classes(css)

interface EntryHistoryProps {
  readonly entry: Entry
  readonly onRestored: (entry: Entry) => void
}

export function EntryHistory({ entry: of, onRestored }: EntryHistoryProps) {
  const { t } = useWords()
  const { store, commands, live } = useGroup()
  useLive(here => here.records(entry))
  const save = useSave()
  const { fieldName, fieldValue, instant } = useFieldWords()
  // What it was made with is no history: a field that was never changed has had one value.
  const found = ENTRY_FIELDS.map(field => store.history(of.id, field))
    .filter(values => values.length > 1)
    .flat()
    .toSorted((a, b) => b.at - a.at)
  const restore = async (value: HistoryEntry) => {
    const saved = await save(
      commands.editEntry(of.id, { [value.field]: value.value }),
      t('money.history.restored'),
    )
    const fresh = live.get(entry, of.id)
    if (saved && fresh) onRestored(fresh)
  }
  if (found.length === 0) return <p className={c('small')}>{t('money.history.none')}</p>
  return (
    <ul className={c('history')}>
      {found.slice(0, 40).map(each => (
        <li key={`${each.change} ${each.field}`} className={c('historyRow')}>
          <span>
            <span className={c('small')}>{instant(each.at)}</span>
            <strong>{t('money.history.field', { field: fieldName(each.field) })}</strong>{' '}
            {fieldValue(each.field, each.value)}
          </span>
          {each.current ? (
            <span className={c('small')}>{t('money.history.now')}</span>
          ) : (
            each.value !== undefined && (
              <Button size="small" kind="quiet" icon="undo" onPress={() => void restore(each)}>
                {t('money.history.restore')}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  )
}
