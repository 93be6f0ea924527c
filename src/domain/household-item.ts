/**
 * A thing that the household needs at home, from needed to delivered. Team records: what, how many, who fetches it. What
 * a gift is worth and who gave it is money's (`entry.item`), and nothing here says whose bed it is.
 */
import { z } from 'zod/mini'
import { isoDate, longText, orderKey, recordId, shortText, wholeFrom } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const itemRooms = [
  'bedroom',
  'living',
  'kitchen',
  'bathroom',
  'cleaning',
  'home',
  'clothing',
  'children',
] as const
export type ItemRoom = (typeof itemRooms)[number]

export const itemStates = ['need', 'pledged', 'received', 'delivered'] as const
export type ItemState = (typeof itemStates)[number]

/** Keys of the standard lines that the value of a thing can stand on. */
export const itemLines = [
  'furniture',
  'household-needs',
  'linens',
  'staples',
  'clothing',
  'winter-clothing',
  'school-start',
  'phone-setup',
  'computer',
  'transit',
  'extra',
] as const
export type ItemLine = (typeof itemLines)[number]

export const itemSources = ['', 'bought', 'donated', 'lent'] as const
export const itemConditions = ['', 'new', 'second-hand'] as const
/** Why it should not be second-hand. */
export const newOnlyReasons = ['mattress', 'linen', 'footwear', 'personal'] as const
export type NewOnly = (typeof newOnlyReasons)[number]

export const MOST_OF_ONE = 99

export const householdItem = defineKind({
  kind: 'household-item',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    /** Key of the start-up list, translated by the screens; empty for one of the group's own. */
    seedKey: shortText,
    /** The group's own name for it; empty: the list's. */
    name: shortText,
    room: z.enum(itemRooms),
    line: z.enum(itemLines),
    quantity: wholeFrom(1, MOST_OF_ONE),
    state: z.enum(itemStates),
    source: z.enum(itemSources),
    condition: z.enum(itemConditions),
    /** Null: it may be second-hand. */
    newOnly: z.nullable(z.enum(newOnlyReasons)),
    /** Which member sees to it; null: nobody yet. */
    assigned: z.nullable(recordId),
    /** The stop of a delivery run at which it is picked up. */
    stop: z.nullable(recordId),
    /** What whoever drives has to know of it: it stands on the sheet of the run, as nothing else that is noted does. */
    delivery: shortText,
    note: longText,
    order: orderKey,
  },
  defaults: {
    sponsorship: '',
    seedKey: '',
    name: '',
    room: 'home',
    line: 'household-needs',
    quantity: 1,
    state: 'need',
    source: '',
    condition: '',
    newOnly: null,
    assigned: null,
    stop: null,
    delivery: '',
    note: '',
    order: '',
  },
})
export type HouseholdItem = RecordOf<typeof householdItem>

/** Of the entry that says what a gift is worth: one on every laptop. */
export const itemValueId = (item: string): string => `${item}.value`

/** Why a thing should rather be new than what it is; null: nothing against it. */
export const secondHandWarning = ({
  newOnly,
  condition,
}: Pick<HouseholdItem, 'newOnly' | 'condition'>): NewOnly | null =>
  condition === 'second-hand' ? newOnly : null

/** A gift is worth something once it is there. What is lent goes back, what is bought is money spent. */
export const mayHaveValue = ({ source, state }: Pick<HouseholdItem, 'source' | 'state'>): boolean =>
  source === 'donated' && (state === 'received' || state === 'delivered')

/** A drive that fetches things and brings them home, with its stops in the order in which they are driven. */
export const deliveryRun = defineKind({
  kind: 'delivery-run',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    name: shortText,
    /** Null: no day yet. */
    on: z.nullable(isoDate),
    driver: z.nullable(recordId),
    note: longText,
  },
  defaults: { sponsorship: '', name: '', on: null, driver: null, note: '' },
})
export type DeliveryRun = RecordOf<typeof deliveryRun>

export const stopKinds = ['pick-up', 'drop-off'] as const

export const deliveryStop = defineKind({
  kind: 'delivery-stop',
  compartment: 'team',
  fields: {
    run: recordId,
    kind: z.enum(stopKinds),
    place: shortText,
    /** Whom to call there: text, as it is on the sheet. */
    contact: shortText,
    note: shortText,
    order: orderKey,
  },
  defaults: { run: '', kind: 'pick-up', place: '', contact: '', note: '', order: '' },
})
export type DeliveryStop = RecordOf<typeof deliveryStop>
