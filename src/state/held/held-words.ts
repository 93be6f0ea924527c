/** What a copy of everything held about a person is written with: the words of one language, and names for ids. */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'

/** Of the language that the person chose, which need not be the screen's. */
export interface HeldSay {
  readonly t: (id: string, values?: Readonly<Record<string, string | number>>) => string
  readonly date: (date: IsoDate, style?: 'long') => string
  readonly month: (month: IsoMonth) => string
  readonly time: (time: string) => string
  readonly money: (cents: Cents) => string
  readonly number: (value: number) => string
  readonly list: (items: readonly string[]) => string
}

export interface HeldNames extends HeldSay {
  readonly member: (id: RecordId) => string
  /** Of those whom the whole group knows. */
  readonly contact: (id: RecordId) => string
  /** Code labels of persons and support units. */
  readonly label: (id: RecordId) => string
  readonly line: (id: RecordId) => string
}

export interface HeldFact {
  readonly label: string
  readonly value: string
}

/** One record in plain words, with the records that belong to it. */
export interface HeldItem {
  readonly title: string
  readonly facts: readonly HeldFact[]
  readonly parts: readonly HeldItem[]
}

/** The label in front of it, and the value in words; an empty text is left out. */
export interface Told<Value> {
  readonly label: string
  readonly show: (value: Value, names: HeldNames) => string
}

/**
 * Why a field is not written out: it only joins or orders records, it is the record's title here, or it is the bank's
 * text and the group's note on a payment, which leave the Money compartment on no paper (the copy says so).
 */
export type Untold = 'inner' | 'title' | 'bank-text'

const isUntold = (of: unknown): of is Untold => typeof of === 'string'

/** Every field of a kind must be here, or it does not compile. */
export type FieldTable<Fields> = { readonly [Name in keyof Fields]: Told<Fields[Name]> | Untold }

export function factsOf<Fields extends object>(
  record: NoInfer<Fields>,
  table: FieldTable<Fields>,
  names: HeldNames,
): readonly HeldFact[] {
  const facts: HeldFact[] = []
  for (const name of Object.keys(table) as (keyof Fields & string)[]) {
    const told = table[name]
    if (isUntold(told)) continue
    const value = told.show(record[name], names)
    if (value !== '') facts.push({ label: names.t(told.label), value })
  }
  return facts
}

/** Shows that many fields share. */
export const asText = (value: string): string => value
export const asTexts = (value: readonly string[], { list }: HeldNames): string => list(value)
export const asDay = (value: IsoDate | null, { date }: HeldNames): string =>
  value === null ? '' : date(value, 'long')
export const asAmount = (value: Cents | null, { money }: HeldNames): string =>
  value === null ? '' : money(value)
export const asYes = (value: boolean, { t }: HeldNames): string => (value ? t('plan.yes') : '')
export const asNumber = (value: number, { number }: HeldNames): string => (value === 0 ? '' : number(value))
export const asMember = (value: RecordId | null, { member }: HeldNames): string =>
  value === null ? '' : member(value)
export const asMembers = (value: readonly RecordId[], { list, member }: HeldNames): string =>
  list(value.map(member))
export const asLabels = (value: readonly RecordId[], { list, label }: HeldNames): string =>
  list(value.map(label))
