/** Why a file was not attached, as a sentence that names it. */
import { useCallback } from 'react'
import { ATTACHMENT_LIMIT_BYTES } from '#domain/attachment.ts'
import type { RefusalReason } from '#state/paper-batch.ts'
import { useWords } from '../words/use-words.ts'

export function useRefusalWords(): (name: string, why: RefusalReason) => string {
  const { t, fileSize } = useWords()
  return useCallback(
    (name, why) => {
      if (why.kind === 'too-big')
        return t('common.paper.refused.too-big-named', { name, limit: fileSize(ATTACHMENT_LIMIT_BYTES) })
      if (why.kind === 'io') return t('common.paper.refused.io-named', { name })
      if (why.kind === 'too-many-pixels')
        return t('common.paper.refused.too-many-pixels', { name, megapixels: why.megapixels })
      return t(`common.paper.refused.${why.kind}`, { name })
    },
    [t, fileSize],
  )
}
