/** Which tasks of the list are chosen, to be changed together. */
import { useCallback, useMemo, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'

export interface Choosing {
  /** Null: nothing is being chosen. */
  readonly chosen: ReadonlySet<RecordId> | null
  begin(): void
  /** Begins to choose where nothing is being chosen. */
  toggle(id: RecordId): void
  add(ids: readonly RecordId[]): void
  end(): void
}

export function useChoosing(): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<RecordId> | null>(null)
  const begin = useCallback(() => setChosen(before => before ?? new Set()), [])
  const toggle = useCallback(
    (id: RecordId) =>
      setChosen(before => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const add = useCallback(
    (ids: readonly RecordId[]) => setChosen(before => new Set([...(before ?? []), ...ids])),
    [],
  )
  const end = useCallback(() => setChosen(null), [])
  return useMemo(() => ({ chosen, begin, toggle, add, end }), [chosen, begin, toggle, add, end])
}
