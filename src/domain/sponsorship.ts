/**
 * A sponsorship: who pays which month, for how long, where. Programs and their payers are data
 * (`resources/rates/programs.json`); the fields here are what this group agreed, editable afterwards.
 */
import { z } from 'zod/mini'
import { isoDate, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const programs = ['unknown', 'g5', 'cs', 'sah', 'bvor', 'jas', 'rrap', 'qc', 'oyw'] as const
export type Program = (typeof programs)[number]

export const provinces = [
  '',
  'AB',
  'BC',
  'MB',
  'NB',
  'NL',
  'NS',
  'NT',
  'NU',
  'ON',
  'PE',
  'QC',
  'SK',
  'YT',
] as const
export type Province = (typeof provinces)[number]

export const payers = ['sponsor', 'government', 'mixed'] as const
export type Payer = (typeof payers)[number]

export const seniorsAnswers = ['unknown', 'no', 'yes'] as const
export type SeniorsAnswer = (typeof seniorsAnswers)[number]

export const sponsorship = defineKind({
  kind: 'sponsorship',
  compartment: 'team',
  fields: {
    /** A code name from the offered list or typed; never initials or a country. */
    codeName: shortText,
    program: z.enum(programs),
    /** `sah`: the agreement holder or a parish keeps the account; entries are requested and released. */
    fundsHeldBy: z.enum(['own', 'sah']),
    province: z.enum(provinces),
    /** Town or city; rates follow the community. Never printed for donors. */
    community: shortText,
    /** Key of the community in `resources/rates/communities.json`, or empty. */
    communityKey: shortText,
    supportMonths: z.number().check(z.int(), z.gte(1), z.lte(36)),
    /** One payer for each support month, month 1 first. Shorter than `supportMonths`: the last one goes on. */
    payerByMonth: z.array(z.enum(payers)).check(z.maxLength(36)),
    startUpPayer: z.enum(payers),
    /** How the SAH counts a support month: by calendar, or from the day of arrival. */
    monthKind: z.enum(['calendar', 'arrival-day']),
    /** Agreed with the SAH; on the SAH's copy only. Never a UCI, never a name. */
    reference: shortText,
    /** Is anybody of the household 65 or older? An answer for all, as their rates are others; whose age it is, nobody asks. */
    seniors: z.enum(seniorsAnswers),
    status: z.enum(['active', 'archived']),
  },
  defaults: {
    codeName: '',
    program: 'unknown',
    fundsHeldBy: 'own',
    province: '',
    community: '',
    communityKey: '',
    supportMonths: 12,
    payerByMonth: ['sponsor'],
    startUpPayer: 'sponsor',
    monthKind: 'calendar',
    reference: '',
    seniors: 'unknown',
    status: 'active',
  },
})
export type Sponsorship = RecordOf<typeof sponsorship>

/** First, second … arrival: each has its own clock of support months. */
export const arrival = defineKind({
  kind: 'arrival',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    order: orderKey,
    /**
     * State and dates agree, so they are one field. `from`/`to` bound a window; `expected` is the notified date;
     * `landed` is the day on the COPR and `reached` the day they reached the group.
     */
    timing: z.object({
      state: z.enum(['unknown', 'window', 'notified', 'landed', 'finished']),
      from: z.nullable(isoDate),
      to: z.nullable(isoDate),
      expected: z.nullable(isoDate),
      landed: z.nullable(isoDate),
      reached: z.nullable(isoDate),
    }),
    /** Null: computed from the arrival and the support months. */
    supportEndsOverride: z.nullable(isoDate),
  },
  defaults: {
    sponsorship: '',
    order: '',
    timing: { state: 'unknown', from: null, to: null, expected: null, landed: null, reached: null },
    supportEndsOverride: null,
  },
  keepBoth: ['timing'],
})
export type Arrival = RecordOf<typeof arrival>
