/** The mapping form's fields as texts of its lists, and the mapping that they make. `none` and '' mean no column. */
import type { DateOrder } from '#imports/bank-dates.ts'
import type { ColumnMapping } from '#imports/column-mapping.ts'

export interface MappingDraft {
  readonly date: string
  readonly dateOrder: DateOrder | 'auto'
  readonly text: string
  readonly more: string
  readonly amounts: 'one' | 'two'
  readonly amount: string
  readonly type: string
  readonly out: string
  readonly in: string
  readonly balance: string
  readonly cheque: string
  readonly flipSign: boolean
}

const asText = (column: number | null | undefined): string => (column == null ? '' : String(column))
const asOptional = (column: number | null | undefined): string => (column == null ? 'none' : String(column))

export function mappingToDraft(mapping: ColumnMapping | null): MappingDraft {
  const signed = mapping?.amount.kind === 'signed' ? mapping.amount : null
  const parted = mapping?.amount.kind === 'in-out' ? mapping.amount : null
  return {
    date: asText(mapping?.date),
    dateOrder: mapping?.dateOrder ?? 'auto',
    text: asText(mapping?.description[0]),
    more: asOptional(mapping?.description[1]),
    amounts: parted ? 'two' : 'one',
    amount: asText(signed?.column),
    type: asOptional(signed?.type),
    out: asText(parted?.out),
    in: asText(parted?.in),
    balance: asOptional(mapping?.balance),
    cheque: asOptional(mapping?.chequeNumber),
    flipSign: mapping?.flipSign ?? false,
  }
}

/** Null while a column that is needed is missing. What the form does not show is kept from `start`. */
export function mappingFromDraft(draft: MappingDraft, start: ColumnMapping | null): ColumnMapping | null {
  const column = (text: string): number | null => (text === '' || text === 'none' ? null : Number(text))
  const date = column(draft.date)
  const text = column(draft.text)
  const amount = amountOf(draft, column)
  if (date === null || text === null || amount === null) return null
  const second = column(draft.more)
  const rest = start?.description.slice(2) ?? []
  return {
    date,
    dateOrder: draft.dateOrder === 'auto' ? null : draft.dateOrder,
    description: second === null || second === text ? [text] : [text, second, ...rest],
    amount,
    flipSign: draft.flipSign,
    balance: column(draft.balance),
    chequeNumber: column(draft.cheque),
    account: start?.account ?? [],
    foreign: start?.foreign ?? null,
  }
}

function amountOf(
  draft: MappingDraft,
  column: (text: string) => number | null,
): ColumnMapping['amount'] | null {
  if (draft.amounts === 'one') {
    const only = column(draft.amount)
    return only === null ? null : { kind: 'signed', column: only, type: column(draft.type) }
  }
  const [out, into] = [column(draft.out), column(draft.in)]
  return out === null || into === null || out === into ? null : { kind: 'in-out', in: into, out }
}
