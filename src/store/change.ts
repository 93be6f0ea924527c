/**
 * The body of a sealed record: how one user action is written down, and how a session begins. Version 1.
 * This format is for good: what cannot be said here cannot be said later without a new version, which older
 * programs refuse.
 *
 * Encoding: one JSON object in UTF-8, at most 1 MiB, at most 32 deep. `"v": 1` is the format version; any other is
 * refused (`newer-format`). Members that this page does not name are ignored on reading; they are not lost, because
 * what is kept and passed on is always the sealed record, never a re-encoding of it. Record kinds and fields are
 * data: unknown ones are kept and merged like known ones.
 *
 * `chains`: `[[device, session], …]`, each 32 lower-case hex digits, no pair twice: the dictionary of this body. A chain
 * is named below by its index here.
 *
 * A record of type `change`:
 *   change    32 hex, the id of the user action; equal in all its parts, in all compartments
 *   at        milliseconds since 1970 by the writer's clock, at most 8.64e15, the end of a calendar; breaks ties,
 *             decides nothing else
 *   command   verb and noun of the gate (`importBankFile`), never what a person typed
 *   undoes    absent, or the id of the change that this one takes back
 *   part, parts   which of how many records *of this compartment* (0 of 1 when absent). The ops of a compartment are
 *             applied when all its parts are there: part p of n in the record s is one of the
 *             records s-p … s-p+n-1 of the chain, which agree in `change` and `parts`. Compartments do not wait for
 *             each other.
 *   before    how many records of this change precede this one in its chain, over all compartments (0 when absent);
 *             a change's records are consecutive in the chain
 *   seen      absent, or `[[chain, seq, hash, alone?], …]`: what the writer has received since its last record
 *   ops       at most 32,767; the place in this array is the op's `i`
 *
 * An op is named by `[chain, seq, i]`. A record's id is unique within its compartment; the same id in another
 * compartment is another record, so that nobody can write into a compartment without its key. Ops:
 *   { "create": kind, "record": id, "fields": { … } }   sets each field, and `deleted` to false, all under one op name
 *   { "record", "field", "value", "replaces": [op…], "restores"?: [op…] }
 *   { "record", "field", "unset": true, "replaces": [op…], "restores"?: [op…] }
 * `deleted` is a field (true or false); `create` may not name it. `replaces` are the ops of the same record and field
 * that the writer saw as current. `restores` are ops whose value this one writes back; it then counts as them.
 * An op may not replace one of its own change or of its own chain's future: such a body is refused.
 *
 * Merging (the whole rule; `tests/support/store/reference-model.ts` is this rule in code):
 *   - An op is *accepted* unless its record lies behind a cut (`architecture.md`: removal of a device).
 *   - b *covers* a if a is reached from b by `replaces`, through accepted and cut ops alike. The *heads* of a field
 *     are its accepted ops that no accepted op covers. In a ring (only a hostile writer can make one) members do not
 *     cover each other, except that the greatest op name covers the rest.
 *   - A field's value is the value of its first head: the latest `at`, then the greatest op name, compared as
 *     (device, session, seq, i, record hash). Heads with deep-equal values are one value.
 *   - A record's kind is given by `create`; given twice, the least name counts. Without a `create` it is kept unseen.
 *   - Two records with one (device, session, seq) are a fork: both count, and naming an op of one names both.
 *   - Everything depends on the set of records received, never on their order or number.
 *
 * A record of type `session-open`, the first of its chain:
 *   open      { "at", "earlier": [[chain, seq, hash], …], "seen": [[chain, seq, hash, alone?], …] }
 * `earlier` names the heads of the same device's sessions before this one that no other of its sessions named;
 * `seen` is the latest unbroken head of every chain that is not reached through `earlier` of one listed here. `alone`
 * is 1 where that reaching does not hold, because the writer lacks something of the sessions before.
 * Hashes are SHA-256 of the whole sealed record, lower-case hex.
 */
import { isPlainObject, type Json } from '#domain/json.ts'
import { err, ok, type Result } from '#domain/result.ts'

export const CHANGE_VERSION = 1
export const MAX_BODY_BYTES = 1024 * 1024
export const MAX_DEPTH = 32
export const MAX_OPS = 32_767
/** The last time that a `Date` can hold; one beyond would throw wherever it is shown. */
const MAX_AT = 8.64e15
/** A session ends before its chain grows beyond this; a header that claims more is refused. */
export const MAX_SEQ = 2 ** 20 - 1
export const DELETED = 'deleted'

/** [index into `chains`, seq, i] */
export type OpRef = readonly [chain: number, seq: number, i: number]
/** [index into `chains`, seq, hash]; a fourth 1: says nothing of that device's sessions before. */
export type HeadRef = readonly [chain: number, seq: number, hash: string, alone?: 1]
export type ChainName = readonly [device: string, session: string]

export interface CreateOp {
  readonly create: string
  readonly record: string
  readonly fields: Readonly<Record<string, Json>>
}
export interface FieldOp {
  readonly record: string
  readonly field: string
  readonly value?: Json
  readonly unset?: true
  readonly replaces: readonly OpRef[]
  readonly restores?: readonly OpRef[]
}
export type Op = CreateOp | FieldOp

export interface ChangeBody {
  readonly change: string
  readonly at: number
  readonly command: string
  readonly undoes?: string
  readonly part: number
  readonly parts: number
  readonly before: number
  readonly chains: readonly ChainName[]
  readonly seen: readonly HeadRef[]
  readonly ops: readonly Op[]
}

export interface OpenBody {
  readonly at: number
  readonly chains: readonly ChainName[]
  readonly earlier: readonly HeadRef[]
  readonly seen: readonly HeadRef[]
}

export type BodyProblem =
  | { readonly kind: 'too-big' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'newer-format'; readonly version: number }
  | { readonly kind: 'too-deep' }
  /** `at` names the member that breaks the rules above. */
  | { readonly kind: 'malformed'; readonly at: string }

/** Where the body was found: its own chain and place, which it may not point beyond. */
export interface BodyPlace {
  readonly device: string
  readonly session: string
  readonly seq: number
}

export const isCreate = (op: Op): op is CreateOp => 'create' in op

export function encodeChange(body: ChangeBody): Uint8Array {
  const { part, parts, before, seen, ...rest } = body
  return new TextEncoder().encode(
    JSON.stringify({
      v: CHANGE_VERSION,
      ...rest,
      ...(parts === 1 ? {} : { part, parts }),
      ...(before === 0 ? {} : { before }),
      ...(seen.length === 0 ? {} : { seen }),
    }),
  )
}

export function encodeOpen(body: OpenBody): Uint8Array {
  const { chains, ...open } = body
  return new TextEncoder().encode(JSON.stringify({ v: CHANGE_VERSION, chains, open }))
}

export function parseChange(bytes: Uint8Array, place: BodyPlace): Result<ChangeBody, BodyProblem> {
  const raw = parseEnvelope(bytes)
  if (!raw.ok) return raw
  const { object, chains } = raw.value
  const { change, at, command, undoes, part = 0, parts = 1, before = 0, seen = [], ops } = object
  if (!isHex(change, 32)) return malformed('change')
  if (!isTime(at)) return malformed('at')
  if (!isName(command)) return malformed('command')
  if (undoes !== undefined && !isHex(undoes, 32)) return malformed('undoes')
  if (!isCount(part) || !isCount(parts) || part >= parts || part >= place.seq) return malformed('part')
  if (!isCount(before) || before >= place.seq) return malformed('before')
  if (!isHeads(seen, chains)) return malformed('seen')
  if (!Array.isArray(ops) || ops.length > MAX_OPS) return malformed('ops')
  const limit: RefLimit = { chains: chains.length, own: ownIndex(chains, place), seq: place.seq - before }
  for (const op of ops) {
    const fault = faultOfOp(op, limit)
    if (fault === 'too-deep') return err({ kind: 'too-deep' })
    if (fault !== null) return malformed(fault)
  }
  return ok({
    change,
    at,
    command,
    ...(undoes === undefined ? {} : { undoes }),
    part,
    parts,
    before,
    chains,
    seen,
    ops: ops as Op[],
  })
}

export function parseOpen(bytes: Uint8Array, place: BodyPlace): Result<OpenBody, BodyProblem> {
  const raw = parseEnvelope(bytes)
  if (!raw.ok) return raw
  const { object, chains } = raw.value
  const open = object['open']
  if (!isPlainObject(open)) return malformed('open')
  const { at, earlier, seen } = open
  if (!isTime(at)) return malformed('at')
  if (place.seq !== 1) return malformed('seq')
  if (!isHeads(seen, chains)) return malformed('seen')
  if (!isHeads(earlier, chains)) return malformed('earlier')
  const ours = earlier.every(([chain]) => {
    const name = chains[chain]
    return name !== undefined && name[0] === place.device && name[1] !== place.session
  })
  return ours ? ok({ at, chains, earlier, seen }) : malformed('earlier')
}

const malformed = (at: string) => err({ kind: 'malformed', at } as const)

function parseEnvelope(
  bytes: Uint8Array,
): Result<{ object: Record<string, unknown>; chains: readonly ChainName[] }, BodyProblem> {
  if (bytes.length > MAX_BODY_BYTES) return err({ kind: 'too-big' })
  if (isTooDeep(bytes)) return err({ kind: 'too-deep' })
  let object: unknown
  try {
    object = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return err({ kind: 'not-json' })
  }
  if (!isPlainObject(object)) return malformed('body')
  const version = object['v']
  if (!isCount(version) || version < 1) return malformed('v')
  if (version > CHANGE_VERSION) return err({ kind: 'newer-format', version })
  const chains = object['chains']
  if (!isChains(chains)) return malformed('chains')
  return ok({ object, chains })
}

/** Looks at all of it, also at members that this version ignores: whoever walks the body later must not run out of stack. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (isText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

interface RefLimit {
  readonly chains: number
  /** Index of the writer's own chain in the dictionary, or -1. */
  readonly own: number
  /** Ops of the own chain must be before this seq. */
  readonly seq: number
}

function faultOfOp(op: unknown, limit: RefLimit): string | null {
  if (!isPlainObject(op)) return 'op'
  const { record, field, value, unset, replaces, restores } = op
  if (!isName(record)) return 'record'
  if ('create' in op) {
    const fields = op['fields']
    if (!isName(op['create'])) return 'create'
    if (!isPlainObject(fields)) return 'fields'
    for (const name of Object.keys(fields)) {
      if (!isFieldName(name) || name === DELETED) return 'field'
      const fault = faultOfValue(fields[name], MAX_DEPTH - 4)
      if (fault !== null) return fault
    }
    return null
  }
  if (!isFieldName(field)) return 'field'
  if (unset !== undefined && (unset !== true || value !== undefined)) return 'unset'
  if (unset === undefined) {
    if (field === DELETED && typeof value !== 'boolean') return 'value'
    const fault = faultOfValue(value, MAX_DEPTH - 3)
    if (fault !== null) return fault
  } else if (field === DELETED) return 'unset'
  if (!isRefs(replaces, limit)) return 'replaces'
  if (restores !== undefined && !isRefs(restores, limit)) return 'restores'
  return null
}

/** `1e999` parses to Infinity and would be written back as null: not a value. */
function faultOfValue(value: unknown, depthLeft: number): string | null {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return 'value'
  if (typeof value !== 'object' || value === null) return null
  if (depthLeft === 0) return 'too-deep'
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    const fault = faultOfValue(item, depthLeft - 1)
    if (fault !== null) return fault
  }
  return null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTime = (value: unknown): value is number => isCount(value) && value <= MAX_AT
const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]*$/.test(value)
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 100
/** `__proto__` as a field would reach the prototype of every copy that is made by assignment. */
const isFieldName = (value: unknown): value is string => isName(value) && value !== '__proto__'

function isChains(value: unknown): value is readonly ChainName[] {
  if (!Array.isArray(value)) return false
  const seen = new Set<string>()
  for (const name of value) {
    if (!Array.isArray(name) || name.length !== 2 || !isHex(name[0], 32) || !isHex(name[1], 32)) return false
    seen.add(name[0] + name[1])
  }
  return seen.size === value.length
}

function isRefs(value: unknown, limit: RefLimit): value is readonly OpRef[] {
  return (
    Array.isArray(value) &&
    value.every(
      ref =>
        Array.isArray(ref) &&
        ref.length === 3 &&
        isCount(ref[0]) &&
        ref[0] < limit.chains &&
        isCount(ref[1]) &&
        ref[1] >= 1 &&
        ref[1] <= MAX_SEQ &&
        isCount(ref[2]) &&
        ref[2] < MAX_OPS &&
        (ref[0] !== limit.own || ref[1] < limit.seq),
    )
  )
}

function isHeads(value: unknown, chains: readonly ChainName[]): value is readonly HeadRef[] {
  return (
    Array.isArray(value) &&
    value.every(
      head =>
        Array.isArray(head) &&
        (head.length === 3 || (head.length === 4 && head[3] === 1)) &&
        isCount(head[0]) &&
        head[0] < chains.length &&
        isCount(head[1]) &&
        head[1] <= MAX_SEQ &&
        isHex(head[2], 64),
    )
  )
}

const ownIndex = (chains: readonly ChainName[], place: BodyPlace) =>
  chains.findIndex(([device, session]) => device === place.device && session === place.session)
