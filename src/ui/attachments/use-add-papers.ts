/** Many files at once, from the picker or let go over a field, to papers that are kept and wait for their record. */
import { useEffect, useRef, useState } from 'react'
import { ATTACHMENT_EXTENSIONS } from '#domain/attachment.ts'
import type { Compartment } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeepProblem } from '#state/attachments.ts'
import { type GivenFile, type KeptPaper, keepBatch } from '#state/paper-batch.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'
import { checkShown } from './check-shown.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** Those of phones too, which are refused with a sentence: greyed out in the dialog they would be a riddle. */
const PICKED_EXTENSIONS = [...ATTACHMENT_EXTENSIONS, 'heic', 'heif'] as const

export interface PaperBatch {
  /** Null: nothing is being added. */
  readonly progress: { readonly done: number; readonly of: number } | null
  /** Sentences about those of the last files that were not taken. */
  readonly refused: { readonly sentences: readonly string[]; readonly of: number } | null
  pick(): Promise<void>
  take(files: readonly File[]): void
  cancel(): void
  dismiss(): void
}

const ofPage = (file: File): GivenFile => ({
  name: file.name,
  bytes: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
})

/** `onKept` is given at least one; or why none can be kept. */
export function useAddPapers(
  compartment: Compartment,
  onKept: (kept: Result<readonly KeptPaper[], KeepProblem>) => Promise<unknown>,
): PaperBatch {
  const { t } = useWords()
  const { host, attachments } = useGroup()
  const { tools } = useServices()
  const toasts = useToasts()
  const wordsOf = useRefusalWords()
  const [progress, setProgress] = useState<PaperBatch['progress']>(null)
  const [refused, setRefused] = useState<PaperBatch['refused']>(null)
  const working = useRef<AbortController | null>(null)
  /** What is dropped while others are being added comes after them. */
  const before = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => () => working.current?.abort(), [])

  const addAll = async (files: readonly GivenFile[]) => {
    const here = new AbortController()
    working.current = here
    const of = files.length
    setRefused(null)
    setProgress({ done: 0, of })
    const isShown = (paper: Parameters<typeof checkShown>[0]) => checkShown(paper, tools.startPdfWorker)
    try {
      const batch = await keepBatch({ attachments, isShown }, compartment, files, {
        signal: here.signal,
        onProgress: share => setProgress({ done: Math.round(share * of), of }),
      })
      if (batch.ok) {
        const { kept } = batch.value
        const sentences = batch.value.refused.map(({ name, why }) => wordsOf(name, why))
        if (kept.length > 0) await onKept(ok(kept))
        if (sentences.length > 0) setRefused({ sentences, of })
      } else if (batch.problem.kind === 'cancelled') toasts.done(t('common.paper.adding.cancelled'))
      else await onKept(err(batch.problem))
    } catch {
      await onKept(err({ kind: 'io', code: 'unexpected' }))
    } finally {
      setProgress(null)
    }
  }
  const add = (files: readonly GivenFile[]) => {
    if (files.length > 0) before.current = before.current.then(() => addAll(files))
  }
  return {
    progress,
    refused,
    async pick() {
      const chosen = await host.chooseFiles({ extensions: PICKED_EXTENSIONS })
      if (chosen.ok)
        add(chosen.value.map(({ name, bytes, read }) => ({ name, bytes, read: () => read(0, bytes) })))
      else if (chosen.problem.kind !== 'cancelled')
        setRefused({ sentences: [t('common.paper.refused.io')], of: 1 })
    },
    take: files => add(files.map(ofPage)),
    cancel: () => working.current?.abort(),
    dismiss: () => setRefused(null),
  }
}
