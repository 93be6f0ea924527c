/** The household list as screens read it: things in their rooms, what each gift is worth, and the runs that fetch them. */
import { type ItemPhoto, itemPhoto } from '#domain/attachment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { groupedBy } from '#domain/grouped.ts'
import { peopleByAge, person } from '#domain/household.ts'
import {
  type DeliveryRun,
  type DeliveryStop,
  deliveryRun,
  deliveryStop,
  type HouseholdItem,
  householdItem,
  itemValueId,
} from '#domain/household-item.ts'
import { type OfferedThing, offeredThings } from '#domain/household-list.ts'
import { type Cents, sumCents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { currentSponsorship } from './commands/set-up.ts'
import type { Live } from './live.ts'

/** Of the sponsorship in work, in order. */
export const thingsHere = (live: Live): readonly HouseholdItem[] => {
  const of = currentSponsorship({ live })?.id ?? ''
  return live.derive(`things ${of}`, [householdItem], () =>
    live
      .records(householdItem)
      .filter(each => each.sponsorship === of)
      .toSorted(byOrder),
  )
}

/** The entry that says what a gift is worth; undefined also on a laptop that does not read money. */
export const giftValueOf = (live: Live, item: RecordId): Entry | undefined =>
  live.get(entry, itemValueId(item))

const photosByThing = (live: Live): ReadonlyMap<RecordId, readonly ItemPhoto[]> =>
  live.derive('photos by thing', [itemPhoto], () =>
    groupedBy(live.records(itemPhoto).toSorted(byOrder), each => each.item),
  )

const NO_PHOTOS: readonly ItemPhoto[] = []

/** Of one thing, in their order. */
export const photosOfThing = (live: Live, item: RecordId): readonly ItemPhoto[] =>
  photosByThing(live).get(item) ?? NO_PHOTOS

/** Of all gifts on the list together. */
export const giftsWorth = (live: Live): Cents =>
  live.derive('gifts worth', [householdItem, entry], () =>
    sumCents(thingsHere(live).map(each => giftValueOf(live, each.id)?.money.cents ?? 0)),
  )

/** What the start-up list offers this household; empty before anybody is in it. */
export function thingsOffered(live: Live): readonly OfferedThing[] {
  const of = currentSponsorship({ live })
  if (!of) return []
  return live.derive(`things offered ${of.id}`, [householdItem, person], () => {
    const known = new Map<RecordId, 'there' | 'deleted'>([
      ...live.trash(householdItem).map(each => [each.id, 'deleted'] as const),
      ...live.records(householdItem).map(each => [each.id, 'there'] as const),
    ])
    return offeredThings(
      of.id,
      peopleByAge(live.records(person).filter(each => each.sponsorship === of.id)),
      known,
    )
  })
}

export interface RunStop {
  readonly stop: DeliveryStop
  /** To be picked up there. */
  readonly items: readonly HouseholdItem[]
}

export interface RunHere {
  readonly run: DeliveryRun
  /** In the order in which they are driven. */
  readonly stops: readonly RunStop[]
}

/** Runs without a day first, then by day, the latest first. */
export const runsHere = (live: Live): readonly RunHere[] => {
  const of = currentSponsorship({ live })?.id ?? ''
  return live.derive(`runs ${of}`, [deliveryRun, deliveryStop, householdItem], () => {
    const items = thingsHere(live)
    const stops = live.records(deliveryStop).toSorted(byOrder)
    return live
      .records(deliveryRun)
      .filter(each => each.sponsorship === of)
      .toSorted((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? 1 : -1))
      .map(run => ({
        run,
        stops: stops
          .filter(each => each.run === run.id)
          .map(stop => ({ stop, items: items.filter(each => each.stop === stop.id) })),
      }))
  })
}
