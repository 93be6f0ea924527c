/**
 * Live reading of the open group: typed records by kind and id, read through their schemas once for each stored
 * version, and values derived from whole kinds, computed again only when one of those kinds changed.
 */

import { changedPart, rememberPart } from '#domain/changed-part.ts'
import type { RawRecord, RawRows, RecordId, RecordKind, RecordOf } from '#domain/record-kind.ts'
import { readRecord, readRows } from '#domain/record-kind.ts'
import type { Store } from '#store/store.ts'

export interface Live {
  records<K extends RecordKind>(kind: K): readonly RecordOf<K>[]
  get<K extends RecordKind>(kind: K, id: RecordId): RecordOf<K> | undefined
  trash<K extends RecordKind>(kind: K): readonly RecordOf<K>[]
  /**
   * Caches `compute` under `name` until a record of one of `kinds` changes. The name must tell everything else that
   * the value depends on (`ledger`, `report:2025:group`), or `also` must hold it, compared by identity. `compute` is
   * given what it came to last, so that a long list can be followed instead of being made anew.
   */
  derive<T>(
    name: string,
    kinds: readonly RecordKind[],
    compute: (before: T | undefined) => T,
    also?: readonly unknown[],
  ): T
  /** Grows with every change; what React subscribes to. */
  revision(): number
  subscribe(listener: () => void): () => void
}

export function createLive(
  store: Pick<Store, 'all' | 'get' | 'trash' | 'subscribe'>,
): Live & { stop(): void } {
  const typed = new WeakMap<RawRecord, unknown>()
  /** Those that are kept in columns, read together. */
  const typedRows = new WeakMap<RawRows, readonly unknown[] | null>()
  const lists = new Map<string, { raw: readonly RawRecord[]; read: readonly unknown[] }>()
  const derived = new Map<string, { inputs: readonly unknown[]; value: unknown }>()
  const listeners = new Set<() => void>()
  let revision = 0

  function read<K extends RecordKind>(kind: K, raw: RawRecord): RecordOf<K> {
    if (raw.rows !== undefined && raw.row !== undefined) {
      let rows = typedRows.get(raw.rows)
      if (rows === undefined) {
        rows = readRows(kind, raw.rows)
        typedRows.set(raw.rows, rows)
      }
      const known = rows?.[raw.row]
      if (known !== undefined) return known as RecordOf<K>
    }
    let record = typed.get(raw) as RecordOf<K> | undefined
    if (!record) {
      record = readRecord(kind, raw)
      typed.set(raw, record)
    }
    return record
  }

  function records<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    const raw = store.all(kind.kind)
    const known = lists.get(kind.kind)
    if (known?.raw === raw) return known.read as readonly RecordOf<K>[]
    const fresh = known ? patched(kind, known, raw) : raw.map(record => read(kind, record))
    lists.set(kind.kind, { raw, read: fresh })
    return fresh
  }

  /** Only what changed is looked up: one key press does not go through all entries. */
  function patched<K extends RecordKind>(
    kind: K,
    known: { readonly raw: readonly RawRecord[]; readonly read: readonly unknown[] },
    raw: readonly RawRecord[],
  ): readonly RecordOf<K>[] {
    const { start, removed, added } = changedPart(known.raw, raw)
    const same = known.read as readonly RecordOf<K>[]
    const fresh = added.map(record => read(kind, record))
    const next = same.slice(0, start).concat(fresh, same.slice(start + removed.length))
    rememberPart(same, next, { start, removed: same.slice(start, start + removed.length), added: fresh })
    return next
  }

  const unsubscribe = store.subscribe(() => {
    revision += 1
    for (const listener of listeners) listener()
  })

  return {
    records,
    get(kind, id) {
      const raw = store.get(id)
      return raw && raw.kind === kind.kind && !raw.deleted ? read(kind, raw) : undefined
    },
    trash: kind => store.trash(kind.kind).map(raw => read(kind, raw)),
    derive<T>(
      name: string,
      kinds: readonly RecordKind[],
      compute: (before: T | undefined) => T,
      also: readonly unknown[] = [],
    ): T {
      const inputs: readonly unknown[] = [...kinds.map(kind => store.all(kind.kind)), ...also]
      const known = derived.get(name)
      if (known && inputs.every((input, i) => input === known.inputs[i])) return known.value as T
      const value = compute(known?.value as T | undefined)
      derived.set(name, { inputs, value })
      return value
    },
    revision: () => revision,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      unsubscribe()
      listeners.clear()
      derived.clear()
      lists.clear()
    },
  }
}
