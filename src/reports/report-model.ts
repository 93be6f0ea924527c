/**
 * The yearly report as plain data, in the order in which paper has it: page 1 stands alone, then sections A to K.
 * No words are in it but ids, names that the group chose, and notes that it wrote; amounts are cents. A section that
 * an audience must not see is null and was never computed into the model, so no renderer can let it slip.
 *
 * Never in it: the bank's text, a payee (but for `EntryRow.payee`, when asked for), a person's label, the group's own
 * name, the program's name.
 */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { EntryType } from '#domain/entry.ts'
import type { CountsAs, FigureStatus, PrepaidEnd } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { ReportPeriod } from '#domain/periods.ts'
import type { ReceiptCheck } from '#domain/receipt-numbers.ts'
import type { Payer, Province } from '#domain/sponsorship.ts'
import type { SupportVerdict } from '#domain/support-table.ts'

export const audiences = ['group', 'sah', 'donors'] as const
export type Audience = (typeof audiences)[number]

/** What paper calls the program: `cost-shared` for every one where the government pays a part, because their names tell. */
export type PaperProgram = 'private' | 'cost-shared' | 'collective' | 'not-stated'

/** The key of a standard line, or the group's own name for it where it has one. */
export interface LineName {
  readonly key: string
  readonly name: string
}

export interface YearlyReport {
  readonly audience: Audience
  readonly period: ReportPeriod
  /** The sponsorship's code name: for file names, not for paper. */
  readonly code: string
  readonly box: Box
  readonly figures: EightLines
  readonly answers: Answers
  readonly signatures: { readonly preparedBy: string; readonly reviewedBy: string }
  readonly accounts: AccountsSection | null
  readonly income: IncomeSection
  readonly startUp: StartUpSection
  readonly support: SupportSection | null
  readonly budget: BudgetSection
  readonly ownCosts: MoneyByLine
  readonly inKind: MoneyByLine
  readonly changes: ChangesSection | null
  readonly balance: BalanceSection
  readonly figuresUsed: readonly FigureUsed[] | null
  readonly entries: readonly EntryRow[] | null
}

/** (1) The box. Null: not for this audience, or not known. */
export interface Box {
  readonly nameOnPaper: string
  readonly reference: string | null
  readonly program: PaperProgram | null
  readonly region: { readonly community: string | null; readonly province: Province }
  readonly people: { readonly adults: number; readonly children: number; readonly units: number } | null
  /** Donors get the year only. */
  readonly arrived:
    | { readonly kind: 'not-yet' }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'dates'; readonly dates: readonly IsoDate[] }
  /** Of those who have arrived, first arrival first; nothing for donors. */
  readonly supportEnds: readonly IsoDate[]
  /** The support month at the end of the period, or on the day of preparing if that is earlier. */
  readonly month: { readonly number: number; readonly of: number } | null
  readonly preparedOn: IsoDate
  readonly draft: boolean
}

/** `opening + in - out = closing`, but for `transferCents`, which is 0 unless one side is outside the accounts. */
interface AccountFigures {
  readonly openingCents: Cents
  readonly inCents: Cents
  readonly outCents: Cents
  readonly transferCents: Cents
  readonly closingCents: Cents
  /** Null: a bank account has no statement in the period. */
  readonly statement: {
    readonly cents: Cents
    readonly date: IsoDate
    readonly differenceCents: Cents
  } | null
}

/** (2) Of all accounts. */
export interface EightLines extends AccountFigures {
  /** Budgeted for the months until support ends, and what members are owed. Null: nothing is, or `unbudgeted` is not. */
  readonly stillToPayCents: Cents | null
  /** Closing less what is still to pay: negative is short. */
  readonly leftOverCents: Cents | null
  /** Lines on which more is to be paid and nothing is budgeted. */
  readonly unbudgeted: readonly LineName[]
}

export type AnswerKind = 'yes' | 'no' | 'not-known'
/** `sentence` is an id of the report's words; `values` fill it in, amounts as cents in names that end in `Cents`. */
export interface Answer {
  readonly answer: AnswerKind
  readonly sentence: string
  readonly values: Readonly<Record<string, number>>
}

/** (3) Never `yes` from missing data. `unusualNote` is what the group wrote. */
export interface Answers {
  readonly minimum: Answer
  readonly startUp: Answer
  readonly receiptsMissing: Answer
  /** Of the period's year; nothing for donors. */
  readonly receiptNumbers: ReceiptCheck
  readonly unusual: Answer
  readonly unusualNote: string
}

/** A. Totals of the rows are the eight lines' figures. */
export interface AccountsSection {
  readonly rows: readonly (AccountFigures & {
    /** Empty: entries that name no account. */
    readonly name: string
  })[]
  /** Refunds that lower a cost line: by them the bank's in and out are both greater. */
  readonly bankInCents: Cents
  readonly bankOutCents: Cents
}

/** B. Rows, unsorted and other sponsorships add up to the eight lines' `in`. */
export interface IncomeSection {
  readonly rows: readonly {
    readonly line: LineName
    readonly gifts: number
    /** How many different people or bodies; null where that cannot be told. */
    readonly givers: number | null
    readonly cents: Cents
  }[]
  readonly unsortedCents: Cents
  readonly otherSponsorshipsCents: Cents
  readonly totalCents: Cents
}

/** C. From the beginning to the end of the period: start-up is given once. */
export interface StartUpSection {
  readonly state: 'not-arrived' | 'arrived'
  readonly payer: Payer
  readonly rows: readonly {
    readonly line: LineName
    readonly officialCents: Cents | null
    /** Cash, and what members paid and are owed. */
    readonly cashCents: Cents
    readonly inKindCents: Cents
    /** Of it, what counts under the official caps. Null: not for this audience. */
    readonly countedInKindCents: Cents | null
    /** Of it, what has a cap that could not be read, and so counts nothing yet. */
    readonly unknownCapCents: Cents
    readonly totalCents: Cents
  }[]
  /** Null: no line has an official figure. */
  readonly officialCents: Cents | null
  readonly cashCents: Cents
  readonly inKindCents: Cents
  /** Null: not for this audience. */
  readonly countedInKindCents: Cents | null
  readonly totalCents: Cents
}

/** D. The support months that begin in the period. */
export interface SupportSection {
  readonly state: 'not-arrived' | 'arrived'
  readonly rows: readonly {
    readonly number: number
    readonly month: IsoMonth
    readonly from: IsoDate
    readonly to: IsoDate
    /** Place of the unit in the household's list, 1 first; its label stays out. */
    readonly unit: number
    readonly payer: Payer
    readonly cashCents: Cents
    readonly onBehalfCents: Cents
    readonly inKindCents: Cents
    readonly sharedCents: Cents
    readonly minimumCents: Cents | null
    readonly differenceCents: Cents | null
    readonly verdict: SupportVerdict
  }[]
  readonly units: number
  readonly cashCents: Cents
  readonly onBehalfCents: Cents
  readonly inKindCents: Cents
  /** Paid for months that are nobody's support month, up to the end of the period. */
  readonly outsideCents: Cents
}

/** E. The groups' spent, unsorted and other sponsorships add up to the eight lines' `out`. */
export interface BudgetSection {
  readonly groups: readonly {
    readonly countsAs: Exclude<CountsAs, 'income'>
    readonly rows: readonly BudgetLineRow[]
    /** Donors get no budget of the group, because one is an official figure. */
    readonly budgetsLeftOut: boolean
    readonly officialCents: Cents
    readonly budgetCents: Cents
    readonly spentCents: Cents
    readonly owedCents: Cents
  }[]
  readonly spentCents: Cents
  readonly unsortedCents: Cents
  readonly otherSponsorshipsCents: Cents
  readonly totalCents: Cents
  /** Landscape annex by the bank's month; each row adds up to its line's spent. Null: not for this audience. */
  readonly annex: {
    readonly months: readonly IsoMonth[]
    readonly rows: readonly { readonly line: LineName; readonly cents: readonly Cents[] }[]
  } | null
}

export interface BudgetLineRow {
  readonly line: LineName
  readonly officialCents: Cents | null
  readonly budgetCents: Cents | null
  readonly spentCents: Cents
  readonly owedCents: Cents
  readonly leftCents: Cents | null
  readonly forecastCents: Cents
  /** What the group wrote; empty for donors. */
  readonly whyOver: string
}

/** F (the group's own costs, with what members are owed) and G (gifts in kind). */
export interface MoneyByLine {
  readonly rows: readonly { readonly line: LineName; readonly entries: number; readonly cents: Cents }[]
  readonly totalCents: Cents
}

/** H. */
export interface ChangesSection {
  readonly text: string
  readonly shortMonths: readonly {
    readonly number: number
    readonly month: IsoMonth
    readonly unit: number
    readonly shortCents: Cents
  }[]
}

/** I. */
export interface BalanceSection {
  readonly closingCents: Cents
  readonly owedCents: Cents
  readonly stillToPayCents: Cents | null
  readonly leftOverCents: Cents | null
  /** Last month's rent, paid ahead up to the end of the period; it is no expense for good. Null: none. */
  readonly prepaid: { readonly cents: Cents; readonly end: PrepaidEnd } | null
  readonly text: string
}

/** J. */
export interface FigureUsed {
  readonly what:
    | { readonly kind: 'line'; readonly line: LineName }
    | { readonly kind: 'minimum'; readonly unit: number }
  readonly months: { readonly from: IsoMonth; readonly to: IsoMonth } | null
  readonly cents: Cents
  readonly per: 'once' | 'month'
  readonly source: string
  readonly asOf: IsoDate | null
  readonly status: FigureStatus
}

/** K. One row for each part of an entry, so that the column adds up; `number` is the entry's place in the period. */
export interface EntryRow {
  readonly number: number
  readonly receiptNumber: string
  readonly date: IsoDate
  readonly type: EntryType
  /** Null: not sorted. */
  readonly line: LineName | null
  readonly countsAs: CountsAs | null
  readonly account: string
  /** Where a transfer went. */
  readonly toAccount: string | null
  /** As the bank signs it; gifts in kind positive. */
  readonly cents: Cents
  readonly receipt: 'missing' | 'have' | 'not-needed'
  /** Null unless payee names were asked for. */
  readonly payee: string | null
}
