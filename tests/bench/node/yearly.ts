/**
 * A year's figures over many entries, warm and from cold, and the journal of the same entries for other programs.
 * Arguments: entries, runs, where the journal goes. Prints samples in milliseconds as JSON.
 */
import { writeFileSync } from 'node:fs'
import { account } from '#domain/account.ts'
import { group } from '#domain/group.ts'
import { buildLedger } from '#domain/ledger.ts'
import { line } from '#domain/line.ts'
import type { ReportPeriod } from '#domain/periods.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { hledgerJournal } from '#reports/hledger-journal.ts'
import { gatherFacts, type YearlyOptions, type YearlyRecords } from '#reports/yearly-facts.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { entriesOf, entryOps, frameOps, readCreated } from '../../support/bench/money-records.ts'

const [count = '100000', runs = '9', journalPath = ''] = process.argv.slice(2)
const frame = frameOps()
const [found] = readCreated(group, frame)
const [household] = readCreated(sponsorship, frame)
if (found === undefined || household === undefined) throw new Error('no group')
const period: ReportPeriod = { kind: 'calendar', from: '2025-01-01', to: '2025-12-31' } as ReportPeriod
const options: YearlyOptions = { audience: 'group', period, preparedOn: '2026-01-15' }
const records: YearlyRecords = {
  group: found,
  sponsorship: household,
  arrivals: readCreated(arrival, frame),
  units: [],
  people: [],
  majorities: [],
  accounts: readCreated(account, frame),
  statements: [],
  lines: readCreated(line, frame),
  entries: entriesOf(entryOps(Number(count))),
  minimums: [],
  notes: null,
  rates: shippedRates(),
}

const time = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const samples = { build: [] as number[], facts: [] as number[], report: [] as number[] }
for (let run = 0; run < Number(runs); run += 1) {
  samples.build.push(time(() => gatherFacts(records, options)))
  const open = { ...records, ledger: buildLedger(records.entries, records.lines) }
  samples.facts.push(time(() => gatherFacts(open, options)))
  samples.report.push(time(() => buildYearlyReport(open, options)))
}
const report = buildYearlyReport(records, { ...options, includeEntries: true })
const journal = hledgerJournal(report, 'en')
if (!journal.ok) throw new Error(journal.problem.kind)
writeFileSync(journalPath, journal.value)
const closing = Object.fromEntries((report.accounts?.rows ?? []).map(row => [row.name, row.closingCents]))
console.log(JSON.stringify({ samples, closing, bytes: journal.value.length }))
