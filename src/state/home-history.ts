/**
 * What happened to a home, out of the log: who changed what and when, from the lead to why it was not taken, so that
 * somebody who was not there can see it. What hangs on a home – words with its landlord, pictures, answers, papers, its
 * lease, its viewing – is told with it.
 */
import { appointment } from '#domain/appointment.ts'
import { homePhoto } from '#domain/attachment.ts'
import { home, homeContact } from '#domain/home.ts'
import { homeCheck } from '#domain/home-check.ts'
import { homePaper } from '#domain/home-paper.ts'
import { type Json, jsonEquals } from '#domain/json.ts'
import { lease } from '#domain/lease.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { ChangeId, HistoryEntry, Store } from '#store/store.ts'
import type { Live } from './live.ts'

export interface WrittenField {
  readonly field: string
  /** Undefined: it was emptied. */
  readonly value: Json | undefined
  /** Undefined: nothing stood there. */
  readonly before: Json | undefined
}

export interface HomeChange {
  readonly change: ChangeId
  readonly at: number
  readonly device: string
  readonly command: string
  /** Of the home's own fields, in their order. */
  readonly wrote: readonly WrittenField[]
  /** What a note of a call said as this change left it, or had said before it was deleted. */
  readonly said: readonly string[]
}

const OF_HOME = [homeContact, homeCheck, homePaper, homePhoto, lease] as const
/** What a screen says of a home; the rest is where it stands among others. */
const UNTOLD: ReadonlySet<string> = new Set(['sponsorship', 'order', 'viewing', 'deleted'])

/** The newest first. It reaches as far back as the store's own history: see `Store.loadHistory`. */
export function homeHistory(
  { store, live }: { readonly store: Pick<Store, 'history'>; readonly live: Live },
  id: RecordId,
): readonly HomeChange[] {
  const own = store.history(id)
  const changes = new Map<ChangeId, Mutable>()
  const changeOf = (entry: HistoryEntry): Mutable => {
    const { change, at, device, command } = entry
    const known = changes.get(change) ?? { change, at, device, command, wrote: [], said: [] }
    changes.set(change, known)
    return known
  }
  for (const [i, entry] of own.entries()) {
    const of = changeOf(entry)
    const { field, value } = entry
    const before = own.slice(i + 1).find(each => each.field === field)
    if (UNTOLD.has(field) || isAsNew(field, value, before)) continue
    of.wrote.push({ field, value, before: before?.value })
  }
  for (const each of hanging(live, own, id))
    for (const entry of store.history(each.id)) {
      const of = changeOf(entry)
      const text = each.text === undefined ? null : textSaid(entry, each.text)
      if (text !== null) of.said.push(text)
    }
  const fields = Object.keys(home.fields)
  const place = ({ field }: WrittenField): number => fields.indexOf(field)
  return [...changes.values()]
    .map(each => ({ ...each, wrote: each.wrote.toSorted((a, b) => place(a) - place(b)) }))
    .toSorted((a, b) => b.at - a.at)
}

type Mutable = Omit<HomeChange, 'wrote' | 'said'> & {
  readonly wrote: WrittenField[]
  readonly said: string[]
}

/** A home that was added has every field, most of them empty: those are no news. */
function isAsNew(field: string, value: Json | undefined, before: HistoryEntry | undefined): boolean {
  const empty = new Map<string, unknown>(Object.entries(home.defaults)).get(field)
  return before === undefined && (value === undefined || jsonEquals(value, empty as Json))
}

/** Records about the home, deleted ones too; `text`: only of a note of what was said. */
function hanging(
  live: Live,
  own: readonly HistoryEntry[],
  id: RecordId,
): readonly { readonly id: RecordId; readonly text?: string }[] {
  const viewings = new Set(own.filter(({ field }) => field === 'viewing').map(({ value }) => value))
  return [
    ...OF_HOME.flatMap(kind => [...live.records(kind), ...live.trash(kind)]).filter(each => each.home === id),
    ...[...live.records(appointment), ...live.trash(appointment)]
      .filter(each => viewings.has(each.id))
      .map(each => ({ id: each.id })),
  ]
}

function textSaid({ field, value }: HistoryEntry, now: string): string | null {
  if (field === 'text') return typeof value === 'string' && value !== '' ? value : null
  return field === 'deleted' && value === true && now !== '' ? now : null
}
