/** The answers of step 5 while they are typed, and what they become. */
import type { Account } from '#domain/account.ts'
import { account } from '#domain/account.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { ReportingYear } from '#domain/group.ts'
import type { Cents } from '#domain/money.ts'
import type { MoneyAnswers } from '#state/commands/set-up.ts'

export interface MoneyDraft {
  /** Null: not touched, so it follows the kind and the language. */
  readonly accountName: string | null
  readonly type: Account['type'] | null
  readonly balanceCents: Cents | null
  /** Null: from the first row of the bank file. */
  readonly balanceDate: IsoDate | null
  readonly rentCents: Cents | null
  readonly reportingYear: ReportingYear
  readonly fiscalStartMonth: number
}

export const NO_MONEY: MoneyDraft = {
  accountName: null,
  type: null,
  balanceCents: 0,
  balanceDate: null,
  rentCents: null,
  reportingYear: 'calendar',
  fiscalStartMonth: 4,
}

/** A balance that is not zero was there on some day: which one must be said. */
export const needsBalanceDate = (draft: MoneyDraft): boolean =>
  (draft.balanceCents ?? 0) !== 0 && draft.balanceDate === null

export function moneyAnswers(
  draft: MoneyDraft,
  { name, type }: Pick<MoneyAnswers['account'], 'name' | 'type'>,
): MoneyAnswers {
  return {
    account: {
      name: name.trim(),
      type,
      // Without a day the account begins before anything that a bank file can hold.
      opening: {
        date: draft.balanceDate ?? account.defaults.opening.date,
        cents: draft.balanceCents ?? 0,
      },
    },
    reportingYear: draft.reportingYear,
    expectedRentCents: draft.rentCents,
  }
}
