/**
 * The rent of the part of a month that a lease begins with: reckoned by days, shown with its working, and changed by
 * whoever reads the lease. Beside it, which payments that makes.
 */
import { scheduledDates } from '#domain/recurring.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { Button } from '../../parts/Button.tsx'
import { WholeLine } from '../../parts/FormGrid.tsx'
import { Row } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'
import { firstMonthOf, type LeaseForm, partOfForm, rentOfForm } from './lease-draft.ts'

interface PartMonthFieldProps {
  readonly form: LeaseForm
  readonly error: string | null
  readonly onChange: (form: LeaseForm) => void
}

/** Nothing where the lease begins with a whole month. */
export function PartMonthField({ form, error, onChange }: PartMonthFieldProps) {
  const { t, date, money } = useWords()
  const part = partOfForm(form)
  if (part === null) return null
  const reckoned = money(part.cents)
  const given = firstMonthOf(form)
  return (
    <WholeLine>
      <AmountField
        label={t('housing.lease.first-month')}
        optional
        unsigned
        value={given}
        onChange={(firstMonth, problem) =>
          onChange({ ...form, firstMonth, isFirstMonthUnread: problem !== null && problem.kind !== 'empty' })
        }
        error={error}
        hint={
          <>
            {t('housing.lease.first-month.working', {
              from: date(part.from),
              to: date(part.to),
              days: part.days,
              of: part.of,
              rent: money(form.rentCents ?? 0),
              amount: reckoned,
            })}{' '}
            <StatusTag status="calculated" /> {t('housing.lease.first-month.hint')}
          </>
        }
      />
      {given !== part.cents && (
        <Row>
          <Button
            size="small"
            onPress={() => onChange({ ...form, firstMonth: undefined, isFirstMonthUnread: false })}
          >
            {t('housing.lease.first-month.use', { amount: reckoned })}
          </Button>
        </Row>
      )}
    </WholeLine>
  )
}

/** What Money will expect each month: how often, and from when to when. */
export function RentPayments({ form }: { readonly form: LeaseForm }) {
  const { t, date, money } = useWords()
  const schedule = rentOfForm(form)
  if (schedule === null) return null
  const amount = money(form.rentCents ?? 0)
  const days = schedule.end === null ? [] : scheduledDates(schedule, schedule.end)
  const [first] = days
  const last = days.at(-1)
  return (
    <WholeLine>
      <p>
        {schedule.end === null || first === undefined || last === undefined
          ? t('housing.lease.payments-open', { amount, first: date(schedule.start) })
          : t('housing.lease.payments', {
              count: days.length,
              amount,
              first: date(first),
              last: date(last),
            })}
      </p>
    </WholeLine>
  )
}
