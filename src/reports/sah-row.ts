/**
 * The SAH row: one CSV line with fixed columns, the same for every group and language, so that forty lines pasted
 * together are a table. Comma, decimal point, ISO dates, ids instead of words; empty is "not known". A new column is
 * only ever added at the end, and `format` goes up.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { YearlyReport } from './report-model.ts'
import { csvAmount, csvText } from './yearly-csv.ts'

const FORMAT = 1

export interface NotForThisAudience {
  readonly kind: 'not-for-this-audience'
}

/** Header and line. Only the agreement holder's copy has the reference by which lines are told apart. */
export function sahRow(report: YearlyReport): Result<string, NotForThisAudience> {
  if (report.audience !== 'sah') return err({ kind: 'not-for-this-audience' })
  const fields = sahFields(report)
  const lines = [fields.map(([name]) => name), fields.map(([, value]) => value)]
  return ok(`\ufeff${lines.map(line => `${line.join(',')}\r\n`).join('')}`)
}

type Field = readonly [name: string, value: string]

function sahFields(report: YearlyReport): readonly Field[] {
  const { box, figures, answers } = report
  const text = (value: string | null): string => (value === null ? '' : csvText(value))
  const amount = (cents: number | null | undefined): string => (cents == null ? '' : csvAmount(cents, false))
  const count = (value: number | undefined): string => (value === undefined ? '' : String(value))
  const arrived = box.arrived.kind === 'dates' ? (box.arrived.dates[0] ?? '') : ''
  return [
    ['format', String(FORMAT)],
    ['reference', text(box.reference)],
    ['name_on_paper', text(box.nameOnPaper)],
    ['program', box.program ?? ''],
    ['province', box.region.province],
    ['community', text(box.region.community)],
    ['adults', count(box.people?.adults)],
    ['children', count(box.people?.children)],
    ['support_units', count(box.people?.units)],
    ['arrived_on', arrived],
    ['support_ends_on', box.supportEnds[0] ?? ''],
    ['period_from', report.period.from],
    ['period_to', report.period.to],
    ['support_month', count(box.month?.number)],
    ['support_months', count(box.month?.of)],
    ['prepared_on', box.preparedOn],
    ['state', box.draft ? 'draft' : 'final'],
    ['opening', amount(figures.openingCents)],
    ['in', amount(figures.inCents)],
    ['out', amount(figures.outCents)],
    ['transfers', amount(figures.transferCents)],
    ['closing', amount(figures.closingCents)],
    ['statement_date', figures.statement?.date ?? ''],
    ['statement_balance', amount(figures.statement?.cents)],
    ['difference', amount(figures.statement?.differenceCents)],
    ['still_to_pay', amount(figures.stillToPayCents)],
    ['left_over', amount(figures.leftOverCents)],
    ['minimum_met', answers.minimum.answer],
    ['months_short', answers.minimum.answer === 'not-known' ? '' : count(report.changes?.shortMonths.length)],
    ['start_up_given_in_full', answers.startUp.answer],
    ['start_up_official', amount(report.startUp.officialCents)],
    ['start_up_given', amount(report.startUp.totalCents)],
    ['receipts_missing', answers.receiptsMissing.answer],
    ['receipts_missing_count', count(answers.receiptsMissing.values['n'] ?? 0)],
    ['receipts_missing_amount', amount(answers.receiptsMissing.values['missingCents'] ?? 0)],
    ['unusual', answers.unusual.answer],
    ['own_costs', amount(report.ownCosts.totalCents)],
    ['in_kind', amount(report.inKind.totalCents)],
    ['owed_to_members', amount(report.balance.owedCents)],
  ]
}
