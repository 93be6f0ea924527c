/**
 * The sample account as records: one household of two people that arrived on 27 September 2025, every bank row sorted
 * onto a line. `[date, cents, the bank's text, line]` are in `sample-rows.json`.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Account, account, type Statement, statement } from '#domain/account.ts'
import { type Entry, entry, type Split } from '#domain/entry.ts'
import { type Group, group } from '#domain/group.ts'
import {
  type Majority,
  majority,
  type Person,
  person,
  type SupportUnit,
  supportUnit,
} from '#domain/household.ts'
import { type CountsAs, type Line, line } from '#domain/line.ts'
import type { ReportPeriod } from '#domain/periods.ts'
import type { RecordKind, RecordOf } from '#domain/record-kind.ts'
import { type ReportNotes, reportNotes, type SupportMinimum, supportMinimum } from '#domain/report-record.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import type { YearlyRecords } from '#reports/yearly-facts.ts'
import { shippedRates } from '#state/shipped-rates.ts'

type Given<T> = Partial<Omit<T, 'id' | 'deleted'>>

const make = <K extends RecordKind>(kind: K, id: string, fields: object): RecordOf<K> =>
  ({ id, deleted: false, ...kind.defaults, ...fields }) as RecordOf<K>

export const makeAccount = (id: string, fields: Given<Account> = {}): Account => make(account, id, fields)
export const makeEntry = (id: string, fields: Given<Entry> = {}): Entry => make(entry, id, fields)
export const makeLine = (id: string, fields: Given<Line> = {}): Line => make(line, id, { key: id, ...fields })
export const makeStatement = (id: string, fields: Given<Statement>): Statement => make(statement, id, fields)
export const makeGroup = (fields: Given<Group> = {}): Group => make(group, 'group', fields)
export const makeSponsorship = (id: string, fields: Given<Sponsorship> = {}): Sponsorship =>
  make(sponsorship, id, fields)
export const makeArrival = (id: string, fields: Given<Arrival> = {}): Arrival => make(arrival, id, fields)
export const makeUnit = (id: string, fields: Given<SupportUnit> = {}): SupportUnit =>
  make(supportUnit, id, fields)
export const makePerson = (id: string, fields: Given<Person> = {}): Person => make(person, id, fields)
export const makeMajority = (id: string, fields: Given<Majority>): Majority => make(majority, id, fields)
export const makeMinimum = (id: string, fields: Given<SupportMinimum> = {}): SupportMinimum =>
  make(supportMinimum, id, fields)
export const makeNotes = (fields: Given<ReportNotes> = {}): ReportNotes => make(reportNotes, 'notes', fields)

export const part = (lineId: string | null, cents: number, more: Partial<Split> = {}): Split => ({
  line: lineId,
  cents,
  countsAs: null,
  unit: null,
  covers: null,
  ...more,
})

/** An income or expense with one line; the sign says which. */
export const cashEntry = (
  id: string,
  date: string,
  cents: number,
  lineId: string | null,
  more: Given<Entry> = {},
): Entry =>
  makeEntry(id, {
    type: cents > 0 ? 'income' : 'expense',
    account: 'bank',
    date,
    money: { cents, splits: lineId === null ? [] : [part(lineId, cents)], toAccount: null },
    ...more,
  })

type Row = readonly [date: string, cents: number, text: string, line: string]

const readJson = (...path: string[]): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, ...path), 'utf8'))

export const sampleRows = readJson('sample-rows.json') as readonly Row[]

interface StandardLines {
  data: { lines: { key: string; countsAs: CountsAs; givenAs: 'cash' | 'on-behalf'; order: string }[] }
}

export const sampleLines: readonly Line[] = (
  readJson('../../../resources/rates/lines.json') as StandardLines
).data.lines.map(({ key, countsAs, givenAs, order }) =>
  makeLine(key, { key, countsAs, givenAs, order, sponsorship: 'maple' }),
)

/** The first transfer to the household is one month's support and 275.00 of start-up money in cash. */
function splitsOf([date, cents, , key]: Row): Split[] {
  if (date === '2025-09-29' && key === 'household-support')
    return [part(key, -137_500), part('staples', -27_500)]
  return [part(key, cents)]
}

export const sampleEntries: readonly Entry[] = sampleRows.map((row, i) =>
  makeEntry(`e${String(i + 1).padStart(3, '0')}`, {
    type: row[3].startsWith('income') ? 'income' : 'expense',
    account: 'bank',
    date: row[0],
    money: { cents: row[1], splits: splitsOf(row), toAccount: null },
    payee: row[2],
    receiptNumber: `${row[0].slice(2, 4)}-${String(i + 1).padStart(3, '0')}`,
    receipt: row[3] === 'bank-fees' || row[1] > 0 ? 'not-needed' : 'have',
  }),
)

export const sampleAccount = makeAccount('bank', {
  name: 'Chequing',
  opening: { date: '2025-02-10', cents: 0 },
})
export const sampleSponsorship = makeSponsorship('maple', {
  codeName: 'Maple',
  program: 'rrap',
  province: 'ON',
  community: 'Ottawa',
  reference: 'SAH-2025-17',
})
export const sampleArrival = makeArrival('first', {
  sponsorship: 'maple',
  timing: {
    state: 'landed',
    from: null,
    to: null,
    expected: '2025-09-27',
    landed: '2025-09-27',
    reached: '2025-09-27',
  },
})
export const sampleUnit = makeUnit('unit', { sponsorship: 'maple', label: 'A' })
export const samplePeople = ['A1', 'A2'].map(label =>
  makePerson(label, { sponsorship: 'maple', arrival: 'first', unit: 'unit', label }),
)
export const sampleMinimums = [
  makeMinimum('min-1', {
    sponsorship: 'maple',
    unit: 'unit',
    months: { from: '2025-09', to: '2025-09' },
    cents: 23_000,
    source: 'RSTP calculator',
    asOf: '2025-09-28',
    status: 'secondary',
  }),
  makeMinimum('min-2', {
    sponsorship: 'maple',
    unit: 'unit',
    months: { from: '2025-10', to: '2026-09' },
    cents: 172_300,
    source: 'RSTP calculator',
    asOf: '2025-09-28',
    status: 'secondary',
  }),
]
export const sampleGroup = makeGroup({ name: 'Rainbow friends', nameOnPaper: 'Sponsor group' })

export const sampleNotes = makeNotes({
  sponsorship: 'maple',
  preparedBy: 'Robin',
  reviewedBy: 'Alex',
  unusual: { answer: 'no', note: '' },
  changes: 'The move was a week late.',
  balancePlan: 'Kept for the next household.',
})

export const sampleRecords: YearlyRecords = {
  group: sampleGroup,
  sponsorship: sampleSponsorship,
  arrivals: [sampleArrival],
  units: [sampleUnit],
  people: samplePeople,
  majorities: [],
  accounts: [sampleAccount],
  statements: [
    makeStatement('s1', { account: 'bank', balance: { date: '2025-12-31', cents: 2_739_537 } }),
    makeStatement('s2', { account: 'bank', balance: { date: '2026-09-23', cents: 836_550 } }),
  ],
  lines: sampleLines,
  entries: sampleEntries,
  minimums: sampleMinimums,
  notes: sampleNotes,
  rates: shippedRates(),
}

export const year = (number: number): ReportPeriod => ({
  kind: 'calendar',
  year: number,
  key: String(number),
  from: `${number}-01-01`,
  to: `${number}-12-31`,
})
