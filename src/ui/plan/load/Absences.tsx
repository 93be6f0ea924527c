/** Days on which a member cannot be counted on: entered, and taken away again. No reason is asked. */
import { useState } from 'react'
import { absence } from '#domain/absence.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Table } from '../../parts/Table.tsx'
import { AbsenceDialog } from '../../people/members/AbsenceDialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'

export function Absences() {
  const { t, date, today } = useWords()
  const { commands } = useGroup()
  const { memberName } = useTaskWords()
  const save = useSave()
  const all = useLive(live => live.records(absence))
  const [isAdding, setAdding] = useState(false)
  const rows = all
    .filter(each => each.days.to >= today())
    .toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
  return (
    <Stack>
      <Table
        caption={t('plan.away.title')}
        rows={rows}
        rowKey={each => each.id}
        empty={t('plan.away.none')}
        columns={[
          { id: 'member', head: t('plan.owner'), namesRow: true, cell: each => memberName(each.member) },
          { id: 'from', head: t('plan.away.from'), cell: each => date(each.days.from) },
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
      <Row>
        <Button icon="add" onPress={() => setAdding(true)}>
          {t('plan.away.add')}
        </Button>
      </Row>
      {isAdding && <AbsenceDialog known={null} of={null} onClose={() => setAdding(false)} />}
    </Stack>
  )
}
