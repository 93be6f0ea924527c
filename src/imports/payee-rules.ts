/**
 * Which budget line a row of the bank belongs to: the group's own rules first, in their order, then the built-in hints.
 * A suggestion says why it was made and never decides alone. Pure matching: no text of a person leaves this file.
 */
import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { Method } from '#domain/entry.ts'
import type { Cents } from '#domain/money.ts'
import type { PayeeHint } from './payee-hints.ts'
import { containsWords, createPayeeTexts, normalisePayee, type PayeeTexts, plainWords } from './payee-text.ts'

export type Direction = 'in' | 'out'

/** A rule as the group keeps it; `lineId` names a line of the group. */
export type PayeeRule = {
  readonly id: string
  /** Normalised payee text; the row's must contain it in whole words. */
  readonly match: string
  readonly direction: Direction | 'any'
  readonly lineId: string
  readonly enabled: boolean
}

export type SuggestionWhy =
  | { readonly kind: 'rule'; readonly ruleId: string; readonly words: string }
  | { readonly kind: 'hint'; readonly words: string }
  /** Money back from a shop: it lowers the shop's line, it is no income. */
  | { readonly kind: 'refund'; readonly words: string }

export type Suggestion = {
  readonly line: { readonly kind: 'id'; readonly id: string } | { readonly kind: 'key'; readonly key: string }
  readonly confidence: 'high' | 'medium' | 'low'
  readonly why: SuggestionWhy
}

export type PayeeFinding = {
  /** Null: nothing known fits, the person sorts it. */
  readonly suggestion: Suggestion | null
  readonly method: Method
}

export type PayeeRow = { readonly text: string; readonly cents: Cents; readonly date: IsoDate }

const directionOf = (cents: Cents): Direction => (cents < 0 ? 'out' : 'in')

export interface SuggesterInput {
  /** In their order. */
  readonly rules: readonly PayeeRule[]
  readonly hints: readonly PayeeHint[]
  /** Null: not yet arrived. */
  readonly arrival: IsoDate | null
  readonly texts?: PayeeTexts
}

/** What is found for a payee's text in one direction; only a hint's line also depends on the day. */
interface Found {
  readonly rule: Suggestion | null
  readonly hint: FoundHint | null
  readonly method: Method
}

/**
 * For many rows: each text is looked at once for each direction, and each of its words only meets the rules and hints
 * that begin with it.
 */
export function createSuggester({
  rules,
  hints,
  arrival,
  texts = createPayeeTexts(),
}: SuggesterInput): (row: PayeeRow) => PayeeFinding {
  const findRule = createPhraseIndex(rules, rule => (rule.enabled ? [rule.match] : []))
  const findHint = createPhraseIndex(hints, hint => hint.words)
  const known = { in: new Map<string, Found>(), out: new Map<string, Found>() }

  const look = (text: string, direction: Direction): Found => {
    const plain = texts.plain(text)
    const isRefund = direction === 'in' && REFUND.test(plain)
    const rule = findRule(
      texts.payee(text),
      one => one.direction === 'any' || one.direction === direction || (isRefund && one.direction === 'out'),
    )
    const wanted: Direction = isRefund ? 'out' : direction
    const hint = rule ? undefined : findHint(plain, one => one.direction === wanted)
    const words = hint?.words.find(one => containsWords(plain, one)) ?? ''
    return {
      rule: rule ? suggestionOf(rule) : null,
      hint: hint ? { hint, why: { kind: isRefund ? 'refund' : 'hint', words } } : null,
      method: methodOf(plain, direction),
    }
  }

  return ({ text, cents, date }) => {
    const direction = directionOf(cents)
    let found = known[direction].get(text)
    if (found === undefined) {
      found = look(text, direction)
      known[direction].set(text, found)
    }
    const { rule, hint, method } = found
    return { suggestion: rule ?? (hint && hintOn(hint, date, arrival)), method }
  }
}

/** Finds the first value that a phrase of it stands for in the words, side by side and whole. */
function createPhraseIndex<T>(values: readonly T[], phrasesOf: (value: T) => readonly string[]) {
  const byFirstWord = new Map<string, { readonly at: number; readonly value: T; readonly phrase: string }[]>()
  for (const [at, value] of values.entries())
    for (const phrase of phrasesOf(value)) {
      const first = phrase.split(' ', 1)[0] ?? ''
      const list = byFirstWord.get(first)
      if (list) list.push({ at, value, phrase })
      else byFirstWord.set(first, [{ at, value, phrase }])
    }
  return (words: string, fits: (value: T) => boolean): T | undefined => {
    let best: { readonly at: number; readonly value: T } | undefined
    for (const word of words.split(' '))
      for (const one of byFirstWord.get(word) ?? []) {
        if (best !== undefined && one.at >= best.at) break
        if (fits(one.value) && containsWords(words, one.phrase)) best = one
      }
    return best?.value
  }
}

const suggestionOf = (rule: PayeeRule): Suggestion => ({
  line: { kind: 'id', id: rule.lineId },
  confidence: 'high',
  why: { kind: 'rule', ruleId: rule.id, words: rule.match },
})

const REFUND = /\b(refund|refunded|remboursement|return|reversal|merchandise credit|retour)\b/

interface FoundHint {
  readonly hint: PayeeHint
  readonly why: SuggestionWhy
}

function hintOn({ hint, why }: FoundHint, date: IsoDate, arrival: IsoDate | null): Suggestion {
  const key = isWithin(hint, date, arrival) ? hint.line : (hint.elseLine ?? hint.line)
  return { line: { kind: 'key', key }, confidence: hint.confidence, why }
}

function isWithin(hint: PayeeHint, date: IsoDate, arrival: IsoDate | null): boolean {
  if (!hint.days || arrival === null) return true
  const day = daysBetween(arrival, date)
  return (hint.days.from === null || day >= hint.days.from) && (hint.days.to === null || day <= hint.days.to)
}

function methodOf(plain: string, direction: Direction): Method {
  if (/\b(e ?transfer|etfr|virement interac)\b/.test(plain)) return 'e-transfer'
  if (/\b(cheque|chq|check)\b/.test(plain)) return 'cheque'
  if (/\b(pre ?authori[sz]ed|preautorise|pad)\b/.test(plain)) return 'pre-authorized'
  if (/\b(atm|abm|cash withdrawal|retrait gab|guichet)\b/.test(plain)) return 'cash'
  if (/\b(deposit|depot)\b/.test(plain)) return 'deposit'
  if (/\b(visa|mastercard|amex)\b/.test(plain) && !/\bvisa debit\b/.test(plain)) return 'card'
  if (/\b(fee|frais|charge|interest|interet)\b/.test(plain)) return 'other'
  return direction === 'out' || REFUND.test(plain) ? 'debit' : 'other'
}

/** A person put a row on another line than was suggested. */
export type Correction = { readonly text: string; readonly cents: Cents; readonly lineId: string }

export type LearnedRule = Pick<PayeeRule, 'match' | 'direction' | 'lineId'>

/**
 * The rule that a correction teaches; put it before the others, the newest correction knows best. Null when the text
 * says nothing but the way of payment (`DEPOSIT`, `CHEQUE 014`): such a rule would catch everything.
 */
export function learnRule({ text, cents, lineId }: Correction): LearnedRule | null {
  const match = normalisePayee(text).slice(0, 200).trim()
  const saysNothing = match === '' || WAYS_ONLY.test(match) || !/\p{L}{2}/u.test(match)
  const isRefund = REFUND.test(plainWords(text))
  return saysNothing ? null : { match, direction: isRefund ? 'out' : directionOf(cents), lineId }
}

const WAYS_ONLY =
  /^((interac|e|transfer|etransfer|deposit|depot|cheque|check|chq|payment|paiement|purchase|achat|debit|credit|withdrawal|retrait|atm|abm|virement|to|from|a|de|refund|memo|misc|other|transaction|\d+) ?)+$/
