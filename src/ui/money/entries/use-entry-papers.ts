/** The papers of one entry while its form is open: what is kept, what was added, what was taken off; saved with it. */
import { useMemo, useRef, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { type PaperChanges, papersOf } from '#state/commands/papers.ts'
import type { ShownPaper } from '../../attachments/PaperViewer.tsx'
import { useLive } from '../../group-context.tsx'

export interface EntryPapers {
  readonly shown: readonly ShownPaper[]
  readonly changes: PaperChanges
  readonly isChanged: boolean
  add(paper: NewAttachment): void
  remove(id: RecordId): void
  /** For the next entry. */
  reset(): void
}

interface Added {
  readonly id: RecordId
  readonly paper: NewAttachment
}

const NOTHING: readonly never[] = []

export function useEntryPapers(entryId: RecordId | null): EntryPapers {
  const kept = useLive(live => (entryId === null ? NOTHING : papersOf(live, entryId)))
  const [added, setAdded] = useState<readonly Added[]>(NOTHING)
  const [removed, setRemoved] = useState<readonly RecordId[]>(NOTHING)
  /** Not state: two files that are taken at once must not get one id. */
  const counted = useRef(0)
  const shown = useMemo(
    (): readonly ShownPaper[] => [
      ...kept.flatMap(({ id, name, file }): readonly ShownPaper[] =>
        file === null || removed.includes(id)
          ? []
          : [
              {
                id,
                name,
                type: file.type,
                size: file.bytes,
                source: { kind: 'kept', compartment: 'money', file },
              },
            ],
      ),
      ...added.map(
        ({ id, paper: { name, type, bytes } }): ShownPaper => ({
          id,
          name,
          type,
          size: bytes.length,
          source: { kind: 'picked', bytes },
        }),
      ),
    ],
    [kept, added, removed],
  )
  return {
    shown,
    changes: { added: added.map(({ paper }) => paper), removed },
    isChanged: added.length > 0 || removed.length > 0,
    add(paper) {
      counted.current += 1
      const id = `added-${counted.current}`
      setAdded(now => [...now, { id, paper }])
    },
    remove(id) {
      if (added.some(each => each.id === id)) setAdded(now => now.filter(each => each.id !== id))
      else setRemoved(now => [...now, id])
    },
    reset() {
      setAdded(NOTHING)
      setRemoved(NOTHING)
    },
  }
}
