/**
 * Amounts as banks write them: `(12.00)`, `12.00-`, `-$5.25`, `$ 1,234.56`, `1 234,56` with any kind of space,
 * `45.10 DR`. The decimal mark is a property of the whole file, never guessed from one amount: `1,234` is not the same
 * in both styles.
 */
import { type Cents, isCents } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type DecimalMark = '.' | ','

export type BankAmount = {
  readonly cents: Cents
  /** Digits behind the decimal mark as written: an amount that was cut has fewer than the others. */
  readonly decimals: number
}

export type BankAmountProblem = 'not-an-amount' | 'too-precise' | 'out-of-range' | 'other-decimal-mark'

const MINUS = /[\u2212\u2010-\u2014]/g
const ANY_SPACE = /[\s\u200b\u2060\ufeff]/g

/** The mark that the amounts agree on; null when none has decimals, `mixed` when they differ. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | 'mixed' | null {
  let found: DecimalMark | null = null
  for (const text of texts) {
    const match = /([.,])\d{1,2}\D*$/.exec(text)
    const mark = match?.[1] as DecimalMark | undefined
    if (!mark) continue
    if (found !== null && found !== mark) return 'mixed'
    found = mark
  }
  return found
}

/** Whether a cell could be an amount in either style; used to tell what a column holds. */
export const looksLikeAmount = (text: string): boolean =>
  readBankAmount(text, '.').ok || readBankAmount(text, ',').ok

export function readBankAmount(text: string, mark: DecimalMark): Result<BankAmount, BankAmountProblem> {
  if (text.length > 40) return err('not-an-amount')
  let rest = text
    .replace(MINUS, '-')
    .trim()
    .replace(/CAD|C?\$/gi, '')
    .trim()
  let sign = 1
  const suffix = /^(.*?)\s*(DR|DT|CR|CT)\.?$/i.exec(rest)
  if (suffix) {
    rest = suffix[1] ?? ''
    if (/^d/i.test(suffix[2] ?? '')) sign = -1
  }
  const wrapped = /^\((.*)\)$/.exec(rest) ?? /^-\s*(.*)$/.exec(rest) ?? /^(.*?)\s*-$/.exec(rest)
  if (wrapped) {
    // `-5.00 DR` and `(5.00) DR` say the same thing twice.
    sign = -1
    rest = wrapped[1] ?? ''
  } else rest = rest.replace(/^\+/, '')
  return readUnsigned(rest.trim(), mark, sign)
}

function readUnsigned(text: string, mark: DecimalMark, sign: number): Result<BankAmount, BankAmountProblem> {
  const group = mark === '.' ? ',' : '.'
  const at = text.lastIndexOf(mark)
  const whole = at < 0 ? text : text.slice(0, at)
  const decimals = at < 0 ? '' : text.slice(at + 1)
  if (!/^\d*$/.test(decimals) || (whole === '' && decimals === '')) return err('not-an-amount')
  const digits = ungroup(whole, group)
  if (digits === null)
    return err(/^\d{1,3}([.,\s]\d{3})*[.,]\d{1,2}$/.test(whole) ? 'other-decimal-mark' : 'not-an-amount')
  if (decimals.length > 2 && /[1-9]/.test(decimals.slice(2))) return err('too-precise')
  if (digits.replace(/^0+/, '').length > 12) return err('out-of-range')
  const cents = Number(digits || '0') * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  if (!isCents(cents)) return err('out-of-range')
  return ok({ cents: cents === 0 ? 0 : sign * cents, decimals: decimals.length })
}

/** Digits without their thousands marks; null when the groups are not of three. */
function ungroup(whole: string, group: string): string | null {
  if (/^\d*$/.test(whole)) return whole
  const groups = whole.replace(ANY_SPACE, ' ').replaceAll("'", ' ').replaceAll(group, ' ').split(' ')
  return groups.every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part)) ? groups.join('') : null
}
