/** Days on which a member cannot be counted on, entered or changed. No reason is asked. */
import { type FormEvent, useId, useState } from 'react'
import type { Absence } from '#domain/absence.ts'
import type { IsoDate } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useTaskWords } from '../../plan/use-task-words.ts'
import { useSave } from '../../use-save.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'
import { useWords } from '../../words/use-words.ts'

interface Day {
  readonly date: IsoDate | null
  readonly problem: TypedDateProblem | null
}
const NO_DAY: Day = { date: null, problem: { kind: 'empty' } }
const dayOf = (date: IsoDate | undefined): Day => (date === undefined ? NO_DAY : { date, problem: null })

interface AbsenceDialogProps {
  /** Null: a new one. */
  readonly known: Absence | null
  /** Whose it is; null: it is asked. */
  readonly of: RecordId | null
  readonly onClose: () => void
}

export function AbsenceDialog({ known, of, onClose }: AbsenceDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const { memberName } = useTaskWords()
  const save = useSave()
  const formId = useId()
  const members = useLive(live => live.records(member)).filter(each => each.leftAt === null)
  const [who, setWho] = useState(of ?? members[0]?.id ?? '')
  const [from, setFrom] = useState<Day>(() => dayOf(known?.days.from))
  const [to, setTo] = useState<Day>(() => dayOf(known?.days.to))
  const [tried, setTried] = useState(false)
  const isReversed = from.date !== null && to.date !== null && to.date < from.date
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (from.date === null || to.date === null || isReversed || who === '') return
    const days = { from: from.date, to: to.date }
    const running = known
      ? commands.editAbsence(known.id, { days })
      : commands.addAbsence({ member: who, days, note: '' })
    if (await save(running, t(known ? 'plan.away.changed' : 'plan.away.added'))) onClose()
  }
  const complaint = (day: Day): string | null => (tried && day.problem ? dateComplaint(day.problem, t) : null)
  return (
    <Dialog
      title={t(known ? 'plan.away.edit' : 'plan.away.add')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          {of === null && (
            <Select
              label={t('plan.owner')}
              value={who}
              onChange={setWho}
              choices={members.map(each => ({ value: each.id, label: memberName(each.id) }))}
            />
          )}
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
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
