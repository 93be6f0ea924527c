/** From a file that was picked, dropped or pasted to a paper that can be attached, or a sentence why not. */
import { useCallback, useState } from 'react'
import { ATTACHMENT_EXTENSIONS, ATTACHMENT_LIMIT_BYTES } from '#domain/attachment.ts'
import type { NewAttachment } from '#state/attachments.ts'
import type { RefusalReason } from '#state/paper-batch.ts'
import { checkPaper } from '#state/papers.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { useWords } from '../words/use-words.ts'
import { checkShown } from './check-shown.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export interface PaperPicker {
  /** A sentence about the file that was not taken, until the next one is. */
  readonly problem: string | null
  readonly isBusy: boolean
  /** Null: cancelled, or refused with a sentence. */
  pick(): Promise<NewAttachment | null>
  take(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<NewAttachment | null>
}

export function usePickPaper(): PaperPicker {
  const { t, fileSize } = useWords()
  const { host } = useGroup()
  const { tools } = useServices()
  const wordsOf = useRefusalWords()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const take = useCallback(
    async ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => {
      setBusy(true)
      const said = (why: RefusalReason) => {
        setProblem(wordsOf(name, why))
        return null
      }
      try {
        const checked = checkPaper(name, bytes)
        if (!checked.ok) return said(checked.problem)
        const shown = await checkShown(checked.value, tools.startPdfWorker)
        if (shown !== 'shown') return said({ kind: shown })
        setProblem(null)
        return checked.value
      } finally {
        setBusy(false)
      }
    },
    [wordsOf, tools],
  )

  const pick = useCallback(async () => {
    const opened = await host.openFile({
      extensions: ATTACHMENT_EXTENSIONS,
      limitBytes: ATTACHMENT_LIMIT_BYTES,
    })
    if (opened.ok) return take(opened.value)
    if (opened.problem.kind === 'cancelled') return null
    setProblem(
      opened.problem.kind === 'too-big'
        ? t('common.paper.refused.too-big', { limit: fileSize(ATTACHMENT_LIMIT_BYTES) })
        : t('common.paper.refused.io'),
    )
    return null
  }, [host, t, fileSize, take])

  return { problem, isBusy, pick, take }
}
