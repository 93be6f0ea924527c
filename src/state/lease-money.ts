/**
 * Whether Money expects what a lease says. A lease is changed by anybody, also on a laptop that keeps no money; its rent
 * then stays in Money as it was until whoever keeps the money puts both level.
 */
import type { IsoDate } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { type Home, home } from '#domain/home.ts'
import { jsonEquals } from '#domain/json.ts'
import {
  type Lease,
  type LeasePayment,
  lease,
  leaseAmount,
  leasePaymentId,
  leasePayments,
  leaseSchedule,
} from '#domain/lease.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Recurring, type RecurringSchedule, recurring } from '#domain/recurring.ts'
import type { Live } from './live.ts'

export interface PaymentDifference {
  readonly payment: LeasePayment
  /** By the lease; positive. */
  readonly leaseCents: Cents
  /** As Money expects it; positive, 0: not at all. */
  readonly moneyCents: Cents
  /** Where the days differ: as the lease has them, and as Money does. */
  readonly days: { readonly lease: RecurringSchedule; readonly money: RecurringSchedule } | null
}

export interface LeaseDifference {
  readonly lease: Lease
  readonly home: Home | undefined
  readonly payments: readonly PaymentDifference[]
}

/** Of leases that are not over and whose rent Money expects; none on a laptop that does not read it. */
export const leaseDifferences = (live: Live, today: IsoDate): readonly LeaseDifference[] =>
  live.derive(`lease differences ${today}`, [lease, home, recurring, entry], () =>
    live.records(lease).flatMap(of => {
      if (of.dates.to !== null && of.dates.to < today && of.atEnd !== 'goes-on') return []
      const payments = differencesOf(live, of)
      return payments.length === 0 ? [] : [{ lease: of, home: live.get(home, of.home), payments }]
    }),
  )

export function differencesOf(live: Live, of: Lease): readonly PaymentDifference[] {
  const rent = live.get(recurring, leasePaymentId(of.id, 'rent'))
  return leasePayments.flatMap(payment => {
    const known = live.get(recurring, leasePaymentId(of.id, payment))
    // What nobody wanted to be expected is not missed; only a part month comes with the rent.
    if (known === undefined && (payment !== 'first-month' || rent === undefined)) return []
    if (known !== undefined && payment !== 'rent' && isPosted(live, known.id)) return []
    const found = differenceOf(of, payment, known)
    return found === null ? [] : [found]
  })
}

function differenceOf(
  of: Lease,
  payment: LeasePayment,
  known: Recurring | undefined,
): PaymentDifference | null {
  const leaseCents = leaseAmount(of, payment)
  const moneyCents = known === undefined ? 0 : -known.money.cents
  const wanted = leaseSchedule(of, payment)
  const days =
    known === undefined || wanted === null || leaseCents === 0 || jsonEquals(wanted, known.schedule)
      ? null
      : { lease: wanted, money: known.schedule }
  return leaseCents === moneyCents && days === null ? null : { payment, leaseCents, moneyCents, days }
}

/** What is paid once and was paid is no matter any more. */
const isPosted = (live: Live, rule: RecordId): boolean =>
  live.records(entry).some(each => each.occurrence?.recurring === rule)
