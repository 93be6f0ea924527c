/**
 * What runs along the foot of each page of a form: what it is, so that loose pages find each other, and page x of y. A
 * style sheet cannot know it, so it stands in custom properties of the document while a form can be printed.
 */
import { useLayoutEffect } from 'react'
import { cssString } from '../reports/paper/use-running-lines.ts'
import { useWords } from '../words/use-words.ts'

const PAGE = '\ue000'
const PAGES = '\ue001'

/** Null: a page without a foot. */
export function usePageFoot(foot: string | null): void {
  const { t } = useWords()
  const numbered = t('common.paper.page', { page: PAGE, pages: PAGES })
  useLayoutEffect(() => {
    if (foot === null) return
    const { style } = document.documentElement
    const [before = '', between = '', after = ''] = numbered.split(/[\ue000\ue001]/)
    const lines = [
      ['--sheet-foot', foot],
      ['--sheet-page', before],
      ['--sheet-of', between],
      ['--sheet-end', after],
    ] as const
    for (const [name, text] of lines) style.setProperty(name, cssString(text))
    return () => {
      for (const [name] of lines) style.removeProperty(name)
    }
  }, [foot, numbered])
}
