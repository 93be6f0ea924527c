/**
 * Commands on what recurs, and on its occurrences. `recurringOps` gives the operations alone, for whoever writes a
 * recurring entry together with something else (a lease with its rent) in one change.
 */
import type { ComingEntry } from '#domain/coming-entries.ts'
import type { IsoDate } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import {
  type PostedAs,
  postedEntryId,
  postedFields,
  type RecurringFields,
  type RecurringOccurrence,
  recurring,
  recurringOccurrence,
} from '#domain/recurring.ts'
import type { DraftOp } from '#store/store.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { receiptFor } from './imports.ts'
import { putOps } from './put.ts'
import type { CommandTools } from './tools.ts'

export interface Posting extends Omit<PostedAs, 'original'> {
  readonly coming: ComingEntry
}

export interface RecurringCommands {
  /** `paid`: entries of the books that are occurrences of it already, by the day that the rule gives each. */
  addRecurring(
    fields: Partial<RecurringFields>,
    paid?: readonly { readonly entry: RecordId; readonly original: IsoDate }[],
  ): Promise<CommandResult & { readonly id: RecordId }>
  editRecurring(id: RecordId, fields: Partial<RecurringFields>): Promise<CommandResult>
  /** Its entries stay, as entries like any other. */
  deleteRecurring(id: RecordId): Promise<CommandResult>
  /** One entry each, all in one change; what somebody has posted meanwhile is passed over. */
  postComing(postings: readonly Posting[]): Promise<CommandResult>
  skipComing(coming: readonly ComingEntry[]): Promise<CommandResult>
  moveComing(coming: ComingEntry, to: IsoDate): Promise<CommandResult>
  /** Neither skipped nor moved: as its rule has it. */
  reopenComing(coming: ComingEntry): Promise<CommandResult>
  /** The entry stands in the books already. */
  takeAsPosted(coming: ComingEntry, entryId: RecordId): Promise<CommandResult>
}

/** Made, taken out of the trash, or written over where it is there. */
export const recurringOps = (
  live: CommandTools['live'],
  id: RecordId,
  fields: Partial<RecurringFields>,
): readonly DraftOp[] =>
  live.get(recurring, id) ? setOps(recurring, id, fields) : putOps(live, recurring, id, fields)

export function createRecurringCommands({ gate, live, newId }: CommandTools): RecurringCommands {
  const decide = (
    { id, recurring: of, original }: ComingEntry,
    state: RecurringOccurrence['state'],
  ): readonly DraftOp[] =>
    live.get(recurringOccurrence, id)
      ? setOps(recurringOccurrence, id, { state })
      : putOps(live, recurringOccurrence, id, { recurring: of.id, date: original, state })

  return {
    async addRecurring(fields, paid = []) {
      const id = newId()
      const taken = paid.flatMap(each =>
        setOps(entry, each.entry, { occurrence: { recurring: id, date: each.original } }),
      )
      return { ...(await gate.run('addRecurring', [createOp(recurring, id, fields), ...taken])), id }
    },
    editRecurring: (id, fields) => gate.run('editRecurring', setOps(recurring, id, fields)),
    deleteRecurring: id => gate.run('deleteRecurring', [{ op: 'delete', id }]),
    postComing: postings =>
      gate.run(
        'postComing',
        postings.flatMap(posting => postingOps(live, posting)),
      ),
    skipComing: coming =>
      gate.run(
        'skipComing',
        coming.flatMap(each => decide(each, { kind: 'skipped' })),
      ),
    moveComing: (coming, to) => gate.run('moveComing', decide(coming, { kind: 'moved', to })),
    reopenComing: coming => gate.run('reopenComing', decide(coming, { kind: 'open' })),
    takeAsPosted: ({ recurring: of, original }, entryId) =>
      gate.run('takeAsPosted', setOps(entry, entryId, { occurrence: { recurring: of.id, date: original } })),
  }
}

function postingOps(live: CommandTools['live'], { coming, ...posting }: Posting): readonly DraftOp[] {
  const { recurring: of, original, key } = coming
  const id = postedEntryId(of.id, key)
  if (live.get(entry, id)) return []
  const lines = live.records(line)
  const target = lines.find(each => each.id === of.money.splits[0]?.line)
  const keys = new Map(lines.map(each => [each.id, each.key]))
  const fields = postedFields(of, { original, ...posting }, keys)
  const receipt = of.type === 'transfer' ? 'not-needed' : receiptFor(posting.cents, target)
  return putOps(live, entry, id, { ...fields, receipt })
}
