/**
 * What the report's screen shows and saves: one model in one language, drawn as tables and charts, and written as
 * files. Screens see types of the reports only; everything computed comes from here, and once for each change.
 */
import { account } from '#domain/account.ts'
import { type IsoDate, type IsoMonth, monthOf } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { monthTotals } from '#domain/ledger-months.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { ok, type Result } from '#domain/result.ts'
import {
  type BalanceCurve,
  type Bar,
  balanceCurve,
  incomeBars,
  type PlanBar,
  planBars,
} from '#reports/charts.ts'
import { fileNameFor } from '#reports/file-names.ts'
import { hledgerJournal, type JournalProblem } from '#reports/hledger-journal.ts'
import type { LineName, YearlyReport } from '#reports/report-model.ts'
import { type ReportTable, reportTables } from '#reports/report-tables.ts'
import { type NotForThisAudience, sahRow } from '#reports/sah-row.ts'
import { type ReportLanguage, type ReportWords, reportWords } from '#reports/words.ts'
import { yearlyCsv } from '#reports/yearly-csv.ts'
import type { YearlyOptions } from '#reports/yearly-facts.ts'
import { yearlyXlsx } from '#reports/yearly-xlsx.ts'
import { currentSponsorship } from './commands/set-up.ts'
import type { Live } from './live.ts'
import { ledgerOf, reportKinds, yearlyReportOf } from './overview.ts'

export interface ReportView {
  readonly report: YearlyReport
  readonly sponsorship: RecordId
  readonly language: ReportLanguage
  readonly words: ReportWords
  readonly tables: readonly ReportTable[]
  readonly charts: {
    readonly income: readonly Bar[]
    readonly plan: readonly PlanBar[]
    /** Null for donors, and with fewer than two months. */
    readonly balance: BalanceCurve | null
  }
  /** For each row of the tables B and E the line behind it; null for headings, totals and what has no line. */
  readonly lineOfRow: Readonly<Record<'b' | 'e', readonly (RecordId | null)[]>>
  /** The report that plain-text accounting is written from: the same one with its entry list. */
  readonly withEntries: () => YearlyReport
  /** Every name that *Include payee names* would put on paper, each once, in alphabetical order. */
  readonly payeeNames: () => readonly string[]
}

/** Null before there is a sponsorship. */
export function reportView(live: Live, options: YearlyOptions, language: ReportLanguage): ReportView | null {
  const { audience, period, preparedOn, includePayeeNames = false, includeEntries = false } = options
  const name = `view ${language} ${audience} ${period.from} ${period.to} ${preparedOn} ${includePayeeNames} ${includeEntries}`
  return live.derive(name, reportKinds, () => {
    const report = yearlyReportOf(live, options)
    const of = currentSponsorship({ live })
    if (!report || !of) return null
    const words = reportWords(language)
    return {
      report,
      sponsorship: of.id,
      language,
      words,
      tables: reportTables(report, words),
      charts: {
        income: incomeBars(report),
        plan: planBars(report),
        balance: audience === 'donors' ? null : balanceOf(live, period, preparedOn),
      },
      lineOfRow: linesOfRows(live, of.id, report),
      withEntries: () => yearlyReportOf(live, { ...options, includeEntries: true }) ?? report,
      payeeNames: () => payeeNamesOf(live, options, words),
    }
  })
}

/** From the first month with money in the period to its end, or to today's month. */
function balanceOf(live: Live, period: YearlyOptions['period'], today: IsoDate): BalanceCurve | null {
  const accounts = live.records(account)
  const dates = [
    ...accounts.map(each => each.opening.date),
    ...live.records(entry).map(each => each.date),
  ].filter(date => date <= period.to)
  const first = dates.reduce((least, date) => (date < least ? date : least), period.to)
  const from = monthOf(first > period.from ? first : period.from)
  const to: IsoMonth = monthOf(today < period.to ? today : period.to)
  const months = monthTotals(ledgerOf(live), accounts, live.records(line), from, to)
  return months.length < 2 ? null : balanceCurve(months)
}

function linesOfRows(live: Live, sponsorship: RecordId, report: YearlyReport): ReportView['lineOfRow'] {
  const key = ({ key, name }: LineName): string => `${key}\n${name}`
  const ids = new Map<string, RecordId | null>()
  for (const each of live.records(line)) {
    if (each.sponsorship !== sponsorship) continue
    // Two own lines of one name cannot be told apart here: neither is linked, so that no figure leads astray.
    ids.set(key(each), ids.has(key(each)) ? null : each.id)
  }
  const idOf = (name: LineName): RecordId | null => ids.get(key(name)) ?? null
  return {
    b: report.income.rows.map(row => idOf(row.line)),
    // Each group has a heading before its rows and a subtotal after them.
    e: report.budget.groups.flatMap(group => [null, ...group.rows.map(row => idOf(row.line)), null]),
  }
}

function payeeNamesOf(live: Live, options: YearlyOptions, { language }: ReportWords): readonly string[] {
  const report = yearlyReportOf(live, { ...options, includePayeeNames: true, includeEntries: true })
  const names = new Set(report?.entries?.map(row => row.payee?.trim() ?? ''))
  names.delete('')
  return [...names].sort(new Intl.Collator(`${language}-CA`).compare)
}

export type ReportFileKind = 'xlsx' | 'csv' | 'csv-excel-fr' | 'sah-row' | 'journal'

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The report as a file, ready to be saved where the person chooses. */
export async function reportFile(
  view: ReportView,
  kind: ReportFileKind,
): Promise<Result<NamedFile, JournalProblem | NotForThisAudience>> {
  const { report, language } = view
  const file = (bytes: Uint8Array, as: Parameters<typeof fileNameFor>[1]) =>
    ok({ name: fileNameFor(report, as, language), bytes })
  switch (kind) {
    case 'xlsx':
      return file(await yearlyXlsx(report, language), 'xlsx')
    case 'csv':
      return file(utf8(yearlyCsv(report, language, 'machine')), 'csv')
    case 'csv-excel-fr':
      return file(utf8(yearlyCsv(report, language, 'excel-fr')), 'csv')
    case 'sah-row': {
      const row = sahRow(report)
      return row.ok ? file(utf8(row.value), 'sah-row') : row
    }
    case 'journal': {
      const journal = hledgerJournal(view.withEntries(), language)
      return journal.ok ? file(utf8(journal.value), 'journal') : journal
    }
  }
}

/** `Report-2025-Maple.pdf`; its bytes are the page itself, printed by the host. */
export const pdfName = ({ report, language }: ReportView): string => fileNameFor(report, 'pdf', language)

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
