/**
 * One parser a channel: it takes what arrived (anything at all) and gives back the arguments of the signature, or
 * throws. Values are rebuilt rather than passed through, so that no getter or odd prototype travels further.
 */
import type { Arguments, Channel } from './contract.ts'
import { isSafeFileName } from './file-names.ts'
import { KEY_FILE_NAME, type PaperSize, type Preferences } from './host.ts'
import { parsePreferences } from './preferences.ts'
import type { ReadCursor } from './segmented-log.ts'

const MEBIBYTE = 1024 * 1024
/** A sealed record is at most 1 MiB of body and its header, padding and signature. */
const MAX_RECORD_BYTES = MEBIBYTE + 4096
const MAX_RECORDS_AT_ONCE = 100_000
const MAX_APPEND_BYTES = 256 * MEBIBYTE
const MAX_KEY_FILE_BYTES = 16 * MEBIBYTE
/** 64 MiB in clear, and what sealing adds. */
const MAX_ATTACHMENT_BYTES = 65 * MEBIBYTE
const MAX_SAVED_BYTES = 1024 * MEBIBYTE
/** An attachment is the greatest part of a copy. */
const MAX_PART_BYTES = 66 * MEBIBYTE
const MAX_FILE_BYTES = 2 ** 42
const MAX_OPENED_BYTES = 1024 * MEBIBYTE

/** The page sent something that its own code never sends: a bug or an attack, so it is thrown and not handled. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments'
}

function refuse(what: string): never {
  throw new BadArguments(`refused: ${what}`)
}

/** Exactly `count` arguments; more may be an attempt to slip something past. */
function exactly(args: readonly unknown[], count: number): void {
  if (args.length !== count) refuse('wrong number of arguments')
}

function text(value: unknown, what: string, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse(what)
}

function bytes(value: unknown, what: string, limit: number): Uint8Array {
  if (!(value instanceof Uint8Array)) return refuse(what)
  return value.byteLength <= limit ? value : refuse(`${what} is too big`)
}

function wholeNumber(value: unknown, what: string, max: number): number {
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  return isWhole && value <= max ? value : refuse(what)
}

function list(value: unknown, what: string, limit: number): readonly unknown[] {
  return Array.isArray(value) && value.length <= limit ? value : refuse(what)
}

const vaultId = (value: unknown): string => text(value, 'group id', /^[0-9a-f]{32}$/)
const keyFileName = (value: unknown): string => text(value, 'key file name', KEY_FILE_NAME)
const token = (value: unknown): string => text(value, 'token', /^[0-9a-f]{32}$/)
const attachmentHash = (value: unknown): string => text(value, 'attachment', /^[0-9a-f]{64}$/)
const extension = (value: unknown): string => text(value, 'extension', /^[a-z0-9]{1,10}$/)

/** A proposal for the dialog only, yet it must not steer the dialog to another folder or hide its extension. */
function fileName(value: unknown): string {
  return typeof value === 'string' && isSafeFileName(value) ? value : refuse('file name')
}

function records(value: unknown): readonly Uint8Array[] {
  let total = 0
  return list(value, 'records', MAX_RECORDS_AT_ONCE).map(item => {
    const record = bytes(item, 'record', MAX_RECORD_BYTES)
    total += record.byteLength
    return total <= MAX_APPEND_BYTES ? record : refuse('records are too big')
  })
}

function cursor(value: unknown): ReadCursor | null {
  if (value === null) return null
  if (typeof value !== 'object' || !('segment' in value) || !('frame' in value)) return refuse('cursor')
  return {
    segment: wholeNumber(value.segment, 'cursor', 0xffff_ffff),
    frame: wholeNumber(value.frame, 'cursor', 0xffff_ffff),
  }
}

function preferences(value: unknown): Preferences {
  return parsePreferences(value) ?? refuse('preferences')
}

function flag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('flag')
}

function paper(value: unknown): PaperSize {
  return value === 'letter' || value === 'a4' ? value : refuse('paper size')
}

function none(args: readonly unknown[]): [] {
  exactly(args, 0)
  return []
}

function one<T>(parse: (value: unknown) => T): (args: readonly unknown[]) => [T] {
  return args => {
    exactly(args, 1)
    return [parse(args[0])]
  }
}

function two<A, B>(first: (value: unknown) => A, second: (value: unknown) => B) {
  return (args: readonly unknown[]): [A, B] => {
    exactly(args, 2)
    return [first(args[0]), second(args[1])]
  }
}

function three<A, B, C>(
  first: (value: unknown) => A,
  second: (value: unknown) => B,
  third: (value: unknown) => C,
) {
  return (args: readonly unknown[]): [A, B, C] => {
    exactly(args, 3)
    return [first(args[0]), second(args[1]), third(args[2])]
  }
}

export const ARGUMENT_PARSERS: { readonly [C in Channel]: (args: readonly unknown[]) => Arguments<C> } = {
  openRecordLog: one(vaultId),
  appendRecords: one(records),
  readRecords: one(cursor),
  recordLogStats: none,
  closeRecordLog: none,
  readKeyFile: one(keyFileName),
  replaceKeyFile: two(keyFileName, value => bytes(value, 'key file', MAX_KEY_FILE_BYTES)),
  removeKeyFile: one(keyFileName),
  writeAttachment: three(vaultId, attachmentHash, value => bytes(value, 'attachment', MAX_ATTACHMENT_BYTES)),
  readAttachment: two(vaultId, attachmentHash),
  listAttachments: one(vaultId),
  removeAttachment: two(vaultId, attachmentHash),
  claimWriter: none,
  releaseWriter: none,
  freeBytes: none,
  readPreferences: none,
  writePreferences: one(preferences),
  saveFile: two(fileName, value => bytes(value, 'file', MAX_SAVED_BYTES)),
  rereadSavedFile: one(token),
  beginSave: one(fileName),
  appendSave: two(token, value => bytes(value, 'part', MAX_PART_BYTES)),
  endSave: two(token, flag),
  chooseFile: one(value => list(value, 'extensions', 20).map(extension)),
  chooseFiles: one(value => list(value, 'extensions', 20).map(extension)),
  readChosen: three(
    token,
    value => wholeNumber(value, 'offset', MAX_FILE_BYTES),
    value => wholeNumber(value, 'length', MAX_PART_BYTES),
  ),
  sizeOfChosen: one(token),
  openFile: two(
    value => list(value, 'extensions', 20).map(extension),
    value => wholeNumber(value, 'limit', MAX_OPENED_BYTES),
  ),
  printPage: one(paper),
  replacePage: none,
  removeGroup: one(vaultId),
}
