/** A way to look at a list that somebody of the group gave a name: which tasks of whom, in which area and state. */
import { z } from 'zod/mini'
import { shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'
import { taskAreas } from './task.ts'

export const taskFilterStates = ['all', 'open', 'overdue', 'doing', 'closed', 'hard'] as const
export type TaskFilterState = (typeof taskFilterStates)[number]

export const savedFilter = defineKind({
  kind: 'saved-filter',
  compartment: 'team',
  fields: {
    name: shortText,
    /** What agrees is one field. `owner`: a member's id, `all`, `nobody`, or `me`: whoever looks; `area` empty: all of them. */
    tasks: z.object({
      text: shortText,
      owner: z.string().check(z.minLength(1), z.maxLength(64)),
      area: z.enum(taskAreas),
      state: z.enum(taskFilterStates),
    }),
  },
  defaults: { name: '', tasks: { text: '', owner: 'all', area: '', state: 'all' } },
})
export type SavedFilter = RecordOf<typeof savedFilter>
