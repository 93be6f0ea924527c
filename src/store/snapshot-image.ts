/**
 * What a snapshot holds besides its pages of ordinary records, as JSON, version 1: the chains, and for each compartment
 * the records with more to say than a page can (contested, deleted, unset, created twice or not yet), parts that wait
 * for others, and the newest changes, so that the feed and undo do not begin empty. Replaced ops that have not come yet
 * are in the graphs of contested fields. Local to this laptop.
 */
import type { Json } from '#domain/json.ts'
import type { Chain } from './chains.ts'
import type { Engine, EngineImage, HeldPart } from './engine.ts'
import type { Field, Head, OpNode } from './field-heads.ts'
import type { JournalEntry } from './journal.ts'
import { chainOfRecord } from './op-key.ts'
import { isOrdinary } from './page.ts'
import type { TableRecord } from './tables.ts'

const RECENT_CHANGES = 300
/** An import of thousands of rows is read from the records when somebody asks for it. */
const RECENT_OPS = 500

type OddField = readonly [name: string, heads: readonly Head[], graph: readonly OpNode[] | null]
type OddRecord = Pick<TableRecord, 'id' | 'kind' | 'stamp' | 'at' | 'deleted' | 'fields' | 'born'> & {
  readonly states: readonly OddField[] | null
}

/** The JSON of one compartment; the compartment's index is not in it, because it may change between openings. */
export interface CompartmentRest {
  readonly records: readonly OddRecord[]
  readonly held: readonly HeldPart[]
  readonly recent: readonly JournalEntry[]
}

export type SavedChain = Omit<Chain, 'index' | 'beyond'> & {
  readonly beyond: readonly (readonly [number, { hash: string; prev: string }])[]
}

export const saveChains = (engine: Engine): SavedChain[] =>
  engine.chains.list.map(({ index: _index, beyond, ...chain }) => ({ ...chain, beyond: [...beyond] }))

export const readChains = (saved: readonly SavedChain[]): EngineImage['chains'] =>
  saved.map(({ beyond, ...chain }) => ({ ...chain, beyond: new Map(beyond) }))

export function saveRest(engine: Engine, compartment: number): CompartmentRest {
  const records: OddRecord[] = []
  for (const record of engine.tables.in(compartment).values())
    if (!isOrdinary(record)) records.push(saveOdd(record))
  return {
    records,
    held: engine.waitingParts().filter(({ entry }) => entry.compartment === compartment),
    recent: recentEntries(engine, compartment),
  }
}

function saveOdd({ id, kind, stamp, at, deleted, fields, born, states }: TableRecord): OddRecord {
  const saved =
    states === null
      ? null
      : [...states].map(
          ([name, { heads, graph }]): OddField => [name, heads, graph === null ? null : [...graph.values()]],
        )
  return { id, kind, stamp, at, deleted, fields, born, states: saved }
}

/** The newest changes, and those that the inbox names. */
function recentEntries({ journal, tables }: Engine, compartment: number): JournalEntry[] {
  const entries = new Set(journal.newest(RECENT_CHANGES).flatMap(({ change }) => journal.entries(change)))
  for (const record of tables.in(compartment).values()) {
    if (isOrdinary(record)) continue
    for (const { heads } of record.states?.values() ?? [])
      for (const { key } of heads) {
        const entry = journal.entryOf(key)
        if (entry !== null) entries.add(entry)
      }
  }
  return [...entries].filter(entry => entry.compartment === compartment && entry.ops.length <= RECENT_OPS)
}

export function readRest(saved: CompartmentRest, compartment: number): Omit<EngineImage, 'chains'> {
  const entryOf = (entry: JournalEntry): JournalEntry => ({ ...entry, compartment })
  return {
    records: saved.records.map(({ states, ...record }) => ({
      ...record,
      compartment,
      states:
        states === null
          ? null
          : new Map(states.map(([name, heads, graph]) => [name, readField(heads, graph)])),
      raw: null,
      listed: null,
      page: -1,
    })),
    held: saved.held.map(part => ({ ...part, entry: entryOf(part.entry) })),
    recent: saved.recent.map(entryOf),
  }
}

/** JSON leaves `undefined` out: an unset value comes back without the member. */
function readField(heads: readonly Head[], graph: readonly OpNode[] | null): Field {
  const withValue = <T extends { value?: Json | undefined }>(head: T) => ({ ...head, value: head.value })
  return {
    heads: heads.map(withValue),
    graph: graph === null ? null : new Map(graph.map(node => [node.key, withValue(node)])),
  }
}

/** A fork or a cut makes the whole graph of a field matter: then everything is read from the records instead. */
export const canSnapshot = (engine: Engine): boolean =>
  engine.chains.list.every(({ forked }) => !forked) &&
  engine.waitingParts().every(({ key }) => engine.chains.at(chainOfRecord(key)).twinOf < 0)
