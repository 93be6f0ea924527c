/** What a line is called on screen: the group's own name for it, else the standard line's name in the language. */
import { useCallback } from 'react'
import type { Line } from '#domain/line.ts'
import { useWords } from '../words/use-words.ts'

export function useLineName(): (line: Pick<Line, 'key' | 'name'>) => string {
  const { t } = useWords()
  return useCallback(
    line =>
      line.name !== '' ? line.name : line.key === '' ? t('money.line.unnamed') : t(`money.line.${line.key}`),
    [t],
  )
}
