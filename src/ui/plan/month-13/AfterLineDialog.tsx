/** One figure of month 13: typed by hand, with where it comes from and how sure it is. */
import { type FormEvent, useId, useState } from 'react'
import { type AfterSubject, costSubjects, incomeSubjects, isIncome } from '#domain/after-support.ts'
import { type FigureStatus, figureStatuses } from '#domain/line.ts'
import type { MonthThirteen } from '#state/month-13.ts'
import { useGroup } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { FormGrid } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import type { OpenLine } from './MonthThirteenScreen.tsx'

const HOUSEHOLD = 'household'

interface AfterLineDialogProps {
  readonly open: OpenLine
  readonly facts: MonthThirteen
  readonly onClose: () => void
}

interface Draft {
  readonly subject: AfterSubject
  readonly name: string
  readonly unit: string
  readonly cents: number | null
  readonly per: 'month' | 'year'
  readonly source: string
  readonly asOf: string | null
  readonly status: FigureStatus
}

export function AfterLineDialog({ open, facts, onClose }: AfterLineDialogProps) {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const formId = useId()
  const known = typeof open === 'string' ? null : open
  const isIn = typeof open === 'string' ? open === 'income' : isIncome(open)
  const [draft, setDraft] = useState<Draft>(() => ({
    subject: known?.subject ?? (isIn ? 'work' : 'rent'),
    name: known?.name ?? '',
    unit: (known ? known.unit : isIn ? facts.units[0]?.id : null) ?? HOUSEHOLD,
    cents: known?.figure.cents ?? null,
    per: known?.figure.per ?? 'month',
    source: known?.source ?? '',
    asOf: known ? known.asOf : today(),
    status: known?.status ?? 'unverified',
  }))
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { cents, per, unit, name, source, ...rest } = draft
    if (cents === null) return
    const fields = {
      ...rest,
      name: name.trim(),
      source: source.trim(),
      unit: unit === HOUSEHOLD ? null : unit,
      figure: { cents, per },
    }
    const saved = await (known
      ? save(commands.editAfterSupport(known.id, fields), t('after.saved'))
      : save(commands.addAfterSupport([{ ...fields, sponsorship: facts.sponsorship.id }]), t('after.added')))
    if (saved) onClose()
  }
  return (
    <Dialog
      title={known ? t('after.edit') : t(`after.add.${isIn ? 'income' : 'cost'}`)}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <AfterLineFields
          draft={draft}
          isIn={isIn}
          units={facts.units}
          tried={tried}
          onChange={change => setDraft(now => ({ ...now, ...change }))}
        />
      </DialogForm>
    </Dialog>
  )
}

interface AfterLineFieldsProps {
  readonly draft: Draft
  readonly isIn: boolean
  readonly units: MonthThirteen['units']
  readonly tried: boolean
  readonly onChange: (change: Partial<Draft>) => void
}

function AfterLineFields({ draft, isIn, units, tried, onChange }: AfterLineFieldsProps) {
  const { t } = useWords()
  const subjects: readonly AfterSubject[] = isIn ? incomeSubjects : costSubjects
  return (
    <FormGrid>
      <Select
        label={t('after.what')}
        value={draft.subject}
        onChange={subject => onChange({ subject })}
        choices={subjects.map(value => ({ value, label: t(`after.subject.${value}`) }))}
      />
      <Select
        label={t('money.unit')}
        value={draft.unit}
        onChange={unit => onChange({ unit })}
        choices={[
          { value: HOUSEHOLD, label: t('money.unit.all') },
          ...units.map(each => ({ value: each.id, label: each.label })),
        ]}
      />
      <AmountField
        label={t('money.amount')}
        value={draft.cents}
        unsigned
        autoFocus
        width="normal"
        onChange={cents => onChange({ cents })}
        error={tried && draft.cents === null ? t('money.problem.amount-missing') : null}
      />
      <Select
        label={t('after.per')}
        value={draft.per}
        onChange={per => onChange({ per })}
        choices={(['month', 'year'] as const).map(value => ({ value, label: t(`after.per.${value}`) }))}
      />
      <TextField
        label={t('money.line.name')}
        optional
        value={draft.name}
        maxLength={200}
        hint={t('after.name-hint')}
        onChange={name => onChange({ name })}
      />
      <TextField
        label={t('money.source')}
        optional
        value={draft.source}
        maxLength={200}
        hint={t('after.source-hint')}
        onChange={source => onChange({ source })}
      />
      <DateField
        label={t('money.source.date')}
        optional
        width="normal"
        value={draft.asOf}
        onChange={asOf => onChange({ asOf })}
      />
      <Select
        label={t('money.source.status')}
        value={draft.status}
        onChange={status => onChange({ status })}
        choices={figureStatuses.map(value => ({
          value,
          label: t(`common.figure.${saidStatus(value)}`),
        }))}
      />
    </FormGrid>
  )
}
