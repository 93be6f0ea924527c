/** Commands on the household list: things, what a gift is worth in the money, and delivery runs. */
import { itemPhoto } from '#domain/attachment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { entry } from '#domain/entry.ts'
import {
  deliveryRun,
  deliveryStop,
  type HouseholdItem,
  householdItem,
  type ItemState,
  itemValueId,
  mayHaveValue,
} from '#domain/household-item.ts'
import { thingRecord } from '#domain/household-list.ts'
import { line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { photosOfThing, thingsOffered } from '../household-list.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { keptFileOps, NO_PAPERS, type PaperChanges } from './kept-files.ts'
import { orderBetween, orderKeys } from './order.ts'
import { putOps } from './put.ts'
import { currentSponsorship } from './set-up.ts'
import type { CommandTools } from './tools.ts'

export type ThingFields = Omit<FieldsOf<typeof householdItem>, 'sponsorship' | 'order' | 'seedKey'>

/** What a gift is worth, and how that was found: a shop's price, a photo. */
export interface GiftValue {
  readonly cents: Cents
  readonly basis: string
}

export interface RunInput {
  readonly fields: Omit<FieldsOf<typeof deliveryRun>, 'sponsorship'>
  /** In the order in which they are driven; without an id: a new one. */
  readonly stops: readonly (Omit<FieldsOf<typeof deliveryStop>, 'run' | 'order'> & {
    readonly id: RecordId | null
    readonly items: readonly RecordId[]
  })[]
}

export interface HouseholdListCommands {
  /** Of the start-up list, by key; what is there is left alone. */
  seedThings(keys: ReadonlySet<string>): Promise<CommandResult>
  /** `value`: undefined leaves it as it is, null takes it away. In one change with the thing and its pictures. */
  addThing(
    fields: Partial<ThingFields>,
    value?: GiftValue | null,
    photos?: PaperChanges,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editThing(
    id: RecordId,
    fields: Partial<ThingFields>,
    value?: GiftValue | null,
    photos?: PaperChanges,
  ): Promise<CommandResult>
  moveThings(ids: readonly RecordId[], state: ItemState): Promise<CommandResult>
  /** With what they are worth and their pictures. */
  deleteThings(ids: readonly RecordId[]): Promise<CommandResult>
  restoreThings(ids: readonly RecordId[]): Promise<CommandResult>
  addRun(input: RunInput): Promise<CommandResult & { readonly id: RecordId }>
  editRun(id: RecordId, input: RunInput): Promise<CommandResult>
  /** Its things stay, to be fetched by another. */
  deleteRun(id: RecordId): Promise<CommandResult>
  /** All that the run fetches is there. */
  finishRun(id: RecordId): Promise<CommandResult>
}

export function createHouseholdListCommands(tools: CommandTools): HouseholdListCommands {
  const { gate, live, newId } = tools
  const things = (ids: readonly RecordId[]): readonly HouseholdItem[] =>
    ids.flatMap(id => live.get(householdItem, id) ?? [])

  return {
    seedThings(keys) {
      const of = currentSponsorship(tools)?.id ?? ''
      const offered = thingsOffered(live)
      const orders = orderKeys(offered.length)
      const ops = offered.flatMap((each, i): readonly DraftOp[] => {
        if (!keys.has(each.item.key) || each.state === 'there') return []
        const record = thingRecord(of, each, orders[i] ?? '')
        return each.state === 'deleted' ? [{ op: 'restore', id: each.id }] : [{ op: 'create', ...record }]
      })
      return gate.run('seedThings', ops)
    },
    async addThing(fields, value, photos = NO_PAPERS) {
      const id = newId()
      const pictures = await photoOps(tools, id, photos)
      if (!pictures.ok) return { ...pictures, id }
      const last = live
        .records(householdItem)
        .reduce((max, each) => (each.order > max ? each.order : max), '')
      const thing = { ...householdItem.defaults, ...fields }
      const result = await gate.run('addThing', [
        createOp(householdItem, id, {
          ...fields,
          sponsorship: currentSponsorship(tools)?.id ?? '',
          order: orderBetween(last, ''),
        }),
        ...valueOps(tools, id, thing, value),
        ...pictures.value,
      ])
      return { ...result, id }
    },
    async editThing(id, fields, value, photos = NO_PAPERS) {
      const pictures = await photoOps(tools, id, photos)
      if (!pictures.ok) return pictures
      const known = live.get(householdItem, id)
      const thing = { ...(known ?? householdItem.defaults), ...fields }
      return gate.run('editThing', [
        ...setOps(householdItem, id, fields),
        ...valueOps(tools, id, thing, value),
        ...pictures.value,
      ])
    },
    moveThings: (ids, state) =>
      gate.run(
        'moveThings',
        things(ids).flatMap(each => [
          ...setOps(householdItem, each.id, { state }),
          ...valueOps(tools, each.id, { ...each, state }, undefined),
        ]),
      ),
    deleteThings: ids =>
      gate.run(
        'deleteThings',
        ids.flatMap((id): readonly DraftOp[] => [
          { op: 'delete', id },
          ...withoutValue(tools, id),
          ...photosOfThing(live, id).map(each => ({ op: 'delete', id: each.id }) as const),
        ]),
      ),
    restoreThings: ids =>
      gate.run(
        'restoreThings',
        ids.flatMap((id): readonly DraftOp[] => [
          { op: 'restore', id },
          ...(live.trash(entry).some(each => each.id === itemValueId(id))
            ? [{ op: 'restore', id: itemValueId(id) } as const]
            : []),
          ...live
            .trash(itemPhoto)
            .filter(each => each.item === id)
            .map(each => ({ op: 'restore', id: each.id }) as const),
        ]),
      ),
    async addRun({ fields, stops }) {
      const id = newId()
      const result = await gate.run('addRun', [
        createOp(deliveryRun, id, { ...fields, sponsorship: currentSponsorship(tools)?.id ?? '' }),
        ...stopOps(tools, id, stops),
      ])
      return { ...result, id }
    },
    editRun: (id, { fields, stops }) =>
      gate.run('editRun', [...setOps(deliveryRun, id, fields), ...stopOps(tools, id, stops)]),
    deleteRun: id => gate.run('deleteRun', [...stopOps(tools, id, []), { op: 'delete', id }]),
    finishRun(id) {
      const stops = new Set(stopsOf(tools, id).map(each => each.id))
      const fetched = live
        .records(householdItem)
        .filter(each => each.stop !== null && stops.has(each.stop) && each.state !== 'delivered')
      return gate.run(
        'finishRun',
        fetched.flatMap(each => setOps(householdItem, each.id, { state: 'delivered' })),
      )
    },
  }
}

type Tools = Pick<CommandTools, 'live' | 'newId' | 'today'>

const photoOps = (tools: CommandTools, item: RecordId, changes: PaperChanges) =>
  keptFileOps(tools, 'team', photosOfThing(tools.live, item).at(-1), changes, fields =>
    createOp(itemPhoto, tools.newId(), { item, ...fields }),
  )

const withoutValue = ({ live }: Tools, item: RecordId): readonly DraftOp[] =>
  live.get(entry, itemValueId(item)) ? [{ op: 'delete', id: itemValueId(item) }] : []

/**
 * What a gift is worth is an entry in kind on the line of the thing: it touches no account. It goes where the thing is no
 * gift that is there any more, and moves with the thing to another line.
 */
function valueOps(
  tools: Tools,
  item: RecordId,
  thing: Pick<HouseholdItem, 'source' | 'state' | 'line'>,
  value: GiftValue | null | undefined,
): readonly DraftOp[] {
  const { live, today } = tools
  const id = itemValueId(item)
  const known = live.get(entry, id)
  if (!mayHaveValue(thing) || value === null) return withoutValue(tools, item)
  if (value === undefined && !known) return []
  const of = currentSponsorship(tools)?.id
  const target = live
    .records(line)
    .filter(each => each.sponsorship === of && each.key === thing.line)
    .toSorted(byOrder)[0]
  const cents = value?.cents ?? known?.money.cents ?? 0
  const [only] = known?.money.splits ?? []
  const split = { line: target?.id ?? null, cents, countsAs: null, unit: only?.unit ?? null, covers: null }
  const money = { cents, splits: [split], toAccount: null }
  if (known && value === undefined && known.money.splits[0]?.line === split.line) return []
  const fields = { money, ...(value ? { note: value.basis } : {}) }
  if (known) return setOps(entry, id, fields)
  return putOps(live, entry, id, {
    ...fields,
    type: 'in-kind',
    account: null,
    date: today(),
    receipt: 'not-needed',
    item,
  })
}

const stopsOf = ({ live }: Tools, run: RecordId) =>
  live
    .records(deliveryStop)
    .filter(each => each.run === run)
    .toSorted(byOrder)

/** The stops as given: made, changed, ordered, deleted, with the things that each picks up. */
function stopOps(tools: Tools, run: RecordId, stops: RunInput['stops']): readonly DraftOp[] {
  const { live, newId } = tools
  const orders = orderKeys(stops.length)
  const before = stopsOf(tools, run)
  const kept = new Set(stops.map(each => each.id))
  const ops: DraftOp[] = before
    .filter(each => !kept.has(each.id))
    .map(each => ({ op: 'delete', id: each.id }))
  const wanted = new Map<RecordId, RecordId>()
  for (const [i, { id, items, ...fields }] of stops.entries()) {
    const order = orders[i] ?? ''
    const stop = id ?? newId()
    if (id === null) ops.push(createOp(deliveryStop, stop, { ...fields, run, order }))
    else {
      const known = before.find(each => each.id === id)
      ops.push(...setOps(deliveryStop, id, known ? changed(known, { ...fields, order }) : fields))
    }
    for (const item of items) wanted.set(item, stop)
  }
  const mine = new Set(before.map(each => each.id))
  for (const each of live.records(householdItem)) {
    const stop = wanted.get(each.id) ?? null
    const wasMine = each.stop !== null && mine.has(each.stop)
    if ((stop !== null || wasMine) && each.stop !== stop)
      ops.push(...setOps(householdItem, each.id, { stop }))
  }
  return ops
}

/** Only what differs, so that a field that somebody else changes meanwhile is not written over. */
function changed<T extends object>(known: object, fields: T): Partial<T> {
  const was = new Map(Object.entries(known))
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => was.get(name) !== value),
  ) as Partial<T>
}
