/**
 * Money is an integer number of Canadian cents. The range is checked because a double holds sums exactly only below
 * 2^53: with at most 100 million dollars an amount, 900,000 amounts still add up to the cent.
 */
import { err, ok, type Result } from './result.ts'

/** Integer cents; positive is into the group, negative is out of it. */
export type Cents = number

/** One amount is at most 100,000,000.00 dollars, either way. */
export const MAX_CENTS: Cents = 10_000_000_000

export function isCents(value: unknown): value is Cents {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_CENTS
}

/** Sum of amounts; throws when it is no longer exact, which the range of `MAX_CENTS` keeps out of reach. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  if (!Number.isSafeInteger(total)) throw new Error('sum of cents out of the exact range')
  return total
}

export type AmountProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-an-amount' }
  /** More than two decimals: never rounded silently. */
  | { readonly kind: 'too-precise' }
  | { readonly kind: 'out-of-range' }

/** Every kind of space that people and banks put between thousands, and the two apostrophes of Switzerland. */
const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000'’]/g
const MINUS = /[\u2212\u2012\u2013\u2014]/g

/**
 * Reads one amount as people type it: `12.5`, `12,50`, `1 250,00 $`, `$1,250.00`, `(12.00)`, `12.00-`.
 * A single separator with three digits behind it counts thousands (`1,250` and `1 250` are 1,250.00).
 */
export function parseAmount(text: string): Result<Cents, AmountProblem> {
  const spaced = text.replace(MINUS, '-').replace(SPACES, ' ')
  if (!spacesCountThousands(spaced)) return err({ kind: 'not-an-amount' })
  let rest = spaced.replace(/ /g, '').replace(/CAD|C?\$/gi, '')
  if (rest === '') return err({ kind: 'empty' })
  let sign = 1
  const inParentheses = /^\((.+)\)$/.exec(rest)
  if (inParentheses?.[1]) {
    sign = -1
    rest = inParentheses[1]
  }
  const signed = /^([+-]?)(.+?)(-?)$/.exec(rest)
  if (!signed?.[2]) return err({ kind: 'not-an-amount' })
  if (signed[1] === '-' || signed[3] === '-') {
    if (sign === -1 || (signed[1] !== '' && signed[3] !== '')) return err({ kind: 'not-an-amount' })
    sign = -1
  }
  const digits = splitDecimals(signed[2])
  if (!digits) return err({ kind: 'not-an-amount' })
  if (digits.decimals.length > 2) return err({ kind: 'too-precise' })
  if (digits.whole.length > 12) return err({ kind: 'out-of-range' })
  const cents = Number(digits.whole || '0') * 100 + Number(digits.decimals.padEnd(2, '0'))
  return isCents(cents) ? ok(cents === 0 ? 0 : sign * cents) : err({ kind: 'out-of-range' })
}

/** Two amounts in one field (`12 50`, `5 $ 10`) must not become one: a space between digits has three behind it. */
function spacesCountThousands(text: string): boolean {
  if (/\d *(?:CAD|C?\$) *[\d.,]/i.test(text)) return false
  return [...text.matchAll(/[.,]?\d+(?: +\d+)+/g)].every(([run]) => /^\d{1,3}(?: +\d{3})+$/.test(run))
}

/** Tells the decimal mark from the thousands mark; null when the text is not a plain number. */
function splitDecimals(text: string): { whole: string; decimals: string } | null {
  const dot = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (dot < 0 && comma < 0) return /^\d+$/.test(text) ? { whole: text, decimals: '' } : null
  if (dot >= 0 && comma >= 0) {
    const [decimalMark, groupMark] = dot > comma ? ['.', ','] : [',', '.']
    const at = text.lastIndexOf(decimalMark as string)
    return grouped(text.slice(0, at), groupMark as string, text.slice(at + 1))
  }
  const mark = dot >= 0 ? '.' : ','
  const parts = text.split(mark)
  const last = parts[parts.length - 1] ?? ''
  if (parts.length > 2 || (last.length === 3 && mark === ',' && parts[0] !== '' && parts[0] !== '0'))
    return grouped(text, mark, '')
  return grouped(parts[0] ?? '', '', last)
}

function grouped(whole: string, mark: string, decimals: string): { whole: string; decimals: string } | null {
  if (!/^\d*$/.test(decimals)) return null
  if (mark !== '' && whole.includes(mark)) {
    const groups = whole.split(mark)
    if (!groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))) return null
    return { whole: groups.join(''), decimals }
  }
  return /^\d*$/.test(whole) && (whole !== '' || decimals !== '') ? { whole, decimals } : null
}

/** As `parseAmount`, and simple sums in a field: `=40+12`, `=1950-25.99`. */
export function parseAmountOrSum(text: string): Result<Cents, AmountProblem> {
  const trimmed = text.trim()
  if (!trimmed.startsWith('=')) return parseAmount(trimmed)
  const terms = trimmed
    .slice(1)
    .replace(MINUS, '-')
    .match(/[+-]?[^+-]+/g)
  if (!terms || terms.join('') !== trimmed.slice(1).replace(MINUS, '-')) return err({ kind: 'not-an-amount' })
  let total = 0
  for (const term of terms) {
    const amount = parseAmount(term)
    if (!amount.ok) return amount.problem.kind === 'empty' ? err({ kind: 'not-an-amount' }) : amount
    total += amount.value
  }
  return isCents(total) ? ok(total) : err({ kind: 'out-of-range' })
}

/** `-1234.50`: for files that machines read. */
export function centsToDecimal(cents: Cents): string {
  const absolute = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}
