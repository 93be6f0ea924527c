/**
 * A budget line or an income source. Its three columns are the official figure, the group's own budget, and what was
 * spent (computed). The standard lines are data (`resources/rates/lines.json`); a group may rename, add and retire them.
 */
import { z } from 'zod/mini'
import { cents, isoDate, longText, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/** What money on a line counts as. `income` lines are sources, the others are costs. */
export const countsAs = ['income', 'start-up', 'monthly-support', 'extra', 'own-cost'] as const
export type CountsAs = (typeof countsAs)[number]

/** How sure a figure is, as the screens say it: checked, second-hand, calculated, to check. */
export const figureStatuses = ['verified', 'secondary', 'derived', 'unverified'] as const
export type FigureStatus = (typeof figureStatuses)[number]

export const plan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Once, in a support month (0: before arrival, null: whenever). */
  z.object({
    kind: z.literal('once'),
    cents,
    month: z.nullable(z.number().check(z.int(), z.gte(0), z.lte(36))),
  }),
  /** The same amount in each support month from `from` to `to`, both included, 1 to 36. */
  z.object({
    kind: z.literal('monthly'),
    cents,
    from: z.number().check(z.int(), z.gte(1), z.lte(36)),
    to: z.number().check(z.int(), z.gte(1), z.lte(36)),
  }),
  /** An amount for each support month, month 1 first. */
  z.object({ kind: z.literal('by-month'), cents: z.array(cents).check(z.maxLength(36)) }),
])
export type BudgetPlan = z.output<typeof plan>

/** What becomes of the last month's rent that was paid ahead. */
export const prepaidEnds = ['', 'used', 'group', 'household'] as const
export type PrepaidEnd = (typeof prepaidEnds)[number]

export const line = defineKind({
  kind: 'line',
  compartment: 'money',
  fields: {
    sponsorship: recordId,
    /** Key of a standard line (`rent`), translated by the screens; empty for a line of the group's own. */
    key: shortText,
    /** The group's own name for it; empty: the standard name. */
    name: shortText,
    countsAs: z.enum(countsAs),
    /** Support paid to the household, or paid on their behalf (rent to the landlord). */
    givenAs: z.enum(['cash', 'on-behalf']),
    /** Dated figure of a table, or typed from one. Null: no current figure; never an older one in its place. */
    official: z.nullable(
      z.object({
        cents,
        per: z.enum(['once', 'month']),
        source: shortText,
        asOf: z.nullable(isoDate),
        status: z.enum(figureStatuses),
      }),
    ),
    budget: plan,
    /** Why more was spent than budgeted, printed in the report. */
    whyOver: longText,
    /** Of last month's rent: it pays the last month, comes back to the group, or stays with the household. Empty: not said. */
    prepaidEnd: z.enum(prepaidEnds),
    order: orderKey,
    retired: z.boolean(),
  },
  defaults: {
    sponsorship: '',
    key: '',
    name: '',
    countsAs: 'extra',
    givenAs: 'on-behalf',
    official: null,
    budget: { kind: 'none' },
    whyOver: '',
    prepaidEnd: '',
    order: '',
    retired: false,
  },
  keepBoth: ['budget', 'official'],
})
export type Line = RecordOf<typeof line>
