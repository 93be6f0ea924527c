/** What every group of commands is given. */
import type { IsoDate } from '#domain/dates.ts'
import type { Vault } from '#vault/vault.ts'
import type { Attachments } from '../attachments.ts'
import type { NewId } from '../ids.ts'
import type { Live } from '../live.ts'
import type { Gate } from './gate.ts'

export interface CommandTools {
  readonly gate: Gate
  readonly live: Live
  readonly vault: Vault
  readonly attachments: Pick<Attachments, 'keep'>
  readonly newId: NewId
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly today: () => IsoDate
}
