/** Writes another laptop's group onto this one, from a sealed copy or from the key files that are here. */
import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem, ChosenFile, Host } from '#host/host.ts'
import type { Identity, KeyFileSet, Vault } from '#vault/vault.ts'
import { keyFilesOf } from './key-files.ts'
import { groupHere } from './records-here.ts'
import { type CopiedAttachment, chosenBytes, readCopied, readSealedCopy } from './sealed-copy.ts'
import type { EntryProblem, OpenStoreProblem } from './session.ts'

/** Records of a copy that go into the log at once: the desktop takes 256 MiB, and a record may have one. */
const TAKE_AT_A_TIME = 200

/** A group that comes from elsewhere, or from the key files that are here. */
export interface Source {
  readonly files: KeyFileSet
  readonly records: readonly Uint8Array[]
  /** False: the copy's digest differs, so each record is looked at before it goes into the log for good. */
  readonly isWhole: boolean
  readonly attachments: readonly CopiedAttachment[]
  readonly readAttachment: (attachment: CopiedAttachment) => Promise<Uint8Array | null>
}

/** A file that was chosen, or its bytes. */
export type CopySource = ChosenFile | Uint8Array

export async function sourceOf(copy: CopySource): Promise<Result<Source, EntryProblem>> {
  const file = copy instanceof Uint8Array ? chosenBytes(copy) : copy
  const read = await readSealedCopy(file)
  if (!read.ok)
    return read.problem.kind === 'newer-format' ? err({ kind: 'newer-format' }) : err(read.problem)
  return ok({ ...read.value, readAttachment: attachment => readCopied(file, attachment) })
}

/**
 * A copy never replaces another group. Of the same group, this laptop may know more than the copy (a Care file made
 * since): what only it has is kept.
 */
export async function sourceForRecovery(
  host: Host,
  copy: CopySource | null,
): Promise<Result<Source, EntryProblem>> {
  const here = await keyFilesOf(host)
  if (copy === null)
    return ok({ files: here, records: [], isWhole: true, attachments: [], readAttachment: async () => null })
  const from = await sourceOf(copy)
  if (!from.ok) return from
  switch (await groupHere(host, from.value.files['genesis'])) {
    case 'same':
      return ok({ ...from.value, files: { ...here, ...from.value.files } })
    case 'another':
      return err({ kind: 'group-already-here' })
    case 'none':
      return from
  }
}

export interface TakenIn {
  /** Attachments that the copy names and does not hold as they were. */
  readonly lostAttachments: number
}

/**
 * Attachments first, then every sealed record into the log, then the key files, `device.age` last: after a crash on the
 * way there is no group here yet.
 */
export async function takeIn(
  host: Host,
  vault: Vault,
  files: KeyFileSet,
  identity: Identity,
  from: Source,
): Promise<Result<TakenIn, OpenStoreProblem>> {
  let lostAttachments = 0
  for (const attachment of from.attachments) {
    const bytes = await from.readAttachment(attachment)
    if (bytes === null) {
      lostAttachments += 1
      continue
    }
    const written = await host.attachments.write(identity.vaultId, attachment.hash, bytes)
    if (!written.ok) return refused(written.problem)
  }
  const log = await host.openRecordLog(identity.vaultId)
  if (!log.ok) return refused(log.problem)
  for (let at = 0; at < from.records.length; at += TAKE_AT_A_TIME) {
    const batch = from.records.slice(at, at + TAKE_AT_A_TIME)
    const appended = await log.value.append(from.isWhole ? batch : await soundOnes(vault, batch))
    if (appended.ok) continue
    await log.value.close()
    return refused(appended.problem)
  }
  await log.value.close()
  const wasHere = (await host.keyFiles.read('genesis')) !== null
  const written = await writeKeyFiles(host, files)
  if (written.ok) return ok({ lostAttachments })
  // Half a group that came from elsewhere is none; one that was here stays.
  if (!wasHere) await host.keyFiles.remove('genesis')
  return written
}

/** In the order that the vault gives them: after a crash between two, what is there can still be opened. */
export async function writeKeyFiles(host: Host, files: KeyFileSet): Promise<Result<void, OpenStoreProblem>> {
  for (const [name, bytes] of Object.entries(files)) {
    const written = await host.keyFiles.replace(name, bytes)
    if (!written.ok) return refused(written.problem)
  }
  return ok(undefined)
}

const refused = (problem: AppendProblem): Result<never, OpenStoreProblem> =>
  err(problem.kind === 'closed' ? { kind: 'io', code: 'closed' } : problem)

/** One that only a newer program can open is not damaged. */
async function soundOnes(vault: Vault, records: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const opened = await vault.open(records)
  return records.filter((_, at) => {
    const record = opened[at]
    return record?.kind !== 'refused' || record.reason === 'newer-format'
  })
}
