/** An item of a task's checklist: a record of its own, because people tick and add items apart from each other. */
import { z } from 'zod/mini'
import { orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const checkItem = defineKind({
  kind: 'check-item',
  compartment: 'team',
  fields: { task: recordId, order: orderKey, text: shortText, done: z.boolean() },
  defaults: { task: '', order: '', text: '', done: false },
})
export type CheckItem = RecordOf<typeof checkItem>
