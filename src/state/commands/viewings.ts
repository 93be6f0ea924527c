/** Commands on viewings: booked as an appointment, walked through with a list, remembered by pictures. */
import { homePhoto } from '#domain/attachment.ts'
import { home } from '#domain/home.ts'
import { type CheckAnswer, type CheckKey, homeCheck, homeCheckId } from '#domain/home-check.ts'
import { newRecord } from '#domain/new-record.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { KeptPaper } from '../paper-batch.ts'
import { photosOf } from '../viewings.ts'
import { type AppointmentDraft, newAppointmentOps } from './appointments.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { type AppointmentResult, neverUseRefusal } from './never-use.ts'
import { orderBetween, orderKeys } from './order.ts'
import { putRecord } from './record-writes.ts'
import { currentSponsorship } from './set-up.ts'
import type { CommandTools } from './tools.ts'

export interface CheckEdit {
  readonly key: CheckKey
  readonly answer: CheckAnswer
  readonly note: string
}

export interface ViewingCommands {
  /** The appointment and which home it is for, in one change. */
  bookViewing(of: RecordId, draft: AppointmentDraft): Promise<AppointmentResult>
  /** Only those that were changed; others may be answering the rest at the same time. */
  saveHomeChecks(of: RecordId, edits: readonly CheckEdit[]): Promise<CommandResult>
  /** Files that are sealed and kept already (`keepBatch`); all of them are one change. */
  addHomePhotos(of: RecordId, photos: readonly KeptPaper[]): Promise<CommandResult>
  removeHomePhoto(id: RecordId): Promise<CommandResult>
}

export function createViewingCommands(tools: CommandTools): ViewingCommands {
  const { gate, live, newId, today } = tools
  return {
    async bookViewing(of, draft) {
      const refusal = neverUseRefusal(live, draft.fields, draft.slots)
      if (refusal) return refusal
      const id = newId()
      const sponsorship = currentSponsorship(tools)?.id ?? 'none'
      return gate.run('bookViewing', [
        ...newAppointmentOps(tools, id, sponsorship, draft),
        ...setOps(home, of, { viewing: id }),
      ])
    },
    saveHomeChecks: (of, edits) =>
      gate.run(
        'saveHomeChecks',
        edits.flatMap(({ key, answer, note }) =>
          putRecord(tools, newRecord(homeCheck, homeCheckId(of, key), { home: of, key, answer, note })),
        ),
      ),
    addHomePhotos(of, photos) {
      const addedOn = today()
      // A step for all of them and keys within it: one step each would make the keys of hundreds too long.
      const step = orderBetween(photosOf(live, of).at(-1)?.order ?? '', '')
      const keys = orderKeys(photos.length)
      const ops = photos.map(({ name, file }, i) =>
        createOp(homePhoto, newId(), {
          home: of,
          file,
          name: name.slice(0, 200),
          order: `${step}${keys[i]}`,
          addedOn,
        }),
      )
      return gate.run('addHomePhotos', ops)
    },
    removeHomePhoto: id => gate.run('removeHomePhoto', [{ op: 'delete', id }]),
  }
}
