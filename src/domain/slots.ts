/** The places to be filled of an occurrence: those of its series, as far as it has none of its own in their stead. */
import type { Slot } from './appointment.ts'
import type { Occurrence } from './occurrences.ts'
import type { RecordId } from './record-kind.ts'

/** Slots that are not deleted, by appointment, in their order. */
export type SlotIndex = ReadonlyMap<RecordId, readonly Slot[]>

export function indexSlots(slots: readonly Slot[]): SlotIndex {
  const index = new Map<RecordId, Slot[]>()
  for (const each of slots) {
    if (each.deleted) continue
    const known = index.get(each.appointment)
    if (known) known.push(each)
    else index.set(each.appointment, [each])
  }
  for (const list of index.values())
    list.sort((a, b) => compare(a.order, b.order) || compare(a.standsFor ?? a.id, b.standsFor ?? b.id))
  return index
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is not needed on that day is left out. */
export function slotsOn(
  { appointment, original }: Pick<Occurrence, 'appointment' | 'original'>,
  index: SlotIndex,
): readonly Slot[] {
  const all = index.get(appointment.id) ?? []
  if (original === null) return all.filter(each => each.original === null && !each.notNeeded)
  const own = all.filter(each => each.original === original)
  const replaced = new Set(own.map(each => each.standsFor))
  return all.filter(
    each =>
      !each.notNeeded && (each.original === original || (each.original === null && !replaced.has(each.id))),
  )
}

/** Places of an occurrence that nobody has taken yet; none where it is not planned any more. */
export const openSlotsOn = (occurrence: Occurrence, index: SlotIndex): readonly Slot[] =>
  occurrence.status === 'planned' ? slotsOn(occurrence, index).filter(each => each.filledBy === null) : []

/** What somebody has taken on: with no role, going along. */
export interface Ride {
  readonly occurrence: Occurrence
  readonly slots: readonly Slot[]
}

/** The planned occurrences in which a member or contact fills a place or goes along, in the order given. */
export function ridesOf(
  who: NonNullable<Slot['filledBy']>,
  occurrences: readonly Occurrence[],
  index: SlotIndex,
): readonly Ride[] {
  return occurrences.flatMap(occurrence => {
    if (occurrence.status !== 'planned') return []
    const slots = slotsOn(occurrence, index).filter(
      ({ filledBy }) => filledBy?.kind === who.kind && filledBy.id === who.id,
    )
    const goesAlong = who.kind === 'member' && occurrence.members.includes(who.id)
    return slots.length > 0 || goesAlong ? [{ occurrence, slots }] : []
  })
}
