/**
 * Numbers to write on paper receipts: `25-014` is the fourteenth of the reporting year that began in 2025. Numbers are
 * never given twice; a number that no entry has any more is a gap, and gaps are listed in the report.
 */

/** The first year of a reporting year, two digits, and a running number of at least three. */
const RECEIPT_NUMBER = /^(\d{2})-(\d{3,6})$/

export interface ReceiptNumber {
  /** Two digits: 25 for a reporting year that begins in 2025. */
  readonly year: number
  readonly number: number
}

/** Null: typed by hand in another form, which is kept as it is and counts for nothing here. */
export function parseReceiptNumber(text: string): ReceiptNumber | null {
  const match = RECEIPT_NUMBER.exec(text.trim())
  return match && Number(match[2]) > 0 ? { year: Number(match[1]), number: Number(match[2]) } : null
}

export const formatReceiptNumber = ({ year, number }: ReceiptNumber): string =>
  `${String(year).padStart(2, '0')}-${String(number).padStart(3, '0')}`

/**
 * The next number of the reporting year that begins in `startYear` (2025). `given` are all numbers ever given, those of
 * deleted entries too, so that a paper receipt already marked never shares its number.
 */
export function nextReceiptNumber(given: Iterable<string>, startYear: number): string {
  const year = startYear % 100
  let last = 0
  for (const text of given) {
    const parsed = parseReceiptNumber(text)
    if (parsed?.year === year) last = Math.max(last, parsed.number)
  }
  return formatReceiptNumber({ year, number: last + 1 })
}

export interface ReceiptCheck {
  /** Numbers below the highest that no entry has; a run of them as `25-003–25-006`. */
  readonly gaps: readonly string[]
  /** Numbers that more than one entry has: two laptops gave them apart. */
  readonly doubles: readonly string[]
}

/** `used`: numbers of the entries that count. */
export function checkReceiptNumbers(used: Iterable<string>, startYear: number): ReceiptCheck {
  const year = startYear % 100
  const times = new Map<number, number>()
  for (const text of used) {
    const parsed = parseReceiptNumber(text)
    if (parsed?.year === year) times.set(parsed.number, (times.get(parsed.number) ?? 0) + 1)
  }
  const named = (number: number): string => formatReceiptNumber({ year, number })
  const gaps: string[] = []
  let before = 0
  // By the numbers that are there: a slip of the pen may have left a gap of hundreds of thousands.
  for (const number of [...times.keys()].sort((a, b) => a - b)) {
    const [first, last] = [before + 1, number - 1]
    if (first === last) gaps.push(named(first))
    else if (first < last) gaps.push(`${named(first)}–${named(last)}`)
    before = number
  }
  const doubles = [...times].filter(([, count]) => count > 1).map(([number]) => number)
  return { gaps, doubles: doubles.sort((a, b) => a - b).map(named) }
}

/** The same for every year that has numbers, the oldest first. */
export function checkAllReceiptNumbers(used: readonly string[]): ReceiptCheck {
  const years = new Set(used.flatMap(text => parseReceiptNumber(text)?.year ?? []))
  const checks = [...years].sort((a, b) => a - b).map(year => checkReceiptNumbers(used, year))
  return { gaps: checks.flatMap(check => check.gaps), doubles: checks.flatMap(check => check.doubles) }
}
