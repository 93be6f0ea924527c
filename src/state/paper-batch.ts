/**
 * Many files at once: read, checked, sealed and kept one after another, so that only one at a time is in the memory. No
 * record names them before a command does, in one change; of what is cancelled or breaks off, nothing stays.
 */
import { ATTACHMENT_LIMIT_BYTES, type AttachedFile } from '#domain/attachment.ts'
import type { Compartment } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { VaultTerminated } from '#vault/vault-client.ts'
import type { Attachments, KeepProblem, NewAttachment } from './attachments.ts'
import { type Cancelled, giveWay, type WorkOptions } from './long-work.ts'
import { checkPaper, type PaperProblem } from './papers.ts'

/** A file that a person picked, dropped or pasted, not read yet. */
export interface GivenFile {
  readonly name: string
  readonly bytes: number
  read(): Promise<Uint8Array>
}

/** Why a file was not taken, while the others go on. */
export type RefusalReason =
  | PaperProblem
  /** A PDF that only some could open. */
  | { readonly kind: 'password' }
  /** Whole by its make, and yet nothing that can be shown. */
  | { readonly kind: 'unreadable' }
  /** Moved away, or open elsewhere. */
  | { readonly kind: 'io' }

export interface RefusedFile {
  readonly name: string
  readonly why: RefusalReason
}

/** Sealed and on the disk; a record may name it. */
export interface KeptPaper {
  readonly name: string
  readonly file: AttachedFile
}

/** Each in the order in which they were given. */
export interface KeptBatch {
  readonly kept: readonly KeptPaper[]
  readonly refused: readonly RefusedFile[]
}

export interface BatchParts {
  readonly attachments: Pick<Attachments, 'keep' | 'forget'>
  /** Whether this machine can show it: asks a browser. */
  readonly isShown: (paper: NewAttachment) => Promise<'shown' | 'password' | 'unreadable'>
}

/** `onProgress` is told the share of files that are done, kept or refused. */
export async function keepBatch(
  { attachments, isShown }: BatchParts,
  compartment: Compartment,
  files: readonly GivenFile[],
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<KeptBatch, KeepProblem | Cancelled>> {
  const kept: KeptPaper[] = []
  const refused: RefusedFile[] = []
  const giveUp = async (problem: KeepProblem | Cancelled) => {
    await attachments.forget(kept.map(({ file }) => file))
    return err(problem)
  }
  try {
    for (const [index, given] of files.entries()) {
      // Lets the page draw, and hear that somebody has had enough.
      await giveWay()
      if (signal?.aborted) return await giveUp({ kind: 'cancelled' })
      const checked = await checkGiven(given, isShown, signal)
      if (signal?.aborted) return await giveUp({ kind: 'cancelled' })
      if (checked.ok) {
        const sealed = await attachments.keep(compartment, checked.value)
        if (!sealed.ok) return await giveUp(sealed.problem)
        kept.push({ name: given.name, file: sealed.value })
      } else refused.push({ name: given.name, why: checked.problem })
      onProgress?.((index + 1) / files.length)
    }
  } catch (error) {
    // Locked in the middle: what was kept till then is cleared away with the rest that nothing names.
    if (error instanceof VaultTerminated) return err({ kind: 'cancelled' })
    throw error
  }
  return signal?.aborted ? giveUp({ kind: 'cancelled' }) : ok({ kept, refused })
}

async function checkGiven(
  given: GivenFile,
  isShown: BatchParts['isShown'],
  signal: AbortSignal | undefined,
): Promise<Result<NewAttachment, RefusalReason>> {
  // Asked before it is read: it may be greater than the memory.
  if (given.bytes > ATTACHMENT_LIMIT_BYTES) return err({ kind: 'too-big' })
  // A stick or a network drive may never answer.
  const bytes = await Promise.race([given.read().catch(() => null), abortOf(signal)])
  if (bytes === null) return err({ kind: 'io' })
  const checked = checkPaper(given.name, bytes)
  if (!checked.ok) return checked
  const shown = await isShown(checked.value)
  return shown === 'shown' ? checked : err({ kind: shown })
}

/** Resolves when the work is called off, and never otherwise. */
const abortOf = (signal: AbortSignal | undefined): Promise<null> =>
  new Promise(resolve => {
    if (signal?.aborted) resolve(null)
    signal?.addEventListener('abort', () => resolve(null), { once: true })
  })
