/** The start-up allowance sheet of the sponsorship in work: of those who arrived first; later arrivals have their own. */
import { account } from '#domain/account.ts'
import { type AllowanceSheet, allowanceSheet } from '#domain/allowance-sheet.ts'
import { byOrder } from '#domain/budget-actual.ts'
import type { IsoDate } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { majority, peopleByAge, person, supportUnit } from '#domain/household.ts'
import { costsByMonth } from '#domain/ledger-months.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { arrival, type Payer, sponsorship } from '#domain/sponsorship.ts'
import { clockStart } from '#domain/support-months.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival, householdUnitsOf } from './household.ts'
import type { Live } from './live.ts'
import { ledgerOf } from './overview.ts'
import { shippedRates } from './shipped-rates.ts'

export interface Allowance {
  readonly sheet: AllowanceSheet
  readonly payer: Payer
  readonly arrivalDate: IsoDate | null
  /** People of later arrivals, whose start-up is not in the sheet. */
  readonly laterPeople: number
  /** Spent on start-up lines for them. */
  readonly laterCents: number
}

const kindsUsed = [sponsorship, arrival, supportUnit, person, majority, account, line, entry]

/** Null before there is a sponsorship. */
export const allowanceOf = (live: Live, today: IsoDate): Allowance | null =>
  live.derive(`allowance ${today}`, kindsUsed, () => {
    const of = currentSponsorship({ live })
    if (!of) return null
    const first = firstArrival({ live }, of.id)
    const people = live.records(person).filter(each => each.sponsorship === of.id)
    const now = people.filter(each => each.arrival === first?.id)
    const later = new Set<RecordId | null>(
      householdUnitsOf(live, of.id)
        .filter(unit => unit.people.length > 0 && unit.people.every(each => each.arrival !== first?.id))
        .map(unit => unit.id),
    )
    const lines = live
      .records(line)
      .filter(each => each.sponsorship === of.id)
      .toSorted(byOrder)
    const costs = costsByMonth(ledgerOf(live), lines, { basis: 'covers', accounts: live.records(account) })
    const start = first ? clockStart(first) : null
    const arrivalDate = start?.date ?? null
    return {
      sheet: allowanceSheet({
        lines,
        costs: costs.filter(each => !later.has(each.unit)),
        rates: shippedRates(),
        people: peopleByAge(now),
        arrivalDate,
        today,
      }),
      payer: of.startUpPayer,
      arrivalDate,
      laterPeople: people.length - now.length,
      laterCents: costs
        .filter(each => later.has(each.unit) && each.countsAs === 'start-up')
        .reduce((sum, each) => sum + each.cents, 0),
    }
  })
