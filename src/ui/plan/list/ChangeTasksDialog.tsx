/** What several tasks come to have alike: who, where, when. What is not chosen stays as each of them has it. */
import { type FormEvent, useId, useState } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import { type Task, type TaskArea, taskAreas } from '#domain/task.ts'
import { changedFieldsOf, type TasksChange } from '#domain/tasks-change.ts'
import { planContexts } from '#state/plan.ts'
import { useLive } from '../../group-context.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import type { TypedDateProblem } from '../../words/typed-date.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'

interface ChangeTasksDialogProps {
  readonly tasks: readonly Task[]
  readonly onChange: (change: TasksChange) => Promise<void>
  readonly onClose: () => void
}

const AS_IT_IS = 'as-it-is'
const NONE = 'none'
const whenChoices = [AS_IT_IS, 'later', 'earlier', 'on', NONE] as const
const shiftUnits = ['days', 'weeks'] as const

interface Draft {
  readonly owner: string
  readonly area: TaskArea | typeof AS_IT_IS | typeof NONE
  readonly when: (typeof whenChoices)[number]
  readonly count: number
  readonly unit: (typeof shiftUnits)[number]
  readonly date: IsoDate | null
  readonly dateProblem: TypedDateProblem | null
}

export function ChangeTasksDialog({ tasks, onChange, onClose }: ChangeTasksDialogProps) {
  const { t } = useWords()
  const formId = useId()
  const [draft, setDraft] = useState<Draft>({
    owner: AS_IT_IS,
    area: AS_IT_IS,
    when: AS_IT_IS,
    count: 1,
    unit: 'weeks',
    date: null,
    dateProblem: null,
  })
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const contextOf = useLive(planContexts)
  const change = changeOf(draft)
  const changed =
    change === null
      ? 0
      : tasks.filter(each => hasAny(changedFieldsOf(each, change, contextOf(each.sponsorship)))).length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (change === null || changed === 0) return
    setBusy(true)
    await onChange(change)
    setBusy(false)
  }
  const count = tasks.length
  return (
    <Dialog
      title={t('plan.chosen.change-title', { count })}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} save={t('plan.chosen.apply')} busy={isBusy} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <Fields draft={draft} tried={tried} onSet={set => setDraft({ ...draft, ...set })} />
          <p role="status">{t('plan.chosen.changes', { changed, count })}</p>
        </Stack>
      </DialogForm>
    </Dialog>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly tried: boolean
  readonly onSet: (change: Partial<Draft>) => void
}

function Fields({ draft, tried, onSet }: FieldsProps) {
  const { t } = useWords()
  const { memberName } = useTaskWords()
  const members = useLive(live => live.records(member))
  const asItIs = { value: AS_IT_IS, label: t('plan.chosen.as-it-is') } as const
  return (
    <>
      <Select
        label={t('plan.task.owner')}
        value={draft.owner}
        onChange={owner => onSet({ owner })}
        choices={[
          asItIs,
          { value: NONE, label: t('plan.owner.nobody') },
          ...members
            .filter(each => each.leftAt === null)
            .map(each => ({ value: each.id, label: memberName(each.id) })),
        ]}
      />
      <Select<Exclude<Draft['area'], ''>>
        label={t('plan.area')}
        value={draft.area === '' ? NONE : draft.area}
        onChange={area => onSet({ area })}
        choices={[
          asItIs,
          { value: NONE, label: t('plan.task.no-area') },
          ...taskAreas.flatMap(each => (each === '' ? [] : [{ value: each, label: t(`plan.area.${each}`) }])),
        ]}
      />
      <Select
        label={t('plan.task.due')}
        value={draft.when}
        onChange={when => onSet({ when })}
        choices={whenChoices.map(value => ({ value, label: t(`plan.chosen-when.${value}`) }))}
      />
      {(draft.when === 'later' || draft.when === 'earlier') && (
        <>
          <Row align="end">
            <NumberStepper
              label={t('plan.task.count')}
              value={draft.count}
              min={1}
              max={366}
              onChange={count => onSet({ count })}
            />
            <Select
              label={t('plan.task.unit')}
              width="narrow"
              value={draft.unit}
              onChange={unit => onSet({ unit })}
              choices={shiftUnits.map(value => ({ value, label: t(`plan.unit.${value}`) }))}
            />
          </Row>
          <p>{t('plan.chosen.shift-note')}</p>
        </>
      )}
      {draft.when === 'on' && (
        <DateField
          label={t('plan.task.due-date')}
          value={draft.date}
          onChange={(date, dateProblem) => onSet({ date, dateProblem })}
          error={
            tried && draft.date === null ? dateComplaint(draft.dateProblem ?? { kind: 'empty' }, t) : null
          }
        />
      )}
    </>
  )
}

const hasAny = (fields: object): boolean => Object.keys(fields).length > 0

/** Null: a date is wanted and none is there. */
function changeOf({ owner, area, when, count, unit, date }: Draft): TasksChange | null {
  const days = count * (unit === 'weeks' ? 7 : 1) * (when === 'earlier' ? -1 : 1)
  if (when === 'on' && date === null) return null
  return {
    ...(owner === AS_IT_IS ? {} : { owner: owner === NONE ? null : owner }),
    ...(area === AS_IT_IS ? {} : { area: area === NONE ? '' : area }),
    ...(when === 'later' || when === 'earlier' ? { due: { kind: 'shift', days } } : {}),
    ...(when === 'on' && date !== null ? { due: { kind: 'on', date } } : {}),
    ...(when === NONE ? { due: { kind: 'none' } } : {}),
  }
}
