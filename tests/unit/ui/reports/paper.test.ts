/** How paper writes figures and what runs through its pages, in the report's own language. */
import { describe, expect, it } from 'vitest'
import type { ReportPeriod } from '#domain/periods.ts'
import type { Audience } from '#reports/report-model.ts'
import { type Cell, reportTables } from '#reports/report-tables.ts'
import { type ReportLanguage, reportWords } from '#reports/words.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import type { ReportView } from '#state/report-files.ts'
import { shortened } from '#ui/reports/charts/ChartFrame.tsx'
import { cellText } from '#ui/reports/paper/PaperTable.tsx'
import { paperWords } from '#ui/reports/paper/paper-words.ts'
import { cssString, runningLines } from '#ui/reports/paper/use-running-lines.ts'
import { sampleRecords, year } from '../../../support/reports/sample-account.ts'

function lines(language: ReportLanguage, audience: Audience, period: ReportPeriod = year(2025)) {
  const report = buildYearlyReport(sampleRecords, { audience, period, preparedOn: '2026-01-20' })
  const words = reportWords(language)
  const view = { report, tables: reportTables(report, words) } as ReportView
  return Object.fromEntries(runningLines(view, paperWords(words)))
}

describe('the lines that run through all pages', () => {
  it('say what it is, which period, when it was prepared, and the page', () => {
    expect(lines('en', 'group')).toEqual({
      '--report-foot': 'Yearly report, January 1, 2025 to December 31, 2025 · Prepared on January 20, 2026',
      '--report-mark': 'DRAFT',
      '--report-page': 'Page ',
      '--report-of': ' of ',
      '--report-end': '',
    })
    expect(lines('fr', 'group')).toMatchObject({ '--report-mark': 'ÉBAUCHE', '--report-of': ' de ' })
  })

  it('give donors no day of arrival through the period', () => {
    const period: ReportPeriod = {
      kind: 'sponsorship',
      number: 1,
      key: 'year-1',
      from: '2025-09-27',
      to: '2026-09-26',
    }
    expect(lines('en', 'group', period)['--report-foot']).toContain('September 27, 2025')
    expect(lines('en', 'donors', period)['--report-foot']).not.toContain('September')
  })

  it('are safe inside a style sheet', () => {
    expect(cssString('a "b" \\c\nd')).toBe('"a \\"b\\" \\\\c d"')
  })
})

describe('a cell on paper', () => {
  const en = paperWords(reportWords('en'))
  const fr = paperWords(reportWords('fr'))
  const money = (cents: number | null, text = ''): Cell => ({ kind: 'money', cents, text, sum: [] })

  it('writes amounts with a true minus, as the language does', () => {
    expect(cellText(money(-123_456), en)).toBe('\u2212$1,234.56')
    expect(cellText(money(-123_456), fr).replace(/\s/g, ' ')).toBe('\u22121 234,56 $')
  })

  it('says in words why there is no amount, and never writes a zero for it', () => {
    expect(cellText(money(null, 'not entered'), en)).toBe('not entered')
    expect(cellText({ kind: 'count', value: null }, en)).toBe('')
    expect(cellText({ kind: 'date', date: null }, en)).toBe('')
  })

  it('keeps a calendar date on its day', () => {
    expect(cellText({ kind: 'date', date: '2026-01-01' }, en)).toBe('Jan 1, 2026')
    expect(cellText({ kind: 'month', month: '2026-01' }, fr)).toBe('janvier 2026')
  })

  it('shortens only names that are too long for a chart', () => {
    expect(shortened('Rent', 32)).toBe('Rent')
    expect(shortened('Denrées de base et argent de départ', 32)).toBe('Denrées de base et argent de dé…')
  })
})
