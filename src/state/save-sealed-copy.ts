/** Writes a sealed copy where the person chooses, piece by piece, reads it back from there, counts and compares. */
import { err, ok, type Result } from '#domain/result.ts'
import type { ChosenFile, Host } from '#host/host.ts'
import type { KeyFileSet } from '#vault/vault.ts'
import type { Machine } from './machine.ts'
import type { OpenedGroup } from './open-group.ts'
import { type CopyContents, encodeCopyHead, readCopied, readSealedCopy } from './sealed-copy.ts'

export interface SealedCopyCheck {
  readonly records: number
  readonly attachments: number
  /** Attachments that were damaged on this laptop already: another laptop may have them whole. */
  readonly damagedAttachments: number
  readonly bytes: number
  /** The chosen folder looks like one that a cloud copies. */
  readonly cloudFolder: boolean
  /** False where the place does not let the app read the file back (a browser's download). */
  readonly reopened: boolean
}

export type SaveCopyResult = Result<
  SealedCopyCheck,
  { readonly kind: 'cancelled' | 'disk-full' | 'io' | 'differs' }
>

/** A host takes no greater parts. */
const PART_BYTES = 8 * 1024 * 1024

/** `onProgress` hears from 0 to 1: writing is the first half, reading back the second. */
export async function saveSealedCopy(
  opened: OpenedGroup,
  files: KeyFileSet,
  machine: Pick<Machine, 'today'>,
  onProgress: (done: number) => void,
): Promise<SaveCopyResult> {
  const { host, vault } = opened.group
  const { vaultId } = vault.identity
  const records: Uint8Array[] = []
  for await (const record of opened.sealedRecords()) records.push(record)
  const attachments = [...(await host.attachments.list(vaultId))].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const contents: CopyContents = { files, records, attachments }
  const head = await encodeCopyHead(contents)
  const bytes = head.length + attachments.reduce((sum, each) => sum + each.bytes, 0)
  const saved = await host.saveParts({
    suggestedName: `Porchlight-${machine.today()}.porchlight`,
    parts: partsOf(host, vaultId, head, contents, done => onProgress(done / bytes / 2)),
  })
  if (!saved.ok) return err({ kind: saved.problem.kind })
  const counted = { records: records.length, attachments: attachments.length, bytes }
  const check = { ...counted, damagedAttachments: 0, cloudFolder: saved.value.cloudFolder }
  const back = await saved.value.reopen()
  if (!back) return ok({ ...check, reopened: false })
  const damaged = await compare(back, counted, done => onProgress(0.5 + done / bytes / 2))
  return damaged === null
    ? err({ kind: 'differs' })
    : ok({ ...check, damagedAttachments: damaged, reopened: true })
}

function* slicesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.slice(at, at + PART_BYTES)
}

async function* partsOf(
  host: Host,
  vaultId: string,
  head: Uint8Array,
  { attachments }: CopyContents,
  onWritten: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let written = 0
  const tell = (part: Uint8Array): void => {
    written += part.length
    onWritten(written)
  }
  for (const part of slicesOf(head)) {
    yield part
    tell(part)
  }
  for (const { hash, bytes } of attachments) {
    const part = await host.attachments.read(vaultId, hash)
    // Zeros where it has gone since: the file's structure holds, and comparing tells.
    const whole = part?.length === bytes ? part : new Uint8Array(bytes)
    yield whole
    tell(whole)
  }
}

/** How many attachments are damaged; null: the file is not what was written. */
async function compare(
  file: ChosenFile,
  counted: { readonly records: number; readonly attachments: number; readonly bytes: number },
  onRead: (bytes: number) => void,
): Promise<number | null> {
  const read = await readSealedCopy(file)
  if (!read.ok || !read.value.isWhole || file.bytes !== counted.bytes) return null
  const { records, attachments } = read.value
  if (records.length !== counted.records || attachments.length !== counted.attachments) return null
  let damaged = 0
  for (const attachment of attachments) {
    if ((await readCopied(file, attachment)) === null) damaged += 1
    onRead(attachment.at + attachment.bytes)
  }
  return damaged
}
