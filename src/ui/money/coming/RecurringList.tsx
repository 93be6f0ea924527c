/** What recurs, rule by rule: changed, stopped, deleted. */
import { addDays } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { hasEnded, type Recurring, recurring } from '#domain/recurring.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { RowFacts, RowItem, RowList, RowName } from '../../parts/RowList.tsx'
import { Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useRecurringWords } from './use-recurring-words.ts'

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
      <RowList label={t('recurring.all')} figures="amounts">
        {rows.map(each => (
          <RecurringRow key={each.id} of={each} onEdit={() => onEdit(each.id)} />
        ))}
      </RowList>
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
    <RowItem
      figure={<Amount cents={of.money.cents} kind="change" />}
      actions={
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
      }
    >
      <RowName>{name}</RowName>
      <RowFacts>
        <span>{words.rule(of.schedule)}</span>
        {ended ? (
          <Tag>{t('recurring.ended')}</Tag>
        ) : (
          end !== null &&
          end !== of.schedule.start && <span>{t('recurring.until', { date: date(end) })}</span>
        )}
      </RowFacts>
    </RowItem>
  )
}
