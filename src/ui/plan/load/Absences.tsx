/** Days on which a member cannot be counted on: entered, and taken away again. No reason is asked. */
import { type FormEvent, useState } from 'react'
import { absence } from '#domain/absence.ts'
import type { IsoDate } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import type { TypedDateProblem } from '../../words/typed-date.ts'
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
      {isAdding && <AbsenceDialog onClose={() => setAdding(false)} />}
    </Stack>
  )
}

interface Day {
  readonly date: IsoDate | null
  readonly problem: TypedDateProblem | null
}
const NO_DAY: Day = { date: null, problem: { kind: 'empty' } }

function AbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const { memberName } = useTaskWords()
  const save = useSave()
  const members = useLive(live => live.records(member)).filter(each => each.leftAt === null)
  const [who, setWho] = useState(members[0]?.id ?? '')
  const [from, setFrom] = useState<Day>(NO_DAY)
  const [to, setTo] = useState<Day>(NO_DAY)
  const [tried, setTried] = useState(false)
  const isReversed = from.date !== null && to.date !== null && to.date < from.date
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (from.date === null || to.date === null || isReversed || who === '') return
    const fields = { member: who, days: { from: from.date, to: to.date }, note: '' }
    if (await save(commands.addAbsence(fields), t('plan.away.added'))) onClose()
  }
  const complaint = (day: Day): string | null => (tried && day.problem ? dateComplaint(day.problem, t) : null)
  return (
    <Dialog title={t('plan.away.add')} isOpen onClose={onClose} size="small">
      <form onSubmit={event => void submit(event)} noValidate>
        <Stack>
          <Select
            label={t('plan.owner')}
            value={who}
            onChange={setWho}
            choices={members.map(each => ({ value: each.id, label: memberName(each.id) }))}
          />
          <DateField
            label={t('plan.away.from')}
            width="normal"
            value={from.date}
            onChange={(date, problem) => setFrom({ date, problem })}
            error={complaint(from)}
          />
          <DateField
            label={t('plan.away.to')}
            width="normal"
            value={to.date}
            onChange={(date, problem) => setTo({ date, problem })}
            error={complaint(to) ?? (tried && isReversed ? t('plan.away.reversed') : null)}
          />
          <Row>
            <Button kind="primary" type="submit">
              {t('common.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
