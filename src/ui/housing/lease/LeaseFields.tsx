/** The fields of a lease, and of a new one what Money is to expect of it. */
import { account } from '#domain/account.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { leaseEnds } from '#domain/lease.ts'
import { useLive } from '../../group-context.tsx'
import { useLineName } from '../../money/line-name.ts'
import { useLines } from '../../money/use-line-items.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import type { OpenProblems } from '../use-open-problems.ts'
import type { LeaseForm, LeaseProblem } from './lease-draft.ts'
import { PartMonthField, RentPayments } from './PartMonthField.tsx'

const NONE = 'none' as const

interface LeaseFieldsProps {
  readonly form: LeaseForm
  readonly isNew: boolean
  readonly hasMoney: boolean
  readonly problems: readonly LeaseProblem[]
  readonly open: OpenProblems
  readonly onChange: (form: LeaseForm) => void
}

export function LeaseFields(props: LeaseFieldsProps) {
  const { form, isNew, hasMoney, onChange } = props
  const { t } = useWords()
  const set = (change: Partial<LeaseForm>) => onChange({ ...form, ...change })
  const complaint = useComplaint(props.problems)
  return (
    <FormGrid>
      <Day field="from" label={t('housing.lease.from')} error={complaint('no-from')} {...props} />
      <Day
        field="to"
        label={t('housing.lease.to')}
        hint={t('housing.lease.to.hint')}
        optional
        error={complaint('ends-before')}
        {...props}
      />
      <Cents field="rentCents" label={t('housing.rent')} error={complaint('no-rent')} {...props} />
      <NumberStepper
        label={t('housing.lease.due-day')}
        hint={t('housing.lease.due-day.hint')}
        value={form.dueDay}
        min={1}
        max={31}
        onChange={dueDay => set({ dueDay })}
      />
      <PartMonthField form={form} error={complaint('no-first-month')} onChange={onChange} />
      <Cents field="depositCents" label={t('housing.part.deposit')} optional {...props} />
      <Cents field="lastMonthCents" label={t('housing.part.last-month')} optional {...props} />
      <TextField
        label={t('housing.lease.notice')}
        hint={t('housing.lease.notice.hint')}
        optional
        width="narrow"
        inputMode="numeric"
        maxLength={3}
        value={form.noticeDays}
        onChange={noticeDays => set({ noticeDays })}
        error={complaint('no-notice')}
      />
      <Select
        label={t('housing.lease.at-end')}
        value={form.atEnd === '' ? NONE : form.atEnd}
        onChange={value => set({ atEnd: value === NONE ? '' : value })}
        choices={[
          { value: NONE, label: t('housing.lease.at-end.unknown') },
          ...leaseEnds.flatMap(each =>
            each === '' ? [] : [{ value: each, label: t(`housing.lease.at-end.${each}`) }],
          ),
        ]}
      />
      <TextField
        label={t('housing.lease.guarantor')}
        hint={t('housing.lease.guarantor.hint')}
        optional
        maxLength={200}
        value={form.guarantor}
        onChange={guarantor => set({ guarantor })}
      />
      <TextField
        label={t('housing.lease.insurer')}
        optional
        maxLength={200}
        value={form.insurer}
        onChange={insurer => set({ insurer })}
      />
      <Day field="insuredTo" label={t('housing.lease.insured-to')} optional {...props} />
      <WholeLine>
        <TextField
          label={t('housing.note')}
          hint={t('housing.note.hint')}
          optional
          width="wide"
          lines={2}
          maxLength={10_000}
          value={form.note}
          onChange={note => set({ note })}
        />
      </WholeLine>
      {isNew && hasMoney && <MoneyFields {...props} />}
      {!hasMoney && (
        <WholeLine>
          <Notice kind={isNew ? 'info' : 'warn'}>
            {t(isNew ? 'housing.lease.money-elsewhere' : 'housing.lease.money-stays')}
          </Notice>
        </WholeLine>
      )}
    </FormGrid>
  )
}

function MoneyFields(props: LeaseFieldsProps) {
  const { form, onChange } = props
  const { t } = useWords()
  const lineName = useLineName()
  const lines = useLines().filter(each => each.countsAs !== 'income')
  const accounts = useLive(live => live.records(account))
    .filter(each => !each.closed)
    .toSorted(byOrder)
  const set = (change: Partial<LeaseForm>) => onChange({ ...form, ...change })
  const complaint = useComplaint(props.problems)
  if (accounts.length === 0)
    return (
      <WholeLine>
        <Notice>{t('housing.lease.no-account')}</Notice>
      </WholeLine>
    )
  return (
    <>
      <WholeLine>
        <Checkbox
          label={t('housing.lease.expect')}
          hint={t('housing.lease.expect.hint')}
          checked={form.expect}
          onChange={expect => set({ expect })}
        />
      </WholeLine>
      {form.expect && (
        <>
          <Select
            label={t('housing.lease.account')}
            value={form.account ?? ''}
            onChange={id => set({ account: id })}
            choices={accounts.map(each => ({ value: each.id, label: each.name }))}
            error={complaint('no-account')}
          />
          <TextField
            label={t('housing.lease.payee')}
            hint={t('housing.lease.payee.hint')}
            maxLength={200}
            value={form.payee}
            onChange={payee => set({ payee })}
            error={complaint('no-payee')}
          />
          <Day
            field="aheadOn"
            label={t('housing.lease.ahead-on')}
            hint={t('housing.lease.ahead-on.hint')}
            error={complaint('no-ahead')}
            {...props}
          />
          <RentPayments form={form} />
          {(form.depositCents ?? 0) > 0 && (
            <Select
              label={t('housing.lease.deposit-line')}
              value={form.depositLine ?? NONE}
              onChange={id => set({ depositLine: id === NONE ? null : id })}
              choices={[
                { value: NONE, label: t('housing.lease.not-sorted') },
                ...lines.map(each => ({ value: each.id, label: lineName(each) })),
              ]}
            />
          )}
        </>
      )}
    </>
  )
}

function useComplaint(problems: readonly LeaseProblem[]): (of: LeaseProblem) => string | null {
  const { t } = useWords()
  return of => (problems.includes(of) ? t(`housing.lease-problem.${of}`) : null)
}

interface DayProps extends LeaseFieldsProps {
  readonly field: 'from' | 'to' | 'insuredTo' | 'aheadOn'
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly error?: string | null
}

function Day({ field, label, hint, optional, error, form, open, onChange }: DayProps) {
  return (
    <DateField
      label={label}
      hint={form[field] === null ? hint : undefined}
      optional={optional ?? false}
      value={form[field]}
      onChange={(date, problem) => {
        open.note(field, problem)
        onChange({ ...form, [field]: date } satisfies LeaseForm)
      }}
      error={open.error(field) ?? error}
    />
  )
}

interface CentsProps extends LeaseFieldsProps {
  readonly field: 'rentCents' | 'depositCents' | 'lastMonthCents'
  readonly label: string
  readonly optional?: boolean
  readonly error?: string | null
}

function Cents({ field, label, optional, error, form, open, onChange }: CentsProps) {
  return (
    <AmountField
      label={label}
      optional={optional ?? false}
      unsigned
      value={form[field]}
      onChange={(cents, problem) => {
        open.note(field, problem)
        onChange({ ...form, [field]: cents } satisfies LeaseForm)
      }}
      error={open.error(field) ?? error}
    />
  )
}
