/** What recurs, rule by rule: changed, stopped, deleted. */
import { addDays } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { hasEnded, type Recurring, recurring } from '#domain/recurring.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { classes } from '../../parts/classes.ts'
import { Menu } from '../../parts/Menu.tsx'
import { Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'
import { useSave } from '../use-save.ts'
import css from './Coming.module.css'
import { useRecurringWords } from './use-recurring-words.ts'

const c = classes(css)

export function RecurringList({ onEdit }: { readonly onEdit: (id: RecordId) => void }) {
  const { t, compare, today } = useWords()
  const words = useRecurringWords()
  const all = useLive(live => live.records(recurring))
  const rows = all.toSorted(
    (a, b) =>
      Number(hasEnded(a, today())) - Number(hasEnded(b, today())) || compare(words.name(a), words.name(b)),
  )
  return (
    <Section title={t('recurring.all')}>
      <ul className={c('rows')} aria-label={t('recurring.all')}>
        {rows.map(each => (
          <RecurringRow key={each.id} of={each} onEdit={() => onEdit(each.id)} />
        ))}
      </ul>
    </Section>
  )
}

function RecurringRow({ of, onEdit }: { readonly of: Recurring; readonly onEdit: () => void }) {
  const { t, date, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const words = useRecurringWords()
  const name = words.name(of)
  const ended = hasEnded(of, today())
  const { end } = of.schedule
  const stop = () => {
    // From today on nothing more is expected; what was missed before stays listed.
    const schedule = { ...of.schedule, end: addDays(today(), -1) }
    void save(commands.editRecurring(of.id, { schedule }), t('recurring.stopped', { name }))
  }
  return (
    <li className={c('row')}>
      <div className={c('words')}>
        <span className={c('name')}>{name}</span>
        <span className={c('facts')}>
          <span>{words.rule(of.schedule)}</span>
          {ended ? (
            <Tag>{t('recurring.ended')}</Tag>
          ) : (
            end !== null &&
            end !== of.schedule.start && <span>{t('recurring.until', { date: date(end) })}</span>
          )}
        </span>
      </div>
      <span className={c('amount')}>
        <Amount cents={of.money.cents} kind="change" />
      </span>
      <div className={c('do')}>
        <Menu
          label={t('recurring.menu-all', { name })}
          icon="more"
          entries={[
            { id: 'edit', label: t('recurring.edit'), icon: 'edit', onPress: onEdit },
            { id: 'stop', label: t('recurring.stop'), icon: 'archive', disabled: ended, onPress: stop },
            {
              id: 'delete',
              label: t('money.delete'),
              icon: 'delete',
              danger: true,
              separated: true,
              onPress: () => void save(commands.deleteRecurring(of.id), t('recurring.deleted', { name })),
            },
          ]}
        />
      </div>
    </li>
  )
}
