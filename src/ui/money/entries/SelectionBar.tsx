/** Under the list: what it adds up to, and what can be done with the ticked entries. */
import type { Entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { BottomBar } from '../../parts/BottomBar.tsx'
import { Button } from '../../parts/Button.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { classes } from '../../parts/classes.ts'
import { Menu } from '../../parts/Menu.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineItems } from '../use-line-items.ts'
import css from './Entries.module.css'
import { hasAccount } from './entry-draft.ts'
import { type EntrySums, sumEntries } from './entry-filter.ts'

const c = classes(css)

interface SelectionBarProps {
  /** Of all that the list shows. */
  readonly sums: EntrySums
  readonly picked: readonly Entry[]
  readonly account: RecordId | 'all'
  readonly onRepeat: (entry: Entry) => void
  readonly onRecur: (entry: Entry) => void
  readonly onDone: () => void
  readonly onAll: () => void
}

export function SelectionBar({ sums, picked, account, onRepeat, onRecur, onDone, onAll }: SelectionBarProps) {
  const { t } = useWords()
  const isChosen = picked.length > 0
  const { count, inCents, outCents, notCashCents } = isChosen ? sumEntries(picked, account) : sums
  return (
    <BottomBar chosen={isChosen}>
      <div className={c('sums')} role="status">
        <strong>{t(isChosen ? 'money.sum.chosen' : 'money.sum.shown', { count })}</strong>
        <span className={c('sum')}>
          <span className={c('sumName')}>{t('money.sum.in')}</span>
          <Amount cents={inCents} />
        </span>
        <span className={c('sum')}>
          <span className={c('sumName')}>{t('money.sum.out')}</span>
          <Amount cents={outCents} />
        </span>
        <span className={c('sum')}>
          <span className={c('sumName')}>{t('money.sum.net')}</span>
          <Amount cents={inCents - outCents} kind="change" strong />
        </span>
        {isChosen && notCashCents !== 0 && (
          <span className={c('sum')}>
            <span className={c('sumName')}>{t('money.sum.not-cash')}</span>
            <Amount cents={notCashCents} />
          </span>
        )}
      </div>
      {isChosen ? (
        <ChosenActions picked={picked} onRepeat={onRepeat} onRecur={onRecur} onDone={onDone} />
      ) : (
        count > 0 && (
          <Button kind="quiet" onPress={onAll}>
            {t('money.choose-all')}
          </Button>
        )
      )}
    </BottomBar>
  )
}

function ChosenActions({
  picked,
  onRepeat,
  onRecur,
  onDone,
}: Pick<SelectionBarProps, 'picked' | 'onRepeat' | 'onRecur' | 'onDone'>) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const items = useLineItems()
  const ids = picked.map(each => each.id)
  const count = ids.length
  const run = async (running: Parameters<typeof save>[0], done: string) => {
    if (await save(running, done)) onDone()
  }
  const remove = () => void run(commands.deleteEntries(ids), t('money.deleted', { count }))
  useShortcuts([
    { id: 'delete-entries', keys: 'Delete', labelId: 'money.delete', group: 'here', run: remove },
  ])
  const [only] = picked
  const allOut = picked.every(each => each.leftOut)
  const sort = (to: string | null) => {
    const line = items.find(item => item.id === to)
    if (line) void run(commands.sortEntries(ids, line.id), t('money.sorted', { count, line: line.label }))
  }
  return (
    <div className={c('actions')}>
      <ComboBox label={t('money.sort-onto')} items={items} value={null} onChange={sort} />
      <Menu
        label={t('money.more')}
        kind="secondary"
        size="medium"
        entries={[
          ...(only && count === 1
            ? [{ id: 'again', label: t('money.again'), icon: 'copy' as const, onPress: () => onRepeat(only) }]
            : []),
          ...(only && count === 1 && hasAccount(only.type)
            ? [
                {
                  id: 'recur',
                  label: t('recurring.make'),
                  icon: 'repeat' as const,
                  onPress: () => onRecur(only),
                },
              ]
            : []),
          {
            id: 'receipt',
            label: t('money.receipt.not-needed'),
            onPress: () =>
              void run(commands.editEntries(ids, { receipt: 'not-needed' }), t('money.changed', { count })),
          },
          {
            id: 'unsort',
            label: t('money.unsort'),
            onPress: () => void run(commands.sortEntries(ids, null), t('money.changed', { count })),
          },
          {
            id: 'left-out',
            label: t(allOut ? 'money.count-again' : 'money.leave-out'),
            onPress: () => void run(commands.leaveOutEntries(ids, !allOut), t('money.changed', { count })),
          },
          {
            id: 'delete',
            label: t('money.delete'),
            icon: 'delete',
            keys: 'Delete',
            danger: true,
            separated: true,
            onPress: remove,
          },
        ]}
      />
      <Button kind="quiet" onPress={onDone}>
        {t('money.choose-none')}
      </Button>
    </div>
  )
}
