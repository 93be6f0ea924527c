/** Where money is: a bank account, an envelope of cash, or money that an agreement holder keeps for the group. */
import { z } from 'zod/mini'
import { cents, hex, isoDate, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const account = defineKind({
  kind: 'account',
  compartment: 'money',
  fields: {
    name: shortText,
    type: z.enum(['bank', 'cash', 'sah-trust']),
    /** Balance at the start of `date`: entries of that day come after it. */
    opening: z.object({ date: isoDate, cents }),
    /** 32 random bytes as hex: imported rows get their ids by HMAC with it, the same on every laptop. */
    salt: hex,
    order: orderKey,
    closed: z.boolean(),
  },
  defaults: {
    name: '',
    type: 'bank',
    opening: { date: '2000-01-01', cents: 0 },
    salt: '',
    order: '',
    closed: false,
  },
  keepBoth: ['opening'],
})
export type Account = RecordOf<typeof account>

/** Without a day the account begins before anything that a bank file can hold: a stand-in that nobody typed. */
export const hasOpeningDate = ({ opening }: Pick<Account, 'opening'>): boolean =>
  opening.date !== account.defaults.opening.date

/** What the bank's statement says on a day, to be matched to 0.00. */
export const statement = defineKind({
  kind: 'statement',
  compartment: 'money',
  fields: {
    account: recordId,
    /** Balance at the end of `date`. */
    balance: z.object({ date: isoDate, cents }),
    source: z.enum(['typed', 'bank-file']),
  },
  defaults: { account: '', balance: { date: '2000-01-01', cents: 0 }, source: 'typed' },
  keepBoth: ['balance'],
})
export type Statement = RecordOf<typeof statement>
