/**
 * Month 13: what a household will have each month when support has ended, and what it will have to pay. Each figure is
 * typed by people or taken from a dated table, with where it comes from; none is guessed. Money knows it, because it
 * tells what somebody earns.
 */
import { z } from 'zod/mini'
import type { IsoDate } from './dates.ts'
import { cents, isoDate, orderKey, recordId, shortText } from './fields.ts'
import type { PlannedUnit } from './household-plan.ts'
import { type FigureStatus, figureStatuses } from './line.ts'
import type { Cents } from './money.ts'
import type { Rates } from './rates.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const incomeSubjects = [
  'work',
  'child-benefit',
  'groceries-benefit',
  'social-assistance',
  'training',
  'other-income',
] as const
export const costSubjects = [
  'rent',
  'utilities',
  'phone',
  'transit',
  'food',
  'insurance',
  'health',
  'child-care',
  'loan',
  'other-cost',
] as const
export const afterSubjects = [...incomeSubjects, ...costSubjects] as const
export type AfterSubject = (typeof afterSubjects)[number]

export const afterSupportLine = defineKind({
  kind: 'after-support-line',
  compartment: 'money',
  fields: {
    sponsorship: recordId,
    /** The support unit that has or pays it; null: the whole household. */
    unit: z.nullable(recordId),
    /** Says too whether it is income or a cost. */
    subject: z.enum(afterSubjects),
    /** The group's own word for it; empty: the subject's. */
    name: shortText,
    figure: z.object({ cents, per: z.enum(['month', 'year']) }),
    /** Where the figure comes from, when it was looked up, and how sure it is. */
    source: shortText,
    asOf: z.nullable(isoDate),
    status: z.enum(figureStatuses),
    order: orderKey,
  },
  defaults: {
    sponsorship: '',
    unit: null,
    subject: 'other-income',
    name: '',
    figure: { cents: 0, per: 'month' },
    source: '',
    asOf: null,
    status: 'unverified',
    order: '',
  },
  keepBoth: ['figure'],
})
export type AfterSupportLine = RecordOf<typeof afterSupportLine>

export const isIncome = ({ subject }: Pick<AfterSupportLine, 'subject'>): boolean =>
  (incomeSubjects as readonly string[]).includes(subject)

/** A twelfth of a year's amount, to the nearest cent. */
export const aMonth = ({ cents: amount, per }: AfterSupportLine['figure']): Cents =>
  per === 'month' ? amount : Math.round(amount / 12)

export interface AfterSupportSums {
  readonly incomeCents: Cents
  readonly costCents: Cents
  /** Negative: so much is missing each month. */
  readonly differenceCents: Cents
  /** Rent as a share of the income, 0 to 1 and more; null: one of the two is not entered. */
  readonly rentShare: number | null
  /** Figures that nobody has checked yet. */
  readonly toCheck: number
}

export function afterSupportSums(lines: readonly AfterSupportLine[]): AfterSupportSums {
  const sum = (wanted: (of: AfterSupportLine) => boolean): Cents =>
    lines.filter(wanted).reduce((total, each) => total + aMonth(each.figure), 0)
  const incomeCents = sum(isIncome)
  const costCents = sum(each => !isIncome(each))
  const rentCents = sum(each => each.subject === 'rent')
  return {
    incomeCents,
    costCents,
    differenceCents: incomeCents - costCents,
    rentShare: incomeCents > 0 && rentCents > 0 ? rentCents / incomeCents : null,
    toCheck: lines.filter(each => each.status === 'unverified').length,
  }
}

/** The most that a benefit can be for a unit in a year, and how that is worked out; what they get depends on income. */
export interface BenefitFigure {
  readonly kind: 'figure'
  readonly subject: 'child-benefit' | 'groceries-benefit'
  readonly yearCents: Cents
  /** `2 × 7997.00 + …`: how many of what, each in cents. */
  readonly parts: readonly { readonly of: BenefitPart; readonly count: number; readonly cents: Cents }[]
  readonly effectiveFrom: IsoDate | null
  readonly effectiveTo: IsoDate | null
  readonly status: FigureStatus
  readonly source: string
}

export type BenefitPart = 'child-under-6' | 'child-6-17' | 'adult' | 'couple' | 'child'

export type BenefitAnswer =
  | BenefitFigure
  /** The table has no figure for that day: it is to be looked up, never taken from an older year. */
  | { readonly kind: 'none'; readonly subject: BenefitFigure['subject']; readonly source: string }

/**
 * For a unit on a day. A benefit that it cannot have – child benefit without children – is left out. Units of more than
 * two adults are asked about, never computed.
 */
export function benefitsFor(
  { data }: Rates['benefits'],
  unit: Pick<PlannedUnit, 'adults' | 'childrenUnder6' | 'children6to17'>,
  on: IsoDate,
): readonly BenefitAnswer[] {
  const { ccb, cgeb } = data
  const children = unit.childrenUnder6 + unit.children6to17
  const answers: BenefitAnswer[] = []
  if (children > 0)
    answers.push(
      answer('child-benefit', ccb, on, [
        ['child-under-6', unit.childrenUnder6, ccb.under6Year],
        ['child-6-17', unit.children6to17, ccb.age6to17Year],
      ]),
    )
  if (unit.adults === 1 || unit.adults === 2)
    answers.push(
      answer('groceries-benefit', cgeb, on, [
        unit.adults === 1 ? ['adult', 1, cgeb.singleYear] : ['couple', 1, cgeb.coupleYear],
        ['child', children, cgeb.perChildUnder19Year],
      ]),
    )
  return answers
}

interface Dated {
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly status: FigureStatus
  readonly url: string
}

function answer(
  subject: BenefitFigure['subject'],
  table: Dated,
  on: IsoDate,
  parts: readonly (readonly [BenefitPart, number, number])[],
): BenefitAnswer {
  const { effectiveFrom, effectiveTo, status, url } = table
  const isCurrent =
    (effectiveFrom === null || effectiveFrom <= on) && (effectiveTo === null || on <= effectiveTo)
  if (!isCurrent) return { kind: 'none', subject, source: url }
  const counted = parts
    .filter(([, count]) => count > 0)
    .map(([of, count, dollars]) => ({ of, count, cents: Math.round(dollars * 100) }))
  return {
    kind: 'figure',
    subject,
    yearCents: counted.reduce((sum, each) => sum + each.count * each.cents, 0),
    parts: counted,
    effectiveFrom,
    effectiveTo,
    status,
    source: url,
  }
}

/** The track begins in month 9 of twelve: three months before the last one. */
export const trackBegins = (supportMonths: number): number => Math.max(1, supportMonths - 3)
