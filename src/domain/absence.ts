/** Days on which a member cannot be counted on. No reason is asked: everybody in the group reads it. */
import { z } from 'zod/mini'
import type { IsoDate } from './dates.ts'
import { isoDate, recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'

export const absence = defineKind({
  kind: 'absence',
  compartment: 'team',
  fields: {
    member: recordId,
    /** Both days included. */
    days: z.object({ from: isoDate, to: isoDate }),
    note: shortText,
  },
  defaults: { member: '', days: { from: '2000-01-01', to: '2000-01-01' }, note: '' },
})
export type Absence = RecordOf<typeof absence>

/** Who of `members` is away on that day, in the order of `members`, each once. */
export const awayOn = (
  date: IsoDate,
  members: readonly RecordId[],
  absences: readonly Absence[],
): readonly RecordId[] =>
  [...new Set(members)].filter(member =>
    absences.some(
      each => !each.deleted && each.member === member && each.days.from <= date && date <= each.days.to,
    ),
  )
