/**
 * A small reader of OFX 1 (SGML) and OFX 2 (XML), also as QFX. Only what a statement needs:
 *
 * - leaves may be closed or not (`<NAME>x` and `<NAME>x</NAME>`); the aggregates listed in `AGGREGATES` must be closed,
 *   an open one at the end means that the file was cut;
 * - `&` and `<` that begin no entity and no tag are themselves; the five XML entities, numeric ones and CDATA are read;
 *   a DOCTYPE and its entities are skipped, never expanded;
 * - other aggregates (PAYEE, BANKACCTTO …) are seen through: the first value of a leaf counts, except those that end in
 *   `ACCTTO` and the currency blocks, which are skipped.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { ImportProblem } from './import-problem.ts'

export type OfxNode = {
  readonly tag: string
  readonly leaves: ReadonlyMap<string, string>
  readonly children: readonly OfxNode[]
}

type OpenNode = { tag: string; leaves: Map<string, string>; children: OfxNode[] }

const AGGREGATES: ReadonlySet<string> = new Set([
  'OFX',
  'STMTRS',
  'CCSTMTRS',
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKTRANLIST',
  'STMTTRN',
  'LEDGERBAL',
  'AVAILBAL',
])
/** Their leaves have names of the transaction's own but mean another account or another currency. */
const SKIPPED: ReadonlySet<string> = new Set([
  'BANKACCTTO',
  'CCACCTTO',
  'CURRENCY',
  'ORIGCURRENCY',
  'BANKTRANLISTP',
])
/** Twice in one transaction: two transactions whose middle is missing. */
const ONCE: ReadonlySet<string> = new Set(['DTPOSTED', 'TRNAMT', 'FITID', 'TRNTYPE'])

type Token =
  | { readonly kind: 'open' | 'close'; readonly tag: string; readonly text: string }
  | { readonly kind: 'unfinished'; readonly tag: string }

/** Tags with the text behind each; yields nothing for declarations and comments. */
function* tokens(source: string): Generator<Token> {
  let at = nextTag(source, 0)
  while (at >= 0) {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4)
      at = end < 0 ? -1 : nextTag(source, end + 3)
      continue
    }
    if (source[at + 1] === '?' || source[at + 1] === '!') {
      at = nextTag(source, afterDeclaration(source, at))
      continue
    }
    const end = source.indexOf('>', at)
    if (end < 0 || end - at > 200) {
      yield { kind: 'unfinished', tag: source.slice(at + 1, at + 33) }
      return
    }
    const name = source.slice(at + 1, end).trim()
    const next = nextTag(source, end + 1)
    const text = readText(source.slice(end + 1, next < 0 ? source.length : next))
    if (name.startsWith('/')) yield { kind: 'close', tag: tagName(name.slice(1)), text }
    else if (name.endsWith('/')) yield { kind: 'open', tag: tagName(name.slice(0, -1)), text: '' }
    else yield { kind: 'open', tag: tagName(name), text }
    at = next
  }
}

const tagName = (text: string): string => (/^[\w.:-]+/.exec(text.trim())?.[0] ?? '').toUpperCase()

/** A `<` that begins no tag is text: `A < B`. CDATA is text too. */
function nextTag(source: string, from: number): number {
  let at = source.indexOf('<', from)
  while (at >= 0) {
    if (source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at)
      if (end < 0) return -1
      at = source.indexOf('<', end + 3)
      continue
    }
    if (/[A-Za-z/?!]/.test(source[at + 1] ?? '')) return at
    at = source.indexOf('<', at + 1)
  }
  return -1
}

function afterDeclaration(source: string, at: number): number {
  const end = source.indexOf('>', at)
  const subset = source.indexOf('[', at)
  if (subset < 0 || end < 0 || subset > end) return end < 0 ? source.length : end + 1
  const close = source.indexOf(']', subset)
  const after = close < 0 ? -1 : source.indexOf('>', close)
  return after < 0 ? source.length : after + 1
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function readText(raw: string): string {
  const plain = raw.includes('<![CDATA[') ? withoutCdata(raw) : raw
  if (!plain.includes('&')) return plain.trim()
  return plain
    .replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (all, decimal, hexadecimal, name) => {
      if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? all) : all
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ' '
    })
    .trim()
}

/** By hand: a regular expression takes quadratic time on sections that never end. */
function withoutCdata(raw: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const start = raw.indexOf('<![CDATA[', at)
    const end = start < 0 ? -1 : raw.indexOf(']]>', start)
    if (end < 0) return text + raw.slice(at)
    text += raw.slice(at, start) + raw.slice(start + 9, end)
    at = end + 3
  }
}

/** The statements' trees. Yields the number of transactions read, now and then. */
export function* readOfxTree(source: string): Generator<number, Result<readonly OfxNode[], ImportProblem>> {
  const roots: OfxNode[] = []
  const stack: OpenNode[] = []
  let skipping = ''
  let row = 0
  for (const token of tokens(source)) {
    if (token.kind === 'unfinished') return err({ kind: 'ofx-unclosed', row, tag: token.tag })
    const { kind, tag, text } = token
    if (skipping !== '') {
      if (kind === 'close' && tag === skipping) skipping = ''
      else if (!AGGREGATES.has(tag)) continue
      else skipping = ''
    }
    const top = stack.at(-1)
    if (kind === 'open' && SKIPPED.has(tag)) {
      skipping = tag
      continue
    }
    if (!AGGREGATES.has(tag)) {
      if (kind === 'close' || !top || text === '') continue
      if (top.tag === 'STMTTRN' && ONCE.has(tag) && top.leaves.has(tag))
        return err({ kind: 'ofx-damaged', row, tag })
      if (!top.leaves.has(tag)) top.leaves.set(tag, text)
      continue
    }
    if (kind === 'open') {
      if (stack.some(open => open.tag === tag)) return err({ kind: 'ofx-damaged', row, tag })
      if (tag === 'STMTTRN' && ++row % 5000 === 0) yield row
      stack.push({ tag, leaves: new Map(), children: [] })
      continue
    }
    if (top?.tag !== tag) return err({ kind: 'ofx-damaged', row, tag })
    stack.pop()
    const parent = stack.at(-1)
    if (parent) parent.children.push(top)
    else roots.push(top)
  }
  const open = stack.at(-1)
  return open ? err({ kind: 'ofx-unclosed', row, tag: open.tag }) : ok(roots)
}
