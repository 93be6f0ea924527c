/** Days on which a member cannot be counted on: the plan and the calendar look at them. */
import { useState } from 'react'
import { type Absence, absence } from '#domain/absence.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWords } from '../../words/use-words.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import type { MemberPartProps } from './MemberScreen.tsx'

export function MemberAway({ member }: MemberPartProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const save = useSave()
  const all = useLive(live => live.records(absence))
  const [open, setOpen] = useState<Absence | 'new' | null>(null)
  const rows = all
    .filter(each => each.member === member.id && each.days.to >= tools.today())
    .toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
  return (
    <Section
      card
      title={t('plan.away.title')}
      actions={
        member.leftAt === null && (
          <Button size="small" icon="add" onPress={() => setOpen('new')}>
            {t('plan.away.add')}
          </Button>
        )
      }
    >
      <Table
        caption={t('plan.away.title')}
        dense
        rows={rows}
        rowKey={each => each.id}
        empty={t('people.member.never-away')}
        columns={[
          {
            id: 'from',
            head: t('plan.away.from'),
            cell: each => (
              <Link look="plain" onPress={() => setOpen(each)}>
                {date(each.days.from)}
              </Link>
            ),
          },
          { id: 'to', head: t('plan.away.to'), cell: each => date(each.days.to) },
          {
            id: 'remove',
            head: t('plan.do.delete'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button
                kind="quiet"
                size="small"
                icon="delete"
                onPress={() => void save(commands.deleteAbsence(each.id), t('plan.away.removed'))}
              >
                {t('plan.do.delete')}
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <AbsenceDialog known={open === 'new' ? null : open} of={member.id} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}
