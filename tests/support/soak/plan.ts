/**
 * What a soak writes, change after change, and the tables that must be there after any number of them. One number
 * decides all of it, so the page that writes and the test that judges need not talk about content.
 */
import type { Json } from '#domain/json.ts'
import type { ChangeDraft, DraftOp } from '#store/store.ts'
import { createDice } from './dice.ts'

/** One record as it must be found: `[kind, deleted, fields]` by id. */
export type Tables = Record<string, readonly [kind: string, deleted: boolean, fields: Record<string, Json>]>

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
const idOf = (seed: number, change: number, row: number): string =>
  `${hex(seed)}${hex(change)}${hex(row)}5041524b`

/** Every fourth change is an import at least, so that later ones have rows to edit. */
const isImport = (seed: number, change: number): boolean =>
  change % 4 === 0 || createDice(seed + change * 7919)(10) < 3

function lastImportBefore(seed: number, change: number): number {
  for (let k = change - 1; k >= 0; k -= 1) if (isImport(seed, k)) return k
  return 0
}

/** Now and then one of more than a mebibyte, which is sealed as several records. */
const rowsOf = (seed: number, change: number): number => {
  const dice = createDice(seed ^ (change * 104_729))
  return dice(40) === 0 ? 2_600 : 3 + dice(60)
}

function entryFields(seed: number, change: number, row: number): Record<string, Json> {
  const cents = -(1 + ((change * 7_907 + row * 131 + seed) % 99_999))
  return {
    type: 'expense',
    date: `2025-${String(1 + (change % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`,
    money: {
      cents,
      splits: [{ line: null, cents, countsAs: null, unit: null, covers: null }],
      toAccount: null,
    },
    payee: `POINT OF SALE ${change}/${row} ${hex(seed)} INTERAC PURCHASE`,
    note: row % 5 === 0 ? 'a memo that the bank wrote, with “quotes”, é and \u{1f3e0}' : '',
    bankRows: [idOf(seed, change, row)],
    importBatch: idOf(seed, change, 1_000_000),
  }
}

function importOps(seed: number, change: number): DraftOp[] {
  const batch: DraftOp = {
    op: 'create',
    kind: 'import-batch',
    id: idOf(seed, change, 1_000_000),
    fields: { format: 'soak', importedAt: change },
  }
  const rows = Array.from({ length: rowsOf(seed, change) }, (_, row): DraftOp => {
    const id = idOf(seed, change, row)
    return { op: 'create', kind: 'entry', id, fields: entryFields(seed, change, row) }
  })
  return [batch, ...rows]
}

export function plannedChange(seed: number, change: number): ChangeDraft {
  if (isImport(seed, change)) return { command: 'importBankFile', ops: importOps(seed, change) }
  const dice = createDice(seed + change * 15_485_863)
  const earlier = lastImportBefore(seed, change)
  const roll = dice(10)
  if (roll < 3) {
    const create = (kind: string, row: number, fields: Record<string, Json>): DraftOp => ({
      op: 'create',
      kind,
      id: idOf(seed, change, row),
      fields,
    })
    // Two compartments in one change.
    const person = create('person', 0, { label: `C${change}`, band: 'child-6-17', order: hex(change) })
    const majority = create('majority', 1, { person: idOf(seed, change, 0), month: '2031-04' })
    return { command: 'addPerson', ops: [person, majority] }
  }
  if (roll < 5 && earlier === change - 1)
    return { command: 'deleteEntries', ops: [{ op: 'delete', id: idOf(seed, earlier, 0) }] }
  const ops = Array.from({ length: 1 + dice(2) }, (_, i): DraftOp => {
    const id = idOf(seed, earlier, i + 1)
    return { op: 'set', id, field: 'note', value: `edited by ${change}` }
  })
  return { command: 'editEntry', ops }
}

function apply(tables: Tables, ops: readonly DraftOp[]): void {
  for (const op of ops) {
    if (op.op === 'create') {
      tables[op.id] = [op.kind, false, { ...op.fields }]
      continue
    }
    const found = tables[op.id]
    if (found === undefined) throw new Error('the plan edits what it never made')
    if (op.op === 'delete') tables[op.id] = [found[0], true, found[2]]
    else if (op.op === 'set') tables[op.id] = [found[0], found[1], { ...found[2], [op.field]: op.value }]
  }
}

/** The tables after each of `from` to `to` changes, in turn; the same object each time, to be compared at once. */
export function* tablesAfter(
  seed: number,
  from: number,
  to: number,
): Generator<{ readonly changes: number; readonly tables: Tables }> {
  const tables: Tables = {}
  for (let change = 0; change < from; change += 1) apply(tables, plannedChange(seed, change).ops)
  for (let changes = from; ; changes += 1) {
    yield { changes, tables }
    if (changes === to) return
    apply(tables, plannedChange(seed, changes).ops)
  }
}

/** Fields in one order, so that two equal tables have one text. */
export function pictureOf(tables: Tables): Map<string, string> {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort()
              .map(([name, inner]) => [name, sorted(inner)]),
          )
        : value
  return new Map(Object.entries(tables).map(([id, record]) => [id, JSON.stringify(sorted(record))]))
}

export interface Verdict {
  /** How many changes of the plan are there, all of each; null: no number of whole changes gives these tables. */
  readonly changes: number | null
  /** Where they first differ from what was acknowledged. */
  readonly difference: string
}

/** Whether what was found is what `acknowledged` changes made, or those and up to `ahead` whole ones more. */
export function judge(seed: number, found: Tables, acknowledged: number, ahead: number): Verdict {
  const there = pictureOf(found)
  let difference = ''
  for (const { changes, tables } of tablesAfter(seed, acknowledged, acknowledged + ahead)) {
    const wanted = pictureOf(tables)
    const lost = [...wanted].find(([id, text]) => there.get(id) !== text)
    const extra = [...there].find(([id]) => !wanted.has(id))
    if (lost === undefined && extra === undefined) return { changes, difference: '' }
    if (changes === acknowledged)
      difference = lost
        ? `wanted ${lost[0]} ${lost[1]}, found ${there.get(lost[0]) ?? 'nothing'}`
        : `did not want ${extra?.join(' ')}`
  }
  return { changes: null, difference }
}
