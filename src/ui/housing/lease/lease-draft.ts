/** A lease while it is written down, and what it becomes. */
import type { IsoDate } from '#domain/dates.ts'
import type { Home } from '#domain/home.ts'
import {
  type FirstPart,
  firstPart,
  type Lease,
  type LeaseEnd,
  proratedRent,
  rentSchedule,
} from '#domain/lease.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { RecurringSchedule } from '#domain/recurring.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { LeaseFields, LeaseMoney } from '#state/commands/leases.ts'

export interface LeaseForm {
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly rentCents: Cents | null
  readonly dueDay: number
  readonly depositCents: Cents | null
  readonly lastMonthCents: Cents | null
  /** Undefined: as it is reckoned, as long as nobody has said otherwise. Null: nothing is paid for a part month. */
  readonly firstMonth: Cents | null | undefined
  /** What stands in its field is no amount. */
  readonly isFirstMonthUnread: boolean
  readonly guarantor: string
  readonly insurer: string
  readonly insuredTo: IsoDate | null
  /** Empty: not known. */
  readonly noticeDays: string
  readonly atEnd: LeaseEnd
  readonly note: string
  /** Of a new one: what Money is to expect. */
  readonly expect: boolean
  readonly account: RecordId | null
  readonly payee: string
  readonly depositLine: RecordId | null
  readonly aheadOn: IsoDate | null
}

export const leaseToForm = (of: Lease): LeaseForm => ({
  from: of.dates.from,
  to: of.dates.to,
  ...of.terms,
  firstMonth: of.firstMonthCents,
  isFirstMonthUnread: false,
  guarantor: of.guarantor,
  insurer: of.insurance.with,
  insuredTo: of.insurance.paidTo,
  noticeDays: of.noticeDays === null ? '' : String(of.noticeDays),
  atEnd: of.atEnd,
  note: of.note,
  expect: false,
  account: null,
  payee: '',
  depositLine: null,
  aheadOn: null,
})

/** As it is begun for a home: what was agreed so far stands in it. */
export const formForHome = (
  { terms, availableFrom, landlord }: Pick<Home, 'terms' | 'availableFrom' | 'landlord'>,
  today: IsoDate,
  account: RecordId | null,
): LeaseForm => ({
  from: availableFrom,
  to: null,
  ...terms,
  dueDay: 1,
  firstMonth: undefined,
  isFirstMonthUnread: false,
  guarantor: '',
  insurer: '',
  insuredTo: null,
  noticeDays: '',
  atEnd: '',
  note: '',
  expect: account !== null,
  account,
  payee: landlord,
  depositLine: null,
  aheadOn: today,
})

/** The part of a month that the lease begins with, and what it comes to by its days. Null: there is none, or no rent yet. */
export function partOfForm({
  from,
  to,
  rentCents,
  dueDay,
}: LeaseForm): (FirstPart & { readonly cents: Cents }) | null {
  if (from === null || rentCents === null || rentCents === 0) return null
  const part = firstPart({ from, to }, dueDay)
  return part && { ...part, cents: proratedRent(rentCents, part) }
}

/** What is paid for the part month; null also where the lease begins with a whole one. */
export function firstMonthOf(form: LeaseForm): Cents | null {
  const part = partOfForm(form)
  if (part === null) return null
  return form.firstMonth === undefined ? part.cents : form.firstMonth
}

/** Null: not all of it is known yet. */
export function rentOfForm(form: LeaseForm): RecurringSchedule | null {
  const { from, to, rentCents, dueDay, depositCents, lastMonthCents, atEnd } = form
  if (from === null || rentCents === null || rentCents === 0) return null
  if (to !== null && to < from) return null
  const terms = { rentCents, dueDay, depositCents, lastMonthCents }
  return rentSchedule({ dates: { from, to }, terms, firstMonthCents: firstMonthOf(form), atEnd })
}

export type LeaseProblem =
  | 'no-from'
  | 'no-rent'
  | 'ends-before'
  | 'no-account'
  | 'no-payee'
  | 'no-ahead'
  | 'no-notice'
  | 'no-first-month'

const WHOLE = /^\d{1,3}$/

export function formToFields(form: LeaseForm): Result<LeaseFields, readonly LeaseProblem[]> {
  const { from, to, rentCents, dueDay, depositCents, lastMonthCents } = form
  const notice = form.noticeDays.trim()
  const problems: LeaseProblem[] = [
    ...(from === null ? (['no-from'] as const) : []),
    ...(rentCents === null ? (['no-rent'] as const) : []),
    ...(from !== null && to !== null && to < from ? (['ends-before'] as const) : []),
    ...(notice !== '' && !(WHOLE.test(notice) && Number(notice) <= 366) ? (['no-notice'] as const) : []),
    ...(partOfForm(form) !== null && form.isFirstMonthUnread ? (['no-first-month'] as const) : []),
    ...(form.expect && form.account === null ? (['no-account'] as const) : []),
    ...(form.expect && form.payee.trim() === '' ? (['no-payee'] as const) : []),
    ...(form.expect && form.aheadOn === null ? (['no-ahead'] as const) : []),
  ]
  if (from === null || rentCents === null || problems.length > 0) return err(problems)
  return ok({
    dates: { from, to },
    terms: { rentCents, dueDay, depositCents, lastMonthCents },
    firstMonthCents: firstMonthOf(form),
    guarantor: form.guarantor.trim(),
    insurance: { with: form.insurer.trim(), paidTo: form.insuredTo },
    noticeDays: notice === '' ? null : Number(notice),
    atEnd: form.atEnd,
    note: form.note.trim(),
  })
}

/** Null: nothing is to be written in Money. */
export function formToMoney(
  { expect, account, payee, depositLine, aheadOn }: LeaseForm,
  lines: { readonly rent: RecordId | null; readonly lastMonth: RecordId | null },
): LeaseMoney | null {
  if (!expect || account === null || aheadOn === null) return null
  return {
    account,
    payee: payee.trim(),
    lines: {
      rent: lines.rent,
      'first-month': lines.rent,
      deposit: depositLine,
      'last-month': lines.lastMonth,
    },
    aheadOn,
  }
}
