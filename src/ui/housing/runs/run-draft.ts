/** A delivery run as its form holds it. */
import type { IsoDate } from '#domain/dates.ts'
import type { HouseholdItem } from '#domain/household-item.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { RunInput } from '#state/commands/household-list.ts'
import type { RunHere } from '#state/household-list.ts'

export interface StopDraft {
  /** Tells the stops of the form apart. */
  readonly key: number
  readonly id: RecordId | null
  readonly kind: 'pick-up' | 'drop-off'
  readonly place: string
  readonly contact: string
  readonly note: string
  readonly items: readonly RecordId[]
}

export interface RunDraft {
  readonly name: string
  readonly on: IsoDate | null
  readonly driver: RecordId | null
  readonly note: string
  readonly stops: readonly StopDraft[]
}

const emptyStop = (key: number, kind: StopDraft['kind']): StopDraft => ({
  key,
  id: null,
  kind,
  place: '',
  contact: '',
  note: '',
  items: [],
})

/** A new run begins with one stop to fetch from and one to bring to. */
export function runToDraft(of: RunHere | null): RunDraft {
  if (of === null)
    return {
      name: '',
      on: null,
      driver: null,
      note: '',
      stops: [emptyStop(0, 'pick-up'), emptyStop(1, 'drop-off')],
    }
  const { name, on, driver, note } = of.run
  return {
    name,
    on,
    driver,
    note,
    stops: of.stops.map(({ stop, items }, key) => ({
      key,
      id: stop.id,
      kind: stop.kind,
      place: stop.place,
      contact: stop.contact,
      note: stop.note,
      items: items.map(each => each.id),
    })),
  }
}

/** Before the first stop where things are brought to, so that what is fetched is on the way. */
export function withStop(draft: RunDraft): RunDraft {
  const key = Math.max(-1, ...draft.stops.map(each => each.key)) + 1
  const at = draft.stops.findIndex(each => each.kind === 'drop-off')
  const stop = emptyStop(key, 'pick-up')
  return { ...draft, stops: draft.stops.toSpliced(at < 0 ? draft.stops.length : at, 0, stop) }
}

export function withStopMoved(draft: RunDraft, at: number, by: -1 | 1): RunDraft {
  const [one, other] = [draft.stops[at], draft.stops[at + by]]
  if (!one || !other) return draft
  return { ...draft, stops: draft.stops.with(at, other).with(at + by, one) }
}

/** A thing is picked up at one stop: where it is ticked, it goes from the others. */
export function withStopChanged(draft: RunDraft, at: number, stop: StopDraft): RunDraft {
  const stops = draft.stops.map((each, i) =>
    i === at ? stop : { ...each, items: each.items.filter(id => !stop.items.includes(id)) },
  )
  return { ...draft, stops }
}

/** What can be fetched on this run: what is not home yet and no other run fetches. */
export function thingsToFetch(all: readonly HouseholdItem[], of: RunHere | null): readonly HouseholdItem[] {
  const own = new Set(of?.stops.map(each => each.stop.id))
  return all.filter(each => (each.stop === null ? each.state !== 'delivered' : own.has(each.stop)))
}

export const draftToRun = (draft: RunDraft): RunInput => ({
  fields: {
    name: draft.name.trim(),
    on: draft.on,
    driver: draft.driver,
    note: draft.note.trim(),
  },
  stops: draft.stops.map(({ key: _, ...stop }) => ({
    ...stop,
    place: stop.place.trim(),
    contact: stop.contact.trim(),
    note: stop.note.trim(),
  })),
})
