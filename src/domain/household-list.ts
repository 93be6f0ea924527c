/**
 * The list of things that a household is offered to begin with: by its size and ages, as data with a source
 * (`resources/housing/household-items.json`). Names are words of the screens, `things.item.<key>`; an item made of the
 * list keeps its key and no name, so that each person reads it in their own language.
 *
 * Nothing is seeded twice: the id of such an item follows from the sponsorship and the key, what is there is left alone,
 * and what somebody deleted comes back only when it is asked for by name.
 */
import { z } from 'zod/mini'
import itemsFile from '#resources/housing/household-items.json' with { type: 'json' }
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import { wholeFrom } from './fields.ts'
import type { PeopleByAge } from './household.ts'
import { householdItem, itemLines, itemRooms, MOST_OF_ONE, newOnlyReasons } from './household-item.ts'
import { figureStatuses } from './line.ts'
import { type NewRecord, newRecord } from './new-record.ts'
import type { RecordId } from './record-kind.ts'
import type { Result } from './result.ts'

const source = z.object({
  text: z.string().check(z.minLength(1)),
  url: z.string().check(z.regex(/^https:\/\//)),
  status: z.enum(figureStatuses),
})
const some = z.optional(wholeFrom(1, MOST_OF_ONE))

const listItem = z.object({
  /** At most 30 characters: it becomes a part of an id. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,29}$/)),
  room: z.enum(itemRooms),
  line: z.enum(itemLines),
  /** So many for the home, and for each of these people. */
  count: z.object({ home: some, person: some, adult: some, under6: some, from6to17: some }),
  newOnly: z.nullable(z.enum(newOnlyReasons)),
  source: z.string(),
})
export type ListItem = z.output<typeof listItem>

const listTable = z
  .object({
    sources: z.record(z.string(), source),
    /** Where it was read that some things should be new. */
    newOnlySource: source,
    items: z.array(listItem).check(z.minLength(1)),
  })
  .check(
    z.refine(({ items }) => new Set(items.map(each => each.key)).size === items.length),
    z.refine(({ items, sources }) => items.every(each => Object.hasOwn(sources, each.source))),
  )
export type ListTable = DataTable<z.output<typeof listTable>>

export const parseHouseholdList = (raw: unknown): Result<ListTable, TableProblem> =>
  parseDataTable(listTable, raw)

let parsed: ListTable | null = null

/** Parsed once. A shipped file that cannot be read is a bug of the build, so it throws. */
export function shippedHouseholdList(): ListTable {
  if (parsed) return parsed
  const table = parseHouseholdList(itemsFile)
  if (!table.ok) throw new Error(`shipped household list: ${JSON.stringify(table.problem)}`)
  parsed = table.value
  return parsed
}

/** How many of it these people need; 0: none of them needs it. */
export function quantityFor({ count }: Pick<ListItem, 'count'>, people: PeopleByAge): number {
  const { adults, childrenUnder6, children6to17 } = people
  const all = adults + childrenUnder6 + children6to17
  if (all === 0) return 0
  const wanted =
    (count.home ?? 0) +
    (count.person ?? 0) * all +
    (count.adult ?? 0) * adults +
    (count.under6 ?? 0) * childrenUnder6 +
    (count.from6to17 ?? 0) * children6to17
  return Math.min(wanted, MOST_OF_ONE)
}

export const listItemId = (sponsorship: RecordId, key: string): RecordId => `${sponsorship}.${key}`

export interface OfferedThing {
  readonly item: ListItem
  readonly id: RecordId
  readonly quantity: number
  readonly state: 'new' | 'there' | 'deleted'
}

/** What these people need of the list, in its order. */
export const offeredThings = (
  sponsorship: RecordId,
  people: PeopleByAge,
  known: ReadonlyMap<RecordId, 'there' | 'deleted'>,
  table: ListTable = shippedHouseholdList(),
): readonly OfferedThing[] =>
  table.data.items.flatMap(item => {
    const id = listItemId(sponsorship, item.key)
    const quantity = quantityFor(item, people)
    return quantity === 0 ? [] : [{ item, id, quantity, state: known.get(id) ?? 'new' }]
  })

/** The record of an offered thing; `order` is its place in the list. */
export const thingRecord = (
  sponsorship: RecordId,
  { item, id, quantity }: OfferedThing,
  order: string,
): NewRecord =>
  newRecord(householdItem, id, {
    sponsorship,
    seedKey: item.key,
    room: item.room,
    line: item.line,
    quantity,
    newOnly: item.newOnly,
    order,
  })
