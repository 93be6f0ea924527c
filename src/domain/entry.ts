/**
 * One movement of money, or one gift in kind. The bank's text stays in the Money compartment: reports name an entry by
 * number, line, date and amount.
 */
import { z } from 'zod/mini'
import { cents, isoDate, isoMonth, longText, recordId, shortText } from './fields.ts'
import { countsAs } from './line.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/**
 * `transfer` moves money between two accounts; `in-kind` touches no account; `owed` is paid by a member who is to be
 * reimbursed, and touches an account only when it is settled.
 */
export const entryTypes = ['income', 'expense', 'transfer', 'in-kind', 'owed'] as const
export type EntryType = (typeof entryTypes)[number]

export const methods = [
  '',
  'e-transfer',
  'cheque',
  'cash',
  'debit',
  'card',
  'pre-authorized',
  'deposit',
  'other',
] as const
export type Method = (typeof methods)[number]

export const split = z.object({
  /** Null: not sorted yet. */
  line: z.nullable(recordId),
  /** Same sign as the entry's amount; the splits of an entry add up to it. A store refund is positive on a cost line. */
  cents,
  /** Null: what the line counts as. */
  countsAs: z.nullable(z.enum(countsAs)),
  /** Which support unit it is for; null: the household. */
  unit: z.nullable(recordId),
  /** Months that it covers, apart from its bank date; null: as `covers.ts` proposes for the line and the date. */
  covers: z.nullable(z.object({ from: isoMonth, to: isoMonth })),
})
export type Split = z.output<typeof split>

export const entry = defineKind({
  kind: 'entry',
  compartment: 'money',
  fields: {
    type: z.enum(entryTypes),
    /** Null for gifts in kind and what is owed. */
    account: z.nullable(recordId),
    /** The bank's date, or the day it happened. */
    date: isoDate,
    /** Amount and splits agree, so they are one field. For a transfer `cents` is negative and `toAccount` receives it. */
    money: z.object({
      cents,
      splits: z.array(split).check(z.maxLength(50)),
      toAccount: z.nullable(recordId),
    }),
    /** Who it came from or went to: the bank's text, or typed. */
    payee: shortText,
    note: longText,
    method: z.enum(methods),
    chequeNumber: shortText,
    /** Number to write on the paper receipt, `25-014`; empty: none given. */
    receiptNumber: shortText,
    receipt: z.enum(['missing', 'have', 'not-needed']),
    tags: z.array(shortText).check(z.maxLength(20)),
    /** Row ids of bank files that are this entry: an import finds them again and adds nothing. */
    bankRows: z.array(recordId).check(z.maxLength(20)),
    importBatch: z.nullable(recordId),
    /** Statement up to which it was matched; null: not yet. */
    reconciled: z.nullable(recordId),
    /** A row of a parish statement that is not the group's: kept, never counted. */
    leftOut: z.boolean(),
    /** Who paid what is owed: a member. */
    owedTo: z.nullable(recordId),
    /** The expense that settled what was owed. */
    settledBy: z.nullable(recordId),
    /** Which occurrence of something recurring this is, by the day its rule gave it; see `recurring.ts`. */
    occurrence: z.nullable(z.object({ recurring: recordId, date: isoDate })),
    /** The thing of the household list whose worth this says; see `household-item.ts`. */
    item: z.nullable(recordId),
  },
  defaults: {
    type: 'expense',
    account: null,
    date: '2000-01-01',
    money: { cents: 0, splits: [], toAccount: null },
    payee: '',
    note: '',
    method: '',
    chequeNumber: '',
    receiptNumber: '',
    receipt: 'missing',
    tags: [],
    bankRows: [],
    importBatch: null,
    reconciled: null,
    leftOut: false,
    owedTo: null,
    settledBy: null,
    occurrence: null,
    item: null,
  },
  keepBoth: ['money', 'date'],
})
export type Entry = RecordOf<typeof entry>

/** Tag of money that was asked for from whoever holds it: left out of every sum until it is released. */
export const REQUESTED = 'requested'

export const isRequested = (of: Pick<Entry, 'leftOut' | 'tags'>): boolean =>
  of.leftOut && of.tags.includes(REQUESTED)

/** What makes a request count, on the day the money was released. */
export const releasedOn = (date: string, of: Pick<Entry, 'tags'>) =>
  ({ leftOut: false, date, tags: of.tags.filter(tag => tag !== REQUESTED) }) as const
