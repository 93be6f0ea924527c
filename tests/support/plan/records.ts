/** Records of the plan, each with the fields that a test is about and the defaults otherwise. */
import { type Absence, absence } from '#domain/absence.ts'
import { type CheckItem, checkItem } from '#domain/check-item.ts'
import type { RecordKind, RecordOf } from '#domain/record-kind.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { type Task, task } from '#domain/task.ts'

type Given<T> = Partial<Omit<T, 'id'>>

const make = <K extends RecordKind>(kind: K, id: string, fields: object): RecordOf<K> =>
  ({ id, deleted: false, ...kind.defaults, ...fields }) as RecordOf<K>

export const makeTask = (id: string, fields: Given<Task> = {}): Task => make(task, id, fields)
export const makeCheckItem = (id: string, fields: Given<CheckItem> = {}): CheckItem =>
  make(checkItem, id, fields)
export const makeAbsence = (id: string, member: string, from: string, to: string): Absence =>
  make(absence, id, { member, days: { from, to } })
export const makeSponsorship = (id: string, fields: Given<Sponsorship> = {}): Sponsorship =>
  make(sponsorship, id, fields)
/** `timing`: only what is known of it. */
export const makeArrival = (
  id: string,
  timing: Partial<Arrival['timing']> = {},
  fields: Given<Arrival> = {},
): Arrival => make(arrival, id, { ...fields, timing: { ...arrival.defaults.timing, ...timing } })
