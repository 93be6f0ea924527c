/**
 * A group's money as it is after years of work, seeded and the same everywhere: most entries come from bank files (long
 * repeated texts, row ids), some are typed, one in seven has several splits, and one in ten was sorted again later.
 */
import { account } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { group } from '#domain/group.ts'
import type { Json } from '#domain/json.ts'
import { type Line, line } from '#domain/line.ts'
import type { RecordId, RecordKind, RecordOf } from '#domain/record-kind.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import type { DraftOp } from '#store/store.ts'
import { seededNumbers } from '../vault/fast-vault.ts'

export type Created = Extract<DraftOp, { op: 'create' }>
type Below = (below: number) => number

const LINES: readonly (readonly [key: string, countsAs: Line['countsAs']])[] = [
  ['donations', 'income'],
  ['fundraising', 'income'],
  ['parish', 'income'],
  ['rent', 'monthly-support'],
  ['food', 'monthly-support'],
  ['transport', 'monthly-support'],
  ['phone', 'monthly-support'],
  ['utilities', 'monthly-support'],
  ['furniture', 'start-up'],
  ['kitchen', 'start-up'],
  ['clothing', 'start-up'],
  ['deposit', 'start-up'],
  ['dental', 'extra'],
  ['courses', 'extra'],
  ['bank-fees', 'own-cost'],
]
const ACCOUNTS = ['chequing', 'savings', 'envelope']
const METHODS = ['e-transfer', 'cheque', 'debit', 'pre-authorized', 'deposit'] as const
const NAMES = [
  'NGUYEN',
  'TREMBLAY',
  'OKAFOR',
  'HADDAD',
  'MACDONALD',
  'SINGH',
  'ROY',
  'KOWALSKI',
  'DUBE',
  'CHEN',
]
const SHOPS = [
  'NO FRILLS',
  'SUPER C',
  'CANADIAN TIRE',
  'VALUE VILLAGE',
  'BELL MOBILITY',
  'HYDRO OTTAWA',
  'PRESTO',
]

const hexOf = (below: Below): string => {
  let text = ''
  for (let i = 0; i < 4; i += 1)
    text += below(2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return text
}
const two = (value: number) => String(value).padStart(2, '0')

/** The records that entries point at: one sponsorship, its lines, three accounts. */
export function frameOps(): readonly Created[] {
  const create = (kind: RecordKind, id: RecordId, fields: object): Created => ({
    op: 'create',
    kind: kind.kind,
    id,
    fields: fields as Record<string, Json>,
  })
  return [
    create(group, 'group', { name: 'Bench' }),
    create(sponsorship, 'household', {}),
    create(arrival, 'arrival', {
      sponsorship: 'household',
      timing: {
        state: 'landed',
        from: null,
        to: null,
        expected: null,
        landed: '2025-01-15',
        reached: '2025-01-15',
      },
    }),
    ...ACCOUNTS.map((id, i) =>
      create(account, id, { name: id, opening: { date: '2025-01-01', cents: 100_000 * i }, order: `a${i}` }),
    ),
    ...LINES.map(([key, countsAs], i) =>
      create(line, `line-${key}`, {
        sponsorship: 'household',
        key,
        countsAs,
        order: `a${two(i)}`,
        budget: { kind: 'once', cents: 1_000_000, month: null },
      }),
    ),
  ]
}

/** Entries of the year 2025, by the bank's date. */
export function entryOps(count: number, seed = 7): readonly Created[] {
  const below = seededNumbers(seed)
  const batches = Array.from({ length: 40 }, () => hexOf(below))
  return Array.from({ length: count }, (_, i) => {
    const day = Math.floor((i * 365) / count)
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
    const isTyped = below(7) === 0
    const fields = isTyped ? typedEntry(below, date) : bankEntry(below, date, batches[below(40)] ?? '')
    return { op: 'create', kind: entry.kind, id: hexOf(below), fields }
  })
}

function moneyOf(below: Below): { cents: number; splits: { [name: string]: Json }[]; income: boolean } {
  const income = below(3) === 0
  const places = LINES.flatMap(([key, countsAs]) =>
    (countsAs === 'income') === income ? [`line-${key}`] : [],
  )
  const parts = below(7) === 0 ? 2 + below(2) : 1
  const splits = Array.from({ length: parts }, () => ({
    line: below(50) === 0 ? null : (places[below(places.length)] ?? null),
    cents: (income ? 1 : -1) * (500 + below(60_000)),
    countsAs: null,
    unit: null,
    covers: below(12) === 0 ? { from: '2025-03', to: '2025-04' } : null,
  }))
  return { cents: splits.reduce((sum, { cents }) => sum + cents, 0), splits, income }
}

const payeeOf = (below: Below): string =>
  below(3) === 0
    ? `INTERAC E-TRANSFER FROM ${NAMES[below(NAMES.length)]} ${two(below(100))}`
    : `POS PURCHASE ${SHOPS[below(SHOPS.length)]} #${1000 + below(4000)} OTTAWA ON`

function bankEntry(below: Below, date: string, batch: string): Record<string, Json> {
  const { cents, splits, income } = moneyOf(below)
  const isTransfer = below(60) === 0
  return {
    type: isTransfer ? 'transfer' : income ? 'income' : 'expense',
    account: 'chequing',
    date,
    money: isTransfer
      ? { cents: -Math.abs(cents), splits: [], toAccount: 'savings' }
      : { cents, splits, toAccount: null },
    payee: payeeOf(below),
    note: '',
    method: METHODS[below(METHODS.length)] ?? '',
    chequeNumber: below(20) === 0 ? String(100 + below(900)) : '',
    receipt: income ? 'not-needed' : below(2) === 0 ? 'have' : 'missing',
    bankRows: [hexOf(below)],
    importBatch: batch,
  }
}

function typedEntry(below: Below, date: string): Record<string, Json> {
  const { cents, splits, income } = moneyOf(below)
  return {
    type: income ? 'income' : 'expense',
    account: ACCOUNTS[below(ACCOUNTS.length)] ?? '',
    date,
    money: { cents, splits, toAccount: null },
    payee: `${NAMES[below(NAMES.length)]}`,
    note: below(3) === 0 ? 'Given after the meeting, envelope counted by two' : '',
    receiptNumber: income ? '' : `25-${String(below(1000)).padStart(3, '0')}`,
    receipt: income ? 'not-needed' : 'have',
  }
}

/** What people did to a tenth of them afterwards. */
export function editOps(created: readonly Created[]): readonly DraftOp[] {
  return created.flatMap((op, i): readonly DraftOp[] =>
    i % 10 === 3
      ? [{ op: 'set', id: op.id, field: 'receipt', value: i % 20 === 3 ? 'have' : 'not-needed' }]
      : [],
  )
}

export const readCreated = <K extends RecordKind>(kind: K, ops: readonly Created[]): RecordOf<K>[] =>
  ops.flatMap(op =>
    op.kind === kind.kind
      ? [{ id: op.id, deleted: false, ...kind.defaults, ...op.fields } as unknown as RecordOf<K>]
      : [],
  )

export const entriesOf = (ops: readonly Created[]): Entry[] => readCreated(entry, ops)
