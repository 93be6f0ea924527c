/** An entry's papers while its form is open: those that are kept, and what the form adds and takes off. */
import type { RecordId } from '#domain/record-kind.ts'
import { papersOf } from '#state/commands/papers.ts'
import { type FormPapers, usePaperChanges } from '../../attachments/use-paper-changes.ts'
import { useLive } from '../../group-context.tsx'

export type EntryPapers = FormPapers

const NOTHING: readonly never[] = []

export const useEntryPapers = (entryId: RecordId | null): EntryPapers =>
  usePaperChanges(
    'money',
    useLive(live => (entryId === null ? NOTHING : papersOf(live, entryId))),
  )
