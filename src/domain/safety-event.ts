/** Things done for the group file's safety, so that Today can say when: a proven recovery sheet, a sealed copy. */
import { z } from 'zod/mini'
import { epochMs } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const safetyEvent = defineKind({
  kind: 'safety-event',
  compartment: 'team',
  fields: {
    event: z.enum(['recovery-proven', 'recovery-later', 'sealed-copy']),
    at: epochMs,
    /** Records counted when the sealed copy was reopened and compared; 0 for other events. */
    records: z.number().check(z.int(), z.nonnegative()),
  },
  defaults: { event: 'sealed-copy', at: 0, records: 0 },
})
export type SafetyEvent = RecordOf<typeof safetyEvent>
