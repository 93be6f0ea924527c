/**
 * What sorting and row keys are, written down the plain way: every rule and hint in turn for every row, and one sort of
 * all rows. The product works each payee out once; the tests hold it against this.
 */
import type { PayeeHint } from '#imports/payee-hints.ts'
import type { PayeeRow, PayeeRule, Suggestion } from '#imports/payee-rules.ts'

export const plainly = (text: string): string =>
  text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const REFUND = /\b(refund|refunded|remboursement|return|reversal|merchandise credit|retour)\b/

const holds = (words: string, part: string): boolean => part !== '' && ` ${words} `.includes(` ${part} `)

interface Knowledge {
  readonly rules: readonly PayeeRule[]
  readonly hints: readonly PayeeHint[]
  /** As days, so that a test may say what is within without a calendar. */
  readonly isWithin: (hint: PayeeHint, date: string) => boolean
  /** The payee of a text, without what the bank says about the way. */
  readonly payee: (text: string) => string
}

export function suggestionOfRow(
  row: PayeeRow,
  { rules, hints, isWithin, payee }: Knowledge,
): Suggestion | null {
  const plain = plainly(row.text)
  const direction = row.cents < 0 ? 'out' : 'in'
  const isRefund = REFUND.test(plain)
  const rule = rules.find(
    one =>
      one.enabled &&
      (one.direction === 'any' || one.direction === direction || (isRefund && one.direction === 'out')) &&
      holds(payee(row.text), one.match),
  )
  if (rule)
    return {
      line: { kind: 'id', id: rule.lineId },
      confidence: 'high',
      why: { kind: 'rule', ruleId: rule.id, words: rule.match },
    }
  const isMoneyBack = isRefund && direction === 'in'
  for (const hint of hints) {
    if (hint.direction !== (isMoneyBack ? 'out' : direction)) continue
    const words = hint.words.find(one => holds(plain, one))
    if (words === undefined) continue
    const key = isWithin(hint, row.date) ? hint.line : (hint.elseLine ?? hint.line)
    return {
      line: { kind: 'key', key },
      confidence: hint.confidence,
      why: { kind: isMoneyBack ? 'refund' : 'hint', words },
    }
  }
  return null
}

export function plainRowKeys(
  rows: readonly { readonly date: string; readonly cents: number; readonly text: string }[],
): readonly string[] {
  const sorted = rows
    .map((row, index) => ({ row, index, words: plainly(row.text) }))
    .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.index - b.index))
  const counts = new Map<string, number>()
  const keys: string[] = rows.map(() => '')
  for (const { row, index } of sorted) {
    const group = `${row.date}|${row.cents}`
    const ordinal = counts.get(group) ?? 0
    counts.set(group, ordinal + 1)
    keys[index] = `${group}|${ordinal}`
  }
  return keys
}
