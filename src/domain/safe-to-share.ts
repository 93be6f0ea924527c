/**
 * What in a text would tell who or where somebody is, or why they are here: looked for before anything is saved outside
 * the group. A hit is shown, and the person decides; it is a net with holes, and the screens do not call it more.
 *
 * Names of one word count only with a capital letter ("will" is no hit for Will); ordinary words that payees are made of
 * ("household support") are no names.
 */
import type { Rates } from './rates.ts'
import { findTellingWords, foldText, type TellingKind } from './telling-words.ts'

export type NameKind = 'newcomer' | 'member' | 'payee' | 'code-name'
export type PatternKind = 'email' | 'phone' | 'file-number' | 'address'
export type ShareKind = TellingKind | NameKind | PatternKind

export interface ShareHit {
  readonly kind: ShareKind
  /** As it was typed. */
  readonly text: string
  readonly at: number
}

/** Folded names and the kind of each; made once for many texts. */
export type KnownNames = ReadonlyMap<string, NameKind>

export interface NameSources {
  readonly members: readonly string[]
  /** Of those whom the group welcomes, where this laptop knows their names. */
  readonly newcomers: readonly string[]
  readonly codeNames: readonly string[]
  /** What money was paid to or came from, reduced to what names somebody. */
  readonly payees: readonly { readonly name: string; readonly isPerson: boolean }[]
}

const LONGEST_NAME = 4

/** Words of payees that are no names. Folded. */
const ORDINARY = new Set(
  (
    'account aid allowance april august bank bill bus cash cheque cheques children city clinic community council ' +
    'december deposit donation english family february fee fees food friday fund furniture general gift grant group ' +
    'health help home hospital house household hydro insurance interest internet january july june landlord last loan ' +
    'market may mobile monday money month monthly november october office parking payment phone rent reimburse ' +
    'reimbursement saturday school september service services shop start store sunday support telephone the thursday ' +
    'transfer transit tuesday utilities wednesday welcome winter year aide aout arrivee avril argent assurance banque ' +
    'cadeau caisse compte comptant decembre depot don ecole electricite famille fevrier fonds frais groupe hopital ' +
    'janvier jeudi juillet juin loyer lundi magasin mai maison mardi mars menage mensuel mercredi mois novembre ' +
    'nourriture octobre paiement pret proprietaire remboursement samedi sante septembre soutien telephone transport ' +
    'vendredi vetements virement dimanche and for from les des pour avec'
  ).split(' '),
)

export function knownNames(sources: NameSources): KnownNames {
  const names = new Map<string, NameKind>()
  const add = (name: string, kind: NameKind, isPerson: boolean): void => {
    const words = wordsOf(name).map(word => word.folded)
    const isLong = words.length > LONGEST_NAME
    if (words.length > 0 && !isLong && words.some(word => !ORDINARY.has(word))) set(words.join(' '), kind)
    if (isPerson && words.length > 1) for (const word of words) set(word, kind)
  }
  const set = (name: string, kind: NameKind): void => {
    const letters = name.replace(/[^\p{L}]/gu, '').length
    if (letters >= 3 && !(ORDINARY.has(name) && kind === 'payee') && !names.has(name)) names.set(name, kind)
  }
  for (const name of sources.codeNames) add(name, 'code-name', false)
  for (const name of sources.newcomers) add(name, 'newcomer', true)
  for (const name of sources.members) add(name, 'member', true)
  for (const { name, isPerson } of sources.payees) add(name, 'payee', isPerson)
  return names
}

/** Hits in the order in which they stand; each place in the text is named once. */
export function scanForSharing(
  table: Rates['telling-words'],
  text: string,
  names: KnownNames,
): readonly ShareHit[] {
  const hits: ShareHit[] = []
  const note = (found: readonly ShareHit[]): void => {
    for (const hit of found) {
      const end = hit.at + hit.text.length
      if (!hits.some(other => hit.at < other.at + other.text.length && other.at < end)) hits.push(hit)
    }
  }
  note(patternHits(text))
  note(nameHits(text, names))
  note(findTellingWords(table, text))
  return hits.sort((a, b) => a.at - b.at)
}

interface Word {
  readonly at: number
  readonly end: number
  readonly folded: string
  readonly isCapital: boolean
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map(match => ({
    at: match.index,
    end: match.index + match[0].length,
    folded: foldText(match[0]).text,
    isCapital: /^\p{Lu}/u.test(match[0]),
  }))
}

function nameHits(text: string, names: KnownNames): readonly ShareHit[] {
  const words = wordsOf(text)
  const hits: ShareHit[] = []
  for (let i = 0; i < words.length; i += 1)
    for (let count = Math.min(LONGEST_NAME, words.length - i); count > 0; count -= 1) {
      const some = words.slice(i, i + count)
      const [first, last] = [some[0], some.at(-1)]
      const kind = names.get(some.map(word => word.folded).join(' '))
      if (!first || !last || !kind || (count === 1 && !first.isCapital)) continue
      hits.push({ kind, text: text.slice(first.at, last.end), at: first.at })
      i += count - 1
      break
    }
  return hits
}

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const PHONE =
  /(?<![\d.,$-])(?:\+?1[ .\u00a0-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .\u00a0-])[2-9]\d{2}[ .\u00a0-]\d{4}(?![\d-])|(?<!\d)\+\d{1,3}[ .-]?\d(?:[ .-]?\d){6,12}(?!\d)/g
/** UCI (8 or 10 digits), SIN, and the letter numbers of applications and landing papers. */
const FILE_NUMBER =
  /(?<![\d.,$-])(?:\d{2}-)?\d{4}-\d{4}(?![\d-])|(?<![\d.,$-])\d{3}[ -]\d{3}[ -]\d{3}(?![\d-])|(?<![\d.,$-])(?:\d{8}|\d{10})(?![\d.,-]*\d)|(?<![\p{L}\d])[TGW]\d{9}(?!\d)/gu
const POSTAL_CODE =
  /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\d])/giu
const STREET = String.raw`(?:[Ss]treet|[Ss]t\.?|[Aa]venue|[Aa]ve\.?|[Rr]oad|[Rr]d\.?|[Bb]oulevard|[Bb]lvd\.?|[Dd]rive|[Cc]rescent|[Cc]res\.?|[Ll]ane|[Cc]ourt|STREET|ST|AVENUE|AVE|ROAD|RD|BLVD|DRIVE|CRESCENT)`
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\d$.,-])\d{1,5}(?:-\d{1,5}|-?[A-Za-z])?(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,4} ${STREET}(?![\p{L}\d])`,
  'gu',
)
const ADRESSE =
  /(?<![\p{L}\d$.-])\d{1,5}[A-Za-z]?,? (?:rue|avenue|av\.|boulevard|boul\.|chemin|montée|rang|allée) (?:(?:des|du|de|les|la|le|l|d)(?:['’]| ))*[\p{L}\d]+/giu

const PATTERNS: readonly (readonly [PatternKind, RegExp, (text: string) => boolean])[] = [
  ['email', EMAIL, () => true],
  ['address', POSTAL_CODE, () => true],
  ['address', ADDRESS, () => true],
  ['address', ADRESSE, () => true],
  ['phone', PHONE, () => true],
  ['file-number', FILE_NUMBER, text => !isYearsOrDate(text)],
]

function patternHits(text: string): readonly ShareHit[] {
  return PATTERNS.flatMap(([kind, pattern, isHit]) =>
    [...text.matchAll(pattern)]
      .filter(match => isHit(match[0]))
      .map(match => ({ kind, text: match[0], at: match.index })),
  )
}

/** `2025-2026` is two years, `20260314` a date. */
function isYearsOrDate(text: string): boolean {
  if (/^(?:19|20)\d{2}-(?:19|20)\d{2}$/.test(text)) return text.slice(0, 4) <= text.slice(5)
  return /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text)
}
