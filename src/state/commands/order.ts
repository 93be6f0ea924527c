/** Fractional order keys: a key between any two, so that two laptops can insert at one place without renumbering. */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A key that sorts after `before` and ahead of `after`; either may be empty for an end of the list. */
export function orderBetween(before: string, after: string): string {
  if (after !== '' && before >= after) throw new Error('order keys out of order')
  let key = ''
  for (let i = 0; ; i += 1) {
    const low = i < before.length ? DIGITS.indexOf(before[i] as string) : 0
    const high =
      after !== '' && key === after.slice(0, i) && i < after.length
        ? DIGITS.indexOf(after[i] as string)
        : DIGITS.length
    if (high - low > 1) return key + DIGITS[Math.floor((low + high) / 2)]
    key += DIGITS[low]
  }
}

/** `count` ascending keys for a fresh list. */
export function orderKeys(count: number): readonly string[] {
  const width = Math.max(2, Math.ceil(Math.log(count + 2) / Math.log(36)) + 1)
  const step = Math.floor(36 ** width / (count + 1))
  return Array.from({ length: count }, (_, i) => ((i + 1) * step).toString(36).padStart(width, '0'))
}
