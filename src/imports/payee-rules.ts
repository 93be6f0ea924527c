/**
 * Which budget line a row of the bank belongs to: the group's own rules first, in their order, then the built-in hints.
 * A suggestion says why it was made and never decides alone. Pure matching: no text of a person leaves this file.
 */
import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { Method } from '#domain/entry.ts'
import type { Cents } from '#domain/money.ts'
import type { PayeeHint } from './payee-hints.ts'
import { containsWords, normalisePayee, plainWords } from './payee-text.ts'

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

/** `rules` in their order; `arrival` null: not yet arrived. */
export function suggestFor(
  row: PayeeRow,
  rules: readonly PayeeRule[],
  hints: readonly PayeeHint[],
  arrival: IsoDate | null,
): PayeeFinding {
  const plain = plainWords(row.text)
  const method = methodOf(plain, row.cents)
  return { suggestion: byRule(row, rules) ?? byHint(row, plain, hints, arrival), method }
}

function byRule(row: PayeeRow, rules: readonly PayeeRule[]): Suggestion | null {
  const payee = normalisePayee(row.text)
  const direction = directionOf(row.cents)
  const isRefund = REFUND.test(plainWords(row.text))
  const rule = rules.find(
    one =>
      one.enabled &&
      (one.direction === 'any' || one.direction === direction || (isRefund && one.direction === 'out')) &&
      containsWords(payee, one.match),
  )
  if (!rule) return null
  return {
    line: { kind: 'id', id: rule.lineId },
    confidence: 'high',
    why: { kind: 'rule', ruleId: rule.id, words: rule.match },
  }
}

const REFUND = /\b(refund|refunded|remboursement|return|reversal|merchandise credit|retour)\b/

function byHint(
  row: PayeeRow,
  plain: string,
  hints: readonly PayeeHint[],
  arrival: IsoDate | null,
): Suggestion | null {
  const direction = directionOf(row.cents)
  const isRefund = direction === 'in' && REFUND.test(plain)
  const wanted: Direction = isRefund ? 'out' : direction
  for (const hint of hints) {
    if (hint.direction !== wanted) continue
    const words = hint.words.find(one => containsWords(plain, one))
    if (words === undefined) continue
    const key = isWithin(hint, row.date, arrival) ? hint.line : (hint.elseLine ?? hint.line)
    const why = { kind: isRefund ? ('refund' as const) : ('hint' as const), words }
    return { line: { kind: 'key', key }, confidence: hint.confidence, why }
  }
  return null
}

function isWithin(hint: PayeeHint, date: IsoDate, arrival: IsoDate | null): boolean {
  if (!hint.days || arrival === null) return true
  const day = daysBetween(arrival, date)
  return (hint.days.from === null || day >= hint.days.from) && (hint.days.to === null || day <= hint.days.to)
}

function methodOf(plain: string, cents: Cents): Method {
  if (/\b(e ?transfer|etfr|virement interac)\b/.test(plain)) return 'e-transfer'
  if (/\b(cheque|chq|check)\b/.test(plain)) return 'cheque'
  if (/\b(pre ?authori[sz]ed|preautorise|pad)\b/.test(plain)) return 'pre-authorized'
  if (/\b(atm|abm|cash withdrawal|retrait gab|guichet)\b/.test(plain)) return 'cash'
  if (/\b(deposit|depot)\b/.test(plain)) return 'deposit'
  if (/\b(visa|mastercard|amex)\b/.test(plain) && !/\bvisa debit\b/.test(plain)) return 'card'
  if (/\b(fee|frais|charge|interest|interet)\b/.test(plain)) return 'other'
  return cents < 0 || REFUND.test(plain) ? 'debit' : 'other'
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
