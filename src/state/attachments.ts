/**
 * Attachments of the open group: sealed by the vault, kept by the host under their hash, and cleared away when nothing
 * has named them for long. In clear they are in memory only, and only while they are looked at.
 */
import {
  type AttachedFile,
  type AttachmentType,
  attachmentKinds,
  KEEP_UNNAMED_DAYS,
} from '#domain/attachment.ts'
import { addDays, type IsoDate, isIsoDate } from '#domain/dates.ts'
import type { Compartment } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem, Host } from '#host/host.ts'
import type { AttachmentProblem, Vault } from '#vault/vault.ts'
import type { Live } from './live.ts'

/** An attachment as it was checked, before it is sealed. */
export interface NewAttachment {
  readonly name: string
  readonly type: AttachmentType
  readonly bytes: Uint8Array
}

export type KeepProblem =
  | AppendProblem
  | { readonly kind: 'compartment-sealed'; readonly compartment: Compartment }

export type ReadProblem =
  | AttachmentProblem
  /** On another laptop, or cleared away. */
  | { readonly kind: 'missing' }

export interface Attachments {
  /** Durable when it resolves; a record may name it then. */
  keep(compartment: Compartment, file: NewAttachment): Promise<Result<AttachedFile, KeepProblem>>
  /** Removes what was kept a moment ago for a record that will not be written; a file that one names stays. */
  forget(files: readonly AttachedFile[]): Promise<void>
  read(compartment: Compartment, file: AttachedFile): Promise<Result<Uint8Array, ReadProblem>>
  /** What this laptop keeps, sealed. */
  sizes(): Promise<{ readonly files: number; readonly bytes: number }>
  /**
   * Removes what neither a record nor the trash has named for 90 days, of the compartments that this laptop can read:
   * of the others it cannot know. Returns how many.
   */
  clearUnnamed(today: IsoDate): Promise<number>
}

/** When each file without a name was first seen so, on this laptop: `{ "<hash>": "2026-09-30" }`. */
const UNNAMED_FILE = 'unnamed-attachments'

export function createAttachments(parts: {
  readonly host: Pick<Host, 'attachments' | 'keyFiles'>
  readonly vault: Vault
  readonly live: Live
}): Attachments {
  const { host, vault, live } = parts
  const { vaultId } = vault.identity
  const compartmentOf = (kind: Compartment) =>
    vault.identity.compartments.findLast(each => each.kind === kind && each.readable)

  return {
    async keep(kind, { type, bytes }) {
      const compartment = compartmentOf(kind)
      if (compartment === undefined) return err({ kind: 'compartment-sealed', compartment: kind })
      const sealed = await vault.sealAttachment(compartment.id, bytes)
      const written = await host.attachments.write(vaultId, sealed.hash, sealed.bytes)
      return written.ok ? ok({ hash: sealed.hash, bytes: bytes.length, type }) : written
    },
    async forget(files) {
      const named = namedHashes(live)
      for (const { hash } of files) if (!named.has(hash)) await host.attachments.remove(vaultId, hash)
    },
    async read(kind, { hash }) {
      const sealed = await host.attachments.read(vaultId, hash)
      if (sealed === null) return err({ kind: 'missing' })
      const id = await vault.attachmentCompartment(sealed)
      // A file of another compartment than its record's, or of none: not what the record named.
      if (vault.identity.compartments.find(each => each.id === id)?.kind !== kind || id === null)
        return vault.openAttachment(compartmentOf(kind)?.id ?? '', hash, sealed)
      return vault.openAttachment(id, hash, sealed)
    },
    async sizes() {
      const files = await host.attachments.list(vaultId)
      return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    async clearUnnamed(today) {
      const before = await readUnnamed(host)
      const named = namedHashes(live)
      const unnamed = (await host.attachments.list(vaultId)).filter(({ hash }) => !named.has(hash))
      const since = new Map(unnamed.map(({ hash }) => [hash, earlier(before.get(hash), today)]))
      let removed = 0
      for (const [hash, day] of since) {
        if (addDays(day, KEEP_UNNAMED_DAYS) > today || !(await isReadable(host, vault, hash))) continue
        await host.attachments.remove(vaultId, hash)
        since.delete(hash)
        removed += 1
      }
      await writeUnnamed(host, before, since)
      return removed
    },
  }
}

function namedHashes(live: Live): ReadonlySet<string> {
  const named = new Set<string>()
  for (const kind of attachmentKinds)
    for (const { file } of [...live.records(kind), ...live.trash(kind)])
      if (file !== null) named.add(file.hash)
  return named
}

/** A clock that was ahead for a while must not make a day of the future the beginning. */
const earlier = (day: IsoDate | undefined, today: IsoDate): IsoDate =>
  day !== undefined && day < today ? day : today

async function isReadable(host: Pick<Host, 'attachments'>, vault: Vault, hash: string): Promise<boolean> {
  const { vaultId, compartments } = vault.identity
  const sealed = await host.attachments.read(vaultId, hash)
  // What is none of this group's files (a write that broke off) is nobody's.
  const id = sealed === null ? null : await vault.attachmentCompartment(sealed)
  return id === null || compartments.some(each => each.id === id && each.readable)
}

type UnnamedSince = ReadonlyMap<string, IsoDate>

async function readUnnamed(host: Pick<Host, 'keyFiles'>): Promise<UnnamedSince> {
  const bytes = await host.keyFiles.read(UNNAMED_FILE)
  if (bytes === null) return new Map()
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof read !== 'object' || read === null) return new Map()
    return new Map(Object.entries(read).filter((each): each is [string, string] => isIsoDate(each[1])))
  } catch {
    // Only a waiting time is lost with it.
    return new Map()
  }
}

async function writeUnnamed(
  host: Pick<Host, 'keyFiles'>,
  before: UnnamedSince,
  since: UnnamedSince,
): Promise<void> {
  const text = JSON.stringify(Object.fromEntries(since))
  if (text === JSON.stringify(Object.fromEntries(before))) return
  await host.keyFiles.replace(UNNAMED_FILE, new TextEncoder().encode(text))
}
