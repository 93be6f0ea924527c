/**
 * What paper says and how it writes figures, in the report's own language, whatever the screen's: the report's words
 * with the formats of the house (a true minus, calendar dates).
 */
import type { Cents } from '#domain/money.ts'
import type { ReportWords } from '#reports/words.ts'
import { createFormats, type Formats } from '../../words/formats.ts'
import { FORMAT_LOCALES } from '../../words/messages.ts'

export interface PaperWords extends Formats, Pick<ReportWords, 'text' | 'line' | 'language'> {
  /** Whole dollars, for charts. */
  readonly dollars: (cents: Cents) => string
  /** The `lang` of the paper. */
  readonly locale: string
}

export function paperWords({ text, line, language }: ReportWords): PaperWords {
  const locale = FORMAT_LOCALES[language]
  const whole = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CAD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  })
  return {
    ...createFormats(language),
    text,
    line,
    language,
    locale,
    dollars: cents => whole.format(cents / 100).replace('-', '\u2212'),
  }
}
