/** What people add to a report by hand, and the minimum that they entered from the calculator. */
import { z } from 'zod/mini'
import { cents, isoDate, isoMonth, longText, recordId, shortText } from './fields.ts'
import { figureStatuses } from './line.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/** The least that a support unit must get in a month, as entered, with its source and date. */
export const supportMinimum = defineKind({
  kind: 'support-minimum',
  compartment: 'money',
  fields: {
    sponsorship: recordId,
    unit: recordId,
    /** Applies to these months, both included. The latest entered wins where two overlap. */
    months: z.object({ from: isoMonth, to: isoMonth }),
    cents,
    source: shortText,
    asOf: z.nullable(isoDate),
    status: z.enum(figureStatuses),
  },
  defaults: {
    sponsorship: '',
    unit: '',
    months: { from: '2000-01', to: '2000-01' },
    cents: 0,
    source: '',
    asOf: null,
    status: 'unverified',
  },
  keepBoth: ['cents'],
})
export type SupportMinimum = RecordOf<typeof supportMinimum>

/** One report of a sponsorship and a period: the answers and notes that no table can give. */
export const reportNotes = defineKind({
  kind: 'report-notes',
  compartment: 'money',
  fields: {
    sponsorship: recordId,
    period: z.object({ from: isoDate, to: isoDate }),
    final: z.boolean(),
    preparedBy: shortText,
    reviewedBy: shortText,
    unusual: z.object({ answer: z.enum(['yes', 'no', 'not-known']), note: longText }),
    changes: longText,
    balancePlan: longText,
  },
  defaults: {
    sponsorship: '',
    period: { from: '2000-01-01', to: '2000-12-31' },
    final: false,
    preparedBy: '',
    reviewedBy: '',
    unusual: { answer: 'not-known', note: '' },
    changes: '',
    balancePlan: '',
  },
})
export type ReportNotes = RecordOf<typeof reportNotes>
