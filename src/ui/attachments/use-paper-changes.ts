/** What is attached to a record while its form is open: the files that are kept, and what the form adds and takes off. */
import { useMemo, useRef, useState } from 'react'
import type { AttachedFile } from '#domain/attachment.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import type { PaperChanges } from '#state/commands/kept-files.ts'
import type { ShownPaper } from './PaperViewer.tsx'

export interface FormPapers {
  readonly shown: readonly ShownPaper[]
  readonly changes: PaperChanges
  readonly isChanged: boolean
  add(paper: NewAttachment): void
  remove(id: RecordId): void
  /** For the next record. */
  reset(): void
}

export interface KeptFile {
  readonly id: RecordId
  readonly name: string
  readonly file: AttachedFile | null
}

interface Added {
  readonly id: RecordId
  readonly paper: NewAttachment
}

const NOTHING: readonly never[] = []

/** As the viewer takes them; those thrown away for good are left out. */
export const keptPapers = (compartment: Compartment, kept: readonly KeptFile[]): readonly ShownPaper[] =>
  kept.flatMap(({ id, name, file }) =>
    file === null
      ? []
      : [
          {
            id,
            name,
            type: file.type,
            size: file.bytes,
            source: { kind: 'kept', compartment, file } as const,
          },
        ],
  )

/** `first`: what the form was opened with, dropped onto a page for one. */
export function usePaperChanges(
  compartment: Compartment,
  kept: readonly KeptFile[],
  first: readonly NewAttachment[] = NOTHING,
): FormPapers {
  const [added, setAdded] = useState<readonly Added[]>(() =>
    first.map((paper, i) => ({ id: `first-${i}`, paper })),
  )
  const [removed, setRemoved] = useState<readonly RecordId[]>(NOTHING)
  /** Not state: two files that are taken at once must not get one id. */
  const counted = useRef(0)
  const shown = useMemo(
    (): readonly ShownPaper[] => [
      ...keptPapers(compartment, kept).filter(({ id }) => !removed.includes(id)),
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
    [compartment, kept, added, removed],
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
