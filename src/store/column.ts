/**
 * One column of a snapshot page: values laid down by what they have in common, so that most of them are looked at and
 * not parsed. A column is described by a small tuple in the page's head (`ColumnPlan`); `at` names a section of the page:
 *   ['same', value]                   all alike
 *   ['ints', at, width, base]         base + unsigned little-endian offsets of 1, 2 or 4 bytes
 *   ['floats', at]                    Float64
 *   ['dict', at, texts, width]        codes of 1 or 2 bytes into a JSON array of the different texts
 *   ['hex', at]                       texts of 32 lower-case hex digits, 16 bytes each
 *   ['texts', at, lengths]            one UTF-8 text cut at lengths (`ints`, in UTF-16 units)
 *   ['object', [[name, plan] …]]      objects of the same members in the same order
 *   ['list', lengths, count, plan]    lists, their items one after another in a column of `count`
 *   ['some', at, count, plan]         a byte a row: 0 absent, 1 null, 2 there; the column holds what is there
 *   ['held', at, plan]                version 1: a byte a row, 0 absent; the column holds every row
 *   ['json', at]                      a JSON array, null where absent
 */
import { createBlank, type Json } from '#domain/json.ts'

export type NumberPlan =
  | readonly ['same', number]
  | readonly ['ints', at: number, width: 1 | 2 | 4, base: number]
  | readonly ['floats', at: number]

export type ColumnPlan =
  | readonly ['same', Json]
  | NumberPlan
  | readonly ['dict', at: number, texts: number, width: 1 | 2]
  | readonly ['hex', at: number]
  | readonly ['texts', at: number, lengths: NumberPlan]
  | readonly ['object', members: readonly (readonly [string, ColumnPlan])[]]
  | readonly ['list', lengths: NumberPlan, count: number, items: ColumnPlan]
  | readonly ['some', at: number, count: number, there: ColumnPlan]
  | readonly ['held', at: number, all: ColumnPlan]
  | readonly ['json', at: number]

type Value = Json | undefined
export type AddSection = (section: Uint8Array) => number

/** Deeper values are kept as JSON. */
const MAX_LEVELS = 4
const HEX = /^[0-9a-f]{32}$/

export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

export function encodeColumn(values: readonly Value[], add: AddSection, level = 0): ColumnPlan {
  const first = values[0]
  if (isSimple(first) && !Object.is(first, -0) && values.every(value => Object.is(value, first)))
    return ['same', first]
  if (values.some(value => value === undefined || value === null)) {
    const there = values.filter(value => value !== undefined && value !== null)
    const at = add(Uint8Array.from(values, value => (value === undefined ? 0 : value === null ? 1 : 2)))
    return ['some', at, there.length, encodeColumn(there, add, level)]
  }
  if (isNumbers(values)) return encodeNumbers(values, add)
  if (isTexts(values)) return encodeTexts(values, add)
  const nested = level < MAX_LEVELS ? encodeNested(values, add, level + 1) : null
  return nested ?? ['json', add(jsonBytes(values))]
}

const isNumbers = (values: readonly Value[]): values is readonly number[] =>
  values.every(value => typeof value === 'number')
const isTexts = (values: readonly Value[]): values is readonly string[] =>
  values.every(value => typeof value === 'string')

const isSimple = (value: Value): value is null | string | number | boolean =>
  value === null || (typeof value !== 'object' && value !== undefined)

export function encodeNumbers(values: readonly number[], add: AddSection): NumberPlan {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let isWhole = values.length > 0
  for (const value of values) {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) isWhole = false
    if (value < least) least = value
    if (value > most) most = value
  }
  const span = most - least
  if (!isWhole || span >= 2 ** 32) return ['floats', add(bytesOf(Float64Array.from(values)))]
  if (span === 0) return ['same', least]
  const width = span < 2 ** 8 ? 1 : span < 2 ** 16 ? 2 : 4
  const offsets = wordsOf(new Uint8Array(values.length * width), width)
  for (const [row, value] of values.entries()) offsets[row] = value - least
  return ['ints', add(bytesOf(offsets)), width, least]
}

const bytesOf = (array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(array.buffer)

function encodeTexts(values: readonly string[], add: AddSection): ColumnPlan {
  const texts = new Map<string, number>()
  for (const value of values) if (!texts.has(value)) texts.set(value, texts.size)
  if (texts.size * 2 <= values.length && texts.size <= 2 ** 16) {
    const width = texts.size <= 2 ** 8 ? 1 : 2
    const codes = wordsOf(new Uint8Array(values.length * width), width)
    for (const [row, value] of values.entries()) codes[row] = texts.get(value) ?? 0
    return ['dict', add(bytesOf(codes)), add(jsonBytes([...texts.keys()])), width]
  }
  if (values.every(value => HEX.test(value))) return ['hex', add(hexToBytes(values.join('')))]
  const whole = values.join('')
  const bytes = new TextEncoder().encode(whole)
  // Half a surrogate pair has no UTF-8: JSON escapes it.
  if (decoder.decode(bytes) !== whole) return ['json', add(jsonBytes(values))]
  const lengths = encodeNumbers(
    values.map(({ length }) => length),
    add,
  )
  return ['texts', add(bytes), lengths]
}

/** Objects of one shape, or lists. */
function encodeNested(values: readonly Value[], add: AddSection, level: number): ColumnPlan | null {
  if (values.every(Array.isArray)) {
    const lists = values as readonly (readonly Json[])[]
    const lengths = encodeNumbers(
      lists.map(({ length }) => length),
      add,
    )
    const items = lists.flat().map(item => item ?? null)
    return ['list', lengths, items.length, encodeColumn(items, add, level)]
  }
  if (values.some(value => typeof value !== 'object' || value === null || Array.isArray(value))) return null
  const objects = values as readonly Readonly<Record<string, Json>>[]
  const namesOf = (value: Readonly<Record<string, Value>>) =>
    Object.keys(value).filter(name => value[name] !== undefined)
  const names = namesOf(objects[0] ?? {})
  const isOneShape = objects.every(value => {
    const own = namesOf(value)
    return own.length === names.length && own.every((name, index) => name === names[index])
  })
  if (!isOneShape || names.includes('__proto__')) return null
  const memberOf = (name: string): readonly [string, ColumnPlan] => {
    const members = objects.map(value => value[name])
    return [name, encodeColumn(members, add, level)]
  }
  return ['object', names.map(memberOf)]
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes of one section, at a multiple of 8. */
export type ReadSection = (at: number) => Uint8Array

export const readJson = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

export function decodeColumn(plan: ColumnPlan, rows: number, read: ReadSection): readonly Value[] {
  switch (plan[0]) {
    case 'same':
      return new Array<Json>(rows).fill(plan[1])
    case 'ints':
    case 'floats':
      return Array.from(decodeNumbers(plan, rows, read))
    case 'dict': {
      const texts = readJson(read(plan[2])) as readonly string[]
      const codes = wordsOf(read(plan[1]), plan[3])
      const values = new Array<string>(rows)
      for (let row = 0; row < rows; row += 1) values[row] = texts[codes[row] ?? 0] ?? ''
      return values
    }
    case 'hex':
      return decodeHex(read(plan[1]), rows)
    case 'texts':
      return cut(decoder.decode(read(plan[1])), decodeNumbers(plan[2], rows, read))
    case 'object':
      return decodeObjects(plan[1], rows, read)
    case 'list':
      return cut(decodeColumn(plan[3], plan[2], read) as readonly Json[], decodeNumbers(plan[1], rows, read))
    case 'some':
      return decodeSome(read(plan[1]), decodeColumn(plan[3], plan[2], read))
    case 'held': {
      const isThere = read(plan[1])
      return decodeColumn(plan[2], rows, read).map((value, row) => (isThere[row] === 1 ? value : undefined))
    }
    default:
      return readJson(read(plan[1])) as readonly Json[]
  }
}

export function decodeNumbers(plan: NumberPlan, rows: number, read: ReadSection): Float64Array {
  if (plan[0] === 'same') return new Float64Array(rows).fill(plan[1])
  const section = read(plan[1])
  if (plan[0] === 'floats') return new Float64Array(section.buffer, section.byteOffset, section.length / 8)
  const offsets = wordsOf(section, plan[2])
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) values[row] = (offsets[row] ?? 0) + plan[3]
  return values
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array, width: 1 | 2 | 4) {
  if (width === 1) return new Uint8Array(buffer, byteOffset, length)
  return width === 2
    ? new Uint16Array(buffer, byteOffset, length / 2)
    : new Uint32Array(buffer, byteOffset, length / 4)
}

function cut(whole: string, lengths: Float64Array): string[]
function cut<T>(whole: readonly T[], lengths: Float64Array): T[][]
function cut(whole: string | readonly unknown[], lengths: Float64Array): unknown[] {
  const parts = new Array<unknown>(lengths.length)
  let from = 0
  for (let row = 0; row < lengths.length; row += 1) {
    const to = from + (lengths[row] ?? 0)
    parts[row] = whole.slice(from, to)
    from = to
  }
  return parts
}

function decodeObjects(
  members: readonly (readonly [string, ColumnPlan])[],
  rows: number,
  read: ReadSection,
): Readonly<Record<string, Json>>[] {
  const columns = members.map(([name, plan]) => ({ name, plan, values: decodeColumn(plan, rows, read) }))
  const first = createBlank(members.map(([name]) => name)) as Record<string, Json>
  for (const { name, values } of columns) first[name] = values[0] ?? null
  const changing = columns.filter(({ plan }) => plan[0] !== 'same')
  const objects = new Array<Record<string, Json>>(rows)
  for (let row = 0; row < rows; row += 1) {
    const object = { ...first }
    for (const { name, values } of changing) object[name] = values[row] ?? null
    objects[row] = object
  }
  return objects
}

function decodeSome(marks: Uint8Array, there: readonly Value[]): readonly Value[] {
  const values = new Array<Value>(marks.length)
  let next = 0
  for (let row = 0; row < marks.length; row += 1) {
    const mark = marks[row]
    values[row] = mark === 2 ? there[next++] : mark === 1 ? null : undefined
  }
  return values
}

const DIGITS = Uint8Array.from('0123456789abcdef', digit => digit.charCodeAt(0))

function decodeHex(bytes: Uint8Array, rows: number): string[] {
  const digits = new Uint8Array(rows * 32)
  for (let i = 0; i < rows * 16; i += 1) {
    const byte = bytes[i] ?? 0
    digits[i * 2] = DIGITS[byte >> 4] ?? 0
    digits[i * 2 + 1] = DIGITS[byte & 15] ?? 0
  }
  const whole = decoder.decode(digits)
  return Array.from({ length: rows }, (_, row) => whole.slice(row * 32, row * 32 + 32))
}

export function hexToBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

export const isHexId = (text: string): boolean => HEX.test(text)
