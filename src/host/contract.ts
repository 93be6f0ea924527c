/**
 * What the page may ask of the desktop process, and all that `electron/` may import of `src/`: channel names with
 * their signatures, a parser for every argument that crosses, the page's origin and its content security policy.
 * A channel is a capability ("append to my record log"), never a generic file system.
 *
 * The attack in mind: script that got into the page calls these channels with arguments of its own choosing, so
 * every argument is checked on the other side, and a wrong one throws.
 */
import type { Result } from '#domain/result.ts'
import type {
  AppendProblem,
  AttachmentFile,
  OpenedFile,
  OpenProblem,
  PaperSize,
  Preferences,
  RecordLog,
  SaveProblem,
} from './host.ts'
import type { ReadCursor, ReadPage } from './segmented-log.ts'

export { err, ok, type Result } from '#domain/result.ts'
export type {
  AppendProblem,
  AttachmentFile,
  OpenedFile,
  OpenProblem,
  PaperSize,
  Preferences,
  SaveProblem,
} from './host.ts'
export { DEFAULT_PREFERENCES, parsePreferences } from './preferences.ts'
export {
  openSegmentedLog,
  type PagedRecordLog,
  type SegmentFile,
  type SegmentFiles,
} from './segmented-log.ts'

export const SCHEME = 'app'
export const APP_HOST = 'porchlight'
/** Every guard of the desktop shell derives from this one constant. */
export const ORIGIN = `${SCHEME}://${APP_HOST}`

/** Sent as a header by the protocol handler, by the loopback server, and so with every worker's script. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app',
].join('; ')

/** The other headers of every response, in the desktop shell and in the browser edition alike. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export interface SavedFile {
  /** Names the file to `rereadSavedFile` for as long as the desktop process runs; the page never learns the path. */
  readonly token: string
  readonly cloudFolder: boolean
}

export interface PickedFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
}

export type LogStats = Awaited<ReturnType<RecordLog['stats']>>

export interface Signatures {
  openRecordLog(vaultId: string): Result<void, AppendProblem>
  appendRecords(records: readonly Uint8Array[]): Result<void, AppendProblem>
  readRecords(from: ReadCursor | null): ReadPage
  recordLogStats(): LogStats
  closeRecordLog(): void
  readKeyFile(name: string): Uint8Array | null
  replaceKeyFile(name: string, bytes: Uint8Array): Result<void, AppendProblem>
  removeKeyFile(name: string): void
  writeAttachment(vaultId: string, hash: string, bytes: Uint8Array): Result<void, AppendProblem>
  readAttachment(vaultId: string, hash: string): Uint8Array | null
  listAttachments(vaultId: string): readonly AttachmentFile[]
  removeAttachment(vaultId: string, hash: string): void
  claimWriter(): Result<void, { readonly kind: 'already-open' }>
  releaseWriter(): void
  freeBytes(): number | null
  readPreferences(): Preferences
  writePreferences(preferences: Preferences): void
  saveFile(suggestedName: string, bytes: Uint8Array): Result<SavedFile, SaveProblem>
  rereadSavedFile(token: string): Uint8Array | null
  /** Asks where to; one at a time, a new one gives up the one before. */
  beginSave(suggestedName: string): Result<SavedFile, SaveProblem>
  appendSave(token: string, bytes: Uint8Array): Result<void, SaveProblem>
  /** `keep` false: what was written goes. */
  endSave(token: string, keep: boolean): Result<void, SaveProblem>
  chooseFile(extensions: readonly string[]): Result<PickedFile, OpenProblem>
  chooseFiles(extensions: readonly string[]): Result<readonly PickedFile[], OpenProblem>
  /** Of a file that was saved or chosen; null where it has gone since. */
  readChosen(token: string, offset: number, length: number): Uint8Array | null
  sizeOfChosen(token: string): number | null
  openFile(extensions: readonly string[], limitBytes: number): Result<OpenedFile, OpenProblem>
  printPage(paper: PaperSize): Result<Uint8Array, SaveProblem>
  replacePage(): void
  removeGroup(vaultId: string): void
}

export type Channel = keyof Signatures
export type Arguments<C extends Channel> = Parameters<Signatures[C]>
export type Returned<C extends Channel> = ReturnType<Signatures[C]>

/** What the desktop process does for each channel; arguments have been parsed when it is called. */
export type Capabilities = {
  readonly [C in Channel]: (...args: Arguments<C>) => Promise<Returned<C>>
}

/** What preload puts into the page as `window.porchlight`: fixed functions, plain data. */
export type Bridge = Capabilities & {
  onLockRequested(listener: () => void): () => void
}

/** The one message that the desktop process sends by itself. */
export const LOCK_REQUESTED = 'porchlight:lock-requested'
export const wireName = (channel: Channel): string => `porchlight:${channel}`

export { ARGUMENT_PARSERS, BadArguments } from './contract-arguments.ts'
