/** The least that a unit must get in a month, typed from the calculator, with its source and its date. */
import { useState } from 'react'
import type { HouseholdUnit } from '#domain/household-units.ts'
import { type FigureStatus, figureStatuses } from '#domain/line.ts'
import type { SupportMonth } from '#domain/support-months.ts'
import type { SupportRow } from '#domain/support-table.ts'
import { useGroup } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { MonthField } from '../../parts/MonthField.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Budget.module.css'
import type { OpenMinimum } from './SupportScreen.tsx'

const c = classes(css)

interface MinimumDialogProps {
  readonly start: OpenMinimum
  readonly sponsorship: string
  readonly units: readonly HouseholdUnit[]
  /** Months of the first arrival, for units whose people have not arrived. */
  readonly months: readonly SupportMonth[]
  readonly rows: readonly SupportRow[]
  readonly onClose: () => void
}

export function MinimumDialog({ start, sponsorship, units, months, rows, onClose }: MinimumDialogProps) {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const known = typeof start === 'object' && 'id' in start ? start : null
  const asked = typeof start === 'object' && !('id' in start) ? start : null
  const [unit, setUnit] = useState(known?.unit ?? asked?.unit ?? units[0]?.id ?? '')
  const dated = monthsOf(unit, rows, months)
  const [from, setFrom] = useState<string | null>(known?.months.from ?? asked?.month ?? dated[0] ?? null)
  const [to, setTo] = useState<string | null>(known?.months.to ?? dated.at(-1) ?? asked?.month ?? null)
  const [cents, setCents] = useState<number | null>(known?.cents ?? null)
  const [source, setSource] = useState(known?.source ?? t('money.minimum.source-default'))
  const [asOf, setAsOf] = useState<string | null>(known ? known.asOf : today())
  const [status, setStatus] = useState<FigureStatus>(known?.status ?? 'unverified')
  const [tried, setTried] = useState(false)
  /** Another unit has another clock, until months were chosen for a figure that is there already. */
  const chooseUnit = (chosen: string) => {
    setUnit(chosen)
    if (known) return
    const theirs = monthsOf(chosen, rows, months)
    setFrom(theirs[0] ?? null)
    setTo(theirs.at(-1) ?? null)
  }
  const turned = from !== null && to !== null && from > to
  async function submit() {
    setTried(true)
    if (unit === '' || from === null || to === null || turned || cents === null) return
    const fields = { unit, months: { from, to }, cents, source: source.trim(), asOf, status }
    const running = known
      ? commands.editMinimum(known.id, fields)
      : commands.enterMinimum({ ...fields, sponsorship })
    if (await save(running, t('money.minimum.saved'))) onClose()
  }
  return (
    <Dialog
      title={t(known ? 'money.minimum.edit' : 'money.minimum.add')}
      isOpen
      onClose={onClose}
      size="large"
      actions={<DialogFoot onCancel={onClose} onSave={() => void submit()} />}
    >
      <Stack>
        <p>{t('money.minimum.text')}</p>
        <div className={c('pair')}>
          <Select
            label={t('money.unit')}
            value={unit}
            onChange={chooseUnit}
            choices={units.map(each => ({ value: each.id, label: each.label }))}
          />
          <AmountField
            label={t('money.minimum.a-month')}
            value={cents}
            unsigned
            autoFocus
            onChange={setCents}
            error={tried && cents === null ? t('money.problem.amount-missing') : null}
          />
        </div>
        <div className={c('pair')}>
          <MonthField
            label={t('money.minimum.from')}
            value={from}
            onChange={setFrom}
            error={tried && from === null ? t('money.minimum.month-missing') : null}
          />
          <MonthField
            label={t('money.minimum.to')}
            value={to}
            onChange={setTo}
            error={
              tried && (to === null || turned)
                ? t(turned ? 'money.line-problem.months-turned' : 'money.minimum.month-missing')
                : null
            }
          />
        </div>
        <div className={c('pair')}>
          <TextField
            label={t('money.source')}
            hint={t('money.source.hint')}
            value={source}
            maxLength={200}
            onChange={setSource}
          />
          <DateField label={t('money.source.date')} value={asOf} onChange={setAsOf} optional />
          <Select
            label={t('money.source.status')}
            value={status}
            onChange={setStatus}
            choices={figureStatuses.map(value => ({
              value,
              label: t(`common.figure.${saidStatus(value)}`),
            }))}
          />
        </div>
      </Stack>
    </Dialog>
  )
}

/** The months that the group pays to a unit, by its own clock; those of the first arrival while it has none. */
function monthsOf(
  unit: string,
  rows: readonly SupportRow[],
  months: readonly SupportMonth[],
): readonly string[] {
  const own = rows.filter(row => row.unit === unit && row.payer === 'sponsor').map(row => row.dates.month)
  if (own.length > 0) return own
  return months.flatMap(each => (each.dates && each.payer === 'sponsor' ? [each.dates.month] : []))
}
