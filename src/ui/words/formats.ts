/**
 * How money, dates, months, numbers and lists are written on screen in one language. Dates are calendar dates: they
 * are formatted in UTC so that no reader's time zone moves them.
 */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import { type Weekday, weekdays } from '#domain/wall-clock.ts'
import { FORMAT_LOCALES, type Language } from './messages.ts'

export type DateStyle = 'short' | 'long' | 'weekday' | 'near'

export interface Formats {
  /** `$1,250.00` / `1 250,00 $`; a true minus sign in front of what is negative. */
  money(cents: Cents): string
  /** As `money` with a sign on both sides of zero: `+$40.00`. */
  change(cents: Cents): string
  /** In the place of an amount that is hidden. */
  readonly hiddenMoney: string
  /** As `money` without the dollar sign, as it stands in a field or a column headed with one. */
  amount(cents: Cents): string
  /** short `5 Mar 2026`, long `March 5, 2026`, weekday `Thursday, March 5, 2026`, near (this week) `Thursday, March 5`. */
  date(date: IsoDate, style?: DateStyle): string
  /** `Mar 5, 2026 – Mar 9, 2026`, or the one day that both are. */
  dates(from: IsoDate, to: IsoDate): string
  /** `14:30` → `2:30 p.m.` / `14 h 30`. */
  time(time: string): string
  /** `March 2026`. */
  month(month: IsoMonth): string
  /** `Mar`. */
  monthShort(month: IsoMonth): string
  /** `Mar 2026`. */
  monthShortYear(month: IsoMonth): string
  /** `Monday` / `lundi`. */
  weekday(day: Weekday): string
  number(value: number): string
  /** 0.42 → `42%` / `42 %`. */
  percent(share: number): string
  /** `340 KB` / `340 Ko`, `1.2 MB` / `1,2 Mo`: thousands, as the system's file lists count. */
  fileSize(bytes: number): string
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** Sorts as people of this language do. */
  readonly compare: (a: string, b: string) => number
}

export function createFormats(language: Language): Formats {
  const locale = FORMAT_LOCALES[language]
  const currency = (signDisplay: 'auto' | 'exceptZero') =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'CAD',
      currencyDisplay: 'narrowSymbol',
      signDisplay,
    })
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const plainMoney = currency('auto')
  const signedMoney = currency('exceptZero')
  const bareAmount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const plainNumber = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const unit = (name: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits })
  const sizes = { kilo: unit('kilobyte', 0), mega: unit('megabyte', 1) }
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const styles: Readonly<Record<DateStyle, Intl.DateTimeFormat>> = {
    short: dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
    long: dateFormat({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    near: dateFormat({ weekday: 'long', day: 'numeric', month: 'long' }),
  }
  const weekdayAlone = dateFormat({ weekday: 'long' })
  const clock = dateFormat({ hour: 'numeric', minute: '2-digit' })
  const monthLong = dateFormat({ month: 'long', year: 'numeric' })
  const monthAlone = dateFormat({ month: 'short' })
  const monthShort = (month: IsoMonth): string => monthAlone.format(utcNoon(`${month}-01`))
  const date = (day: IsoDate, style: DateStyle = 'short'): string =>
    firstOfMonth(styles[style].format(utcNoon(day)), language)
  return {
    money: cents => withTrueMinus(plainMoney.format(cents / 100)),
    change: cents => withTrueMinus(signedMoney.format(cents / 100)),
    hiddenMoney: language === 'fr' ? '•••\u00a0$' : '$\u00a0•••',
    amount: cents => withTrueMinus(bareAmount.format(cents / 100)),
    date,
    dates: (from, to) => (from === to ? date(from) : `${date(from)} – ${date(to)}`),
    // Never `9:00` at the end of a line and `a.m.` on the next.
    time: time => clock.format(new Date(`2000-01-01T${time}:00Z`)).replace(/\s/g, '\u00a0'),
    month: month => monthLong.format(utcNoon(`${month}-01`)),
    monthShort,
    monthShortYear: month => `${monthShort(month)} ${month.slice(0, 4)}`,
    // 1 January 2024 was a Monday.
    weekday: day => weekdayAlone.format(utcNoon(`2024-01-0${weekdays.indexOf(day) + 1}`)),
    number: value => withTrueMinus(plainNumber.format(value)),
    percent: value => withTrueMinus(share.format(value)),
    fileSize: bytes => {
      const isMega = bytes >= 999_500
      return sizes[isMega ? 'mega' : 'kilo'].format(
        isMega ? bytes / 1e6 : Math.max(1, Math.round(bytes / 1e3)),
      )
    },
    list: items => conjunction.format(items),
    compare: new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare,
  }
}

/** French counts the first of a month and numbers the other days: `1er mai`. */
const firstOfMonth = (date: string, language: Language): string =>
  language === 'fr' ? date.replace(/(?<!\d)1(?= \p{L})/u, '1er') : date

const utcNoon = (date: IsoDate): Date => new Date(`${date}T12:00:00Z`)

/** The hyphen that Intl writes for a minus is shorter than a figure; the true minus lines up in a column. */
const withTrueMinus = (text: string): string => text.replace('-', '\u2212')
