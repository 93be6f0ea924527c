/** What is kept of an import: the batch itself, the column mapping of a bank, and rules that sort by payee. */
import { z } from 'zod/mini'
import { cents, epochMs, hex, isoDate, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/** A statement with more rows of others is asked about again for the rest. */
export const MOST_LEFT_OUT = 5_000

export const importBatch = defineKind({
  kind: 'import-batch',
  compartment: 'money',
  fields: {
    account: recordId,
    fileHash: hex,
    format: shortText,
    importedAt: epochMs,
    rows: z.object({ inFile: z.number(), added: z.number(), matched: z.number(), leftOut: z.number() }),
    dates: z.object({ first: isoDate, last: isoDate }),
    closingCents: z.nullable(cents),
    /** Ids of rows that are not the group's, or that it left out: asked about once, and nothing of them is kept. */
    leftOutRows: z.array(recordId).check(z.maxLength(MOST_LEFT_OUT)),
  },
  defaults: {
    account: '',
    fileHash: '',
    format: '',
    importedAt: 0,
    rows: { inFile: 0, added: 0, matched: 0, leftOut: 0 },
    dates: { first: '2000-01-01', last: '2000-01-01' },
    closingCents: null,
    leftOutRows: [],
  },
})
export type ImportBatch = RecordOf<typeof importBatch>

export const bankMapping = defineKind({
  kind: 'bank-mapping',
  compartment: 'money',
  fields: {
    /** What the file looked like: its columns and delimiter, never its rows. */
    fingerprint: shortText,
    name: shortText,
    /** As `src/imports/column-mapping.ts` defines it; parsed again before use. */
    mapping: z.record(z.string(), z.json()),
  },
  defaults: { fingerprint: '', name: '', mapping: {} },
})
export type BankMapping = RecordOf<typeof bankMapping>

export const payeeRule = defineKind({
  kind: 'payee-rule',
  compartment: 'money',
  fields: {
    /** Normalised payee text that an entry's payee must contain. */
    match: shortText,
    direction: z.enum(['in', 'out', 'any']),
    line: recordId,
    order: orderKey,
    enabled: z.boolean(),
    learned: z.boolean(),
  },
  defaults: { match: '', direction: 'any', line: '', order: '', enabled: true, learned: false },
})
export type PayeeRule = RecordOf<typeof payeeRule>

/**
 * A name that the books must not hold: whoever has it is written as the code name. Only its HMAC with an account's salt
 * is kept, so that next month's file is recognized and nobody can read the name here.
 */
export const codedName = defineKind({
  kind: 'coded-name',
  compartment: 'money',
  fields: { account: recordId, hash: hex, codeName: shortText },
  defaults: { account: '', hash: '', codeName: '' },
})
export type CodedName = RecordOf<typeof codedName>
