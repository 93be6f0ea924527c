/** The minimums as they were entered, each with its source; the newest wins where two overlap. */
import type { HouseholdUnit } from '#domain/household-units.ts'
import { type SupportMinimum, supportMinimum } from '#domain/report-record.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'

interface MinimumListProps {
  readonly sponsorship: string
  readonly units: readonly HouseholdUnit[]
  readonly onOpen: (minimum: SupportMinimum) => void
}

export function MinimumList({ sponsorship, units, onOpen }: MinimumListProps) {
  const { t, month, date } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const minimums = useLive(live => live.records(supportMinimum)).filter(
    each => each.sponsorship === sponsorship,
  )
  if (minimums.length === 0) return null
  const unitName = (id: string) => units.find(each => each.id === id)?.label ?? '–'
  return (
    <Section title={t('money.minimum.entered')}>
      <Table
        caption={t('money.minimum.entered')}
        rows={minimums.toReversed()}
        rowKey={each => each.id}
        columns={[
          { id: 'unit', head: t('money.unit'), cell: each => unitName(each.unit) },
          {
            id: 'months',
            head: t('money.minimum.months'),
            cell: each =>
              each.months.from === each.months.to
                ? month(each.months.from)
                : `${month(each.months.from)} – ${month(each.months.to)}`,
          },
          {
            id: 'amount',
            head: t('money.minimum.a-month'),
            align: 'end',
            cell: each => <Amount cents={each.cents} />,
          },
          {
            id: 'source',
            head: t('money.source'),
            hideNarrow: true,
            cell: each => [each.source, each.asOf ? date(each.asOf) : ''].filter(Boolean).join(' · ') || '–',
          },
          {
            id: 'status',
            head: t('money.source.status'),
            cell: each => <StatusTag status={saidStatus(each.status)} />,
          },
          {
            id: 'menu',
            head: t('money.more'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Menu
                label={t('money.minimum.actions', {
                  unit: unitName(each.unit),
                  month: month(each.months.from),
                })}
                icon="more"
                entries={[
                  { id: 'edit', label: t('money.minimum.edit'), icon: 'edit', onPress: () => onOpen(each) },
                  {
                    id: 'delete',
                    label: t('money.delete'),
                    icon: 'delete',
                    danger: true,
                    onPress: () => void save(commands.deleteMinimum(each.id), t('money.minimum.deleted')),
                  },
                ]}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
