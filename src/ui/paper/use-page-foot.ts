/**
 * What runs along the foot of each page of a sheet: what it is, so that loose pages find each other, and which of how many
 * it is. A style sheet cannot know it, so it stands in custom properties of the document while the sheet can be printed.
 */
import { useLayoutEffect } from 'react'
import { cssString } from '../reports/paper/use-running-lines.ts'

/** Letters that stand in one line beside the number; what it is stands in full at the head of the sheet. */
const MOST = 60
const NUMBER = 'counter(page) " / " counter(pages)'

/** Null: a page without a foot. */
export function usePageFoot(foot: string | null): void {
  useLayoutEffect(() => {
    if (foot === null) return
    const { style } = document.documentElement
    style.setProperty('--sheet-foot', cssString(foot.length > MOST ? `${foot.slice(0, MOST)}…` : foot))
    style.setProperty('--sheet-number', NUMBER)
    return () => {
      style.removeProperty('--sheet-foot')
      style.removeProperty('--sheet-number')
    }
  }, [foot])
}
