/** Occurrences that are open, each with what can be done about it: post, skip, move, or say which entry it is. */
import { account } from '#domain/account.ts'
import type { ComingEntry } from '#domain/coming-entries.ts'
import type { Entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Menu } from '../../parts/Menu.tsx'
import { RowFacts, RowItem, RowList, RowName } from '../../parts/RowList.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Coming.module.css'
import { useRecurringWords } from './use-recurring-words.ts'

const c = classes(css)

export interface ComingActions {
  readonly post: (coming: ComingEntry) => void
  readonly move: (coming: ComingEntry) => void
  readonly edit: (id: RecordId) => void
}

interface ComingRowsProps {
  readonly label: string
  readonly rows: readonly ComingEntry[]
  /** Entries of the books that look like one of these, by its id. */
  readonly like: ReadonlyMap<RecordId, Entry>
  readonly actions: ComingActions
}

export function ComingRows({ label, rows, like, actions }: ComingRowsProps) {
  return (
    <RowList label={label} figures="amounts">
      {rows.map(each => (
        <ComingRow key={each.id} of={each} like={like.get(each.id)} actions={actions} />
      ))}
    </RowList>
  )
}

interface ComingRowProps {
  readonly of: ComingEntry
  readonly like: Entry | undefined
  readonly actions: ComingActions
}

function ComingRow({ of, like, actions }: ComingRowProps) {
  const { t, date, money } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const words = useRecurringWords()
  const name = words.name(of.recurring)
  const said = { name, date: date(of.date) }
  return (
    <RowItem
      figure={<Amount cents={of.recurring.money.cents} kind="change" />}
      actions={
        <>
          <Button
            size="small"
            icon="check"
            aria-label={t('recurring.post-named', said)}
            onPress={() => actions.post(of)}
          >
            {t('recurring.post')}
          </Button>
          <Menu
            label={t('recurring.menu', said)}
            icon="more"
            entries={[
              {
                id: 'skip',
                label: t('recurring.skip'),
                icon: 'exclude',
                onPress: () => void save(commands.skipComing([of]), t('recurring.skipped', said)),
              },
              {
                id: 'move',
                label: t('recurring.move'),
                icon: 'calendar',
                onPress: () => actions.move(of),
              },
              ...(of.date === of.original
                ? []
                : [
                    {
                      id: 'back',
                      label: t('recurring.move-back', { date: date(of.original) }),
                      icon: 'undo' as const,
                      onPress: () => void save(commands.reopenComing(of), t('recurring.moved-back', said)),
                    },
                  ]),
              {
                id: 'edit',
                label: t('recurring.edit'),
                icon: 'edit',
                separated: true,
                onPress: () => actions.edit(of.recurring.id),
              },
            ]}
          />
        </>
      }
    >
      <RowName>{name}</RowName>
      <ComingFacts of={of} />
      {like && (
        <Button
          size="small"
          kind="quiet"
          icon="check"
          onPress={() => void save(commands.takeAsPosted(of, like.id), t('recurring.taken', said))}
        >
          {t('recurring.it-is', { date: date(like.date), amount: money(like.money.cents) })}
        </Button>
      )}
    </RowItem>
  )
}

/** When, from which account, on which line. */
export function ComingFacts({ of }: { readonly of: ComingEntry }) {
  const { t, date, today } = useWords()
  const words = useRecurringWords()
  const accounts = useLive(live => live.records(account))
  const from = accounts.find(each => each.id === of.recurring.account)
  const line = words.linesOf(of.recurring)
  return (
    <RowFacts>
      <span className={c(of.status === 'missed' && 'late')}>
        {of.date === today() ? t('recurring.today') : date(of.date)}
      </span>
      {of.date !== of.original && <span>{t('recurring.moved-from', { date: date(of.original) })}</span>}
      {line !== '' && of.recurring.payee !== '' && <span>{line}</span>}
      {from && <span>{from.name || t('money.account.unnamed')}</span>}
    </RowFacts>
  )
}
