/**
 * Nobody is booked for somebody who asked never to have them. The wish is Care's: where this laptop reads it, a command
 * that would bring them together is refused and writes nothing. Elsewhere there is no wish to read, and a laptop with
 * Care says it afterwards (`neverBooked`).
 */
import type { RecordId } from '#domain/record-kind.ts'
import { err, type Result } from '#domain/result.ts'
import type { CommitProblem, CommitReceipt } from '#store/store.ts'
import { type NeverUse, neverUsed } from '../interpreters.ts'
import type { Live } from '../live.ts'
import type { SlotDraft } from './appointments.ts'

export interface NeverUseRefusal {
  readonly kind: 'never-use'
  readonly never: readonly NeverUse[]
}

export type AppointmentResult = Result<CommitReceipt, CommitProblem | NeverUseRefusal>

interface WhoIsThere {
  readonly attending: readonly RecordId[]
  readonly members: readonly RecordId[]
}

/** Null: nothing speaks against it, as far as this laptop knows. */
export function neverUseRefusal(
  live: Live,
  { attending, members }: WhoIsThere,
  slots: readonly Pick<SlotDraft, 'filledBy'>[],
): Extract<AppointmentResult, { readonly ok: false }> | null {
  const never = neverUsed(live, attending, slots, members)
  return never.length === 0 ? null : err({ kind: 'never-use', never })
}
