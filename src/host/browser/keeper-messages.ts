/** What crosses between the page and the worker that keeps its files: the same verbs as the desktop's channels. */
import type { Capabilities } from '../contract.ts'

export type KeeperRequests = Pick<
  Capabilities,
  | 'openRecordLog'
  | 'appendRecords'
  | 'readRecords'
  | 'recordLogStats'
  | 'closeRecordLog'
  | 'readKeyFile'
  | 'replaceKeyFile'
  | 'removeKeyFile'
  | 'writeAttachment'
  | 'readAttachment'
  | 'listAttachments'
  | 'removeAttachment'
  | 'removeGroup'
>

export interface KeeperQuestion {
  readonly id: number
  readonly method: keyof KeeperRequests
  readonly args: readonly unknown[]
}

export type KeeperAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string }
