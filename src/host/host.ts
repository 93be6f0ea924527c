/**
 * The port to the machine: all that the product may ask of where it runs. Three adapters (electron, browser,
 * memory) pass one acceptance suite, `tests/acceptance/host.ts`. Methods are capabilities, never a generic file
 * system; bytes that pass here are sealed, except in `saveFile` and `openFile`, where a person chose the file.
 */
import type { Result } from '#domain/result.ts'

/** Why the record log did not take bytes. Nothing of the refused append may be visible to a later `read`. */
export type AppendProblem =
  | { readonly kind: 'disk-full' }
  /** The handle may be unusable after an fsync error: the log has moved to a new segment for the next append. */
  | { readonly kind: 'io'; readonly code: string }
  | { readonly kind: 'closed' }

/**
 * Append-only sealed records of one group, in segment files. This is the truth on this laptop.
 * A record's bytes are opaque here; the framing (length, CRC) is the log's own, so that a torn tail is cut back
 * to the last whole record on opening and counted in `tornBytes`.
 */
export interface RecordLog {
  /** Durable when it resolves (write + fdatasync, or `flush` of an OPFS handle). Calls are applied in order. */
  append(records: readonly Uint8Array[]): Promise<Result<void, AppendProblem>>
  /** Every whole record in the order appended, in batches of at most about 1 MiB. Damaged frames are skipped and counted. */
  read(): AsyncIterable<readonly Uint8Array[]>
  /** Number of whole records and bytes, and what could not be read when the log was opened. */
  stats(): Promise<{
    readonly records: number
    readonly bytes: number
    readonly tornBytes: number
    readonly damaged: number
  }>
  close(): Promise<void>
}

/** Small sealed or public files beside the log: `device.age`, `genesis`, epoch files. Replaced atomically, fsynced. */
export interface KeyFiles {
  read(name: string): Promise<Uint8Array | null>
  /** Written beside, fsynced, renamed: after a crash either the old or the new bytes are there, never a mixture. */
  replace(name: string, bytes: Uint8Array): Promise<Result<void, AppendProblem>>
  remove(name: string): Promise<void>
}

/** A sealed attachment on this laptop. `writtenAt` is this machine's clock, milliseconds since 1970. */
export interface AttachmentFile {
  /** 64 lower-case hex digits: the SHA-256 of the sealed bytes. */
  readonly hash: string
  readonly bytes: number
  readonly writtenAt: number
}

/**
 * Sealed attachments of the groups on this laptop, each a file named by its hash. A file never changes, so writing one
 * that is there already does no harm; whether the bytes are what the name says, only reading them tells.
 */
export interface AttachmentFiles {
  /** Durable when it resolves. After a crash before that, the file is absent or damaged, and no record names it. */
  write(vaultId: string, hash: string, bytes: Uint8Array): Promise<Result<void, AppendProblem>>
  read(vaultId: string, hash: string): Promise<Uint8Array | null>
  /** In no order. What is not such a file is left out. */
  list(vaultId: string): Promise<readonly AttachmentFile[]>
  /** Also where it is gone already. */
  remove(vaultId: string, hash: string): Promise<void>
}

/** Names in `KeyFiles` are lower-case letters, digits, `.` and `-`, at most 80 characters. */
export const KEY_FILE_NAME = /^[a-z0-9][a-z0-9.-]{0,79}$/

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that the person chose, read piece by piece: it may be greater than the memory. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: number
  /** Fewer bytes only at the end; throws where the file has gone since. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export type SaveProblem =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'io'; readonly code: string }
export type OpenProblem =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-big'; readonly limitBytes: number }
  | { readonly kind: 'io'; readonly code: string }

export type Language = 'en' | 'fr'
export type Theme = 'system' | 'light' | 'dark'
/** All that a laptop keeps in clear: nothing else may be added here without an entry in `docs/adr/`. */
export interface Preferences {
  readonly language: Language | null
  readonly theme: Theme
}

export type PaperSize = 'letter' | 'a4'

export interface Host {
  readonly kind: 'electron' | 'browser' | 'memory'
  /** What this host cannot promise, so that the page can say it: a browser may evict storage. */
  readonly durability: 'strong' | 'browser' | 'none'
  readonly keyFiles: KeyFiles
  readonly attachments: AttachmentFiles
  /** Opens (creating if needed) the log of one group. `vaultId` is 32 lower-case hex digits. One open log at a time. */
  openRecordLog(vaultId: string): Promise<Result<RecordLog, AppendProblem>>
  /** The only writer of this profile, or a polite refusal. Waits up to 2 s for a window that is just locking. */
  claimWriter(): Promise<Result<{ release(): void }, { readonly kind: 'already-open' }>>
  /** Bytes free where the log lives, or null where the machine does not tell. */
  freeBytes(): Promise<number | null>
  preferences: {
    read(): Promise<Preferences>
    write(preferences: Preferences): Promise<void>
  }
  /** The person chooses where; nothing is written anywhere else. `reread` gives back what is on the disk now. */
  saveFile(file: {
    readonly suggestedName: string
    readonly bytes: Uint8Array
  }): Promise<
    Result<{ readonly reread: () => Promise<Uint8Array | null>; readonly cloudFolder: boolean }, SaveProblem>
  >
  /**
   * As `saveFile`, for what may be greater than the memory: parts of at most 66 MiB are written as they come, and appear
   * at the chosen place only when all are there. A part that throws ends it, with nothing left behind.
   */
  saveParts(file: {
    readonly suggestedName: string
    readonly parts: AsyncIterable<Uint8Array>
  }): Promise<
    Result<{ readonly reopen: () => Promise<ChosenFile | null>; readonly cloudFolder: boolean }, SaveProblem>
  >
  /** The person picks one file, of any size. `extensions` without dots. */
  chooseFile(ask: { readonly extensions: readonly string[] }): Promise<Result<ChosenFile, OpenProblem>>
  /** The person picks one file or several, of any size: none of them is read yet. */
  chooseFiles(ask: {
    readonly extensions: readonly string[]
  }): Promise<Result<readonly ChosenFile[], OpenProblem>>
  /** The person picks one file. Refused beyond `limitBytes` before reading. `extensions` without dots. */
  openFile(ask: {
    readonly extensions: readonly string[]
    readonly limitBytes: number
  }): Promise<Result<OpenedFile, OpenProblem>>
  /** The page as it prints (print styles, `@page` size). Null where only the browser's own dialog can: then it was opened. */
  printPage(paper: PaperSize, neutralTitle: string): Promise<Result<Uint8Array | null, SaveProblem>>
  /** Called when the machine suspends or its screen locks. Returns the way to stop listening. */
  onLockRequested(listener: () => void): () => void
  /** Drops the page's process and memory after a lock: a new page, or a new renderer process on the desktop. */
  replacePage(): Promise<void>
  /** Deletes all of a group's files from this laptop ("remove this group file from this laptop"). */
  removeGroup(vaultId: string): Promise<void>
}
