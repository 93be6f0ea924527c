/**
 * For whom a home is looked for, and what they are expected to have: one record a sponsorship, whose id follows from it,
 * so that two laptops make one. The people are named by their support units; the money is known to those who keep it.
 */
import { z } from 'zod/mini'
import { cents, recordId } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'

export const homeSearch = defineKind({
  kind: 'home-search',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    /** Support units that are to live together; empty: all of the household. */
    units: z.array(recordId).check(z.maxLength(50)),
  },
  defaults: { sponsorship: '', units: [] },
})
export type HomeSearch = RecordOf<typeof homeSearch>

export const homeSearchMoney = defineKind({
  kind: 'home-search-money',
  compartment: 'money',
  fields: {
    sponsorship: recordId,
    /** A month, after support ends: what the household expects, all of its people together. Null: not said. */
    incomeCents: z.nullable(cents),
    /** Shelter and supplement a month, entered from the calculator. Null: as the rate tables have it. */
    shelterCents: z.nullable(cents),
  },
  defaults: { sponsorship: '', incomeCents: null, shelterCents: null },
})
export type HomeSearchMoney = RecordOf<typeof homeSearchMoney>

export const homeSearchId = (sponsorship: RecordId): RecordId => `${sponsorship}-home`
export const homeSearchMoneyId = (sponsorship: RecordId): RecordId => `${sponsorship}-home-money`
