/**
 * The lines that run through all pages: what it is, the period and the day, the draft mark, page x of y. A style
 * sheet cannot know them, so they are custom properties of the document while a report is on the page; `paper.css`
 * puts them into the margins of `@page`.
 */
import { useLayoutEffect } from 'react'
import type { ReportView } from '#state/report-files.ts'
import type { PaperWords } from './paper-words.ts'

export function useRunningLines(view: ReportView, words: PaperWords): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const lines = runningLines(view, words)
    for (const [name, text] of lines) style.setProperty(name, cssString(text))
    return () => {
      for (const [name] of lines) style.removeProperty(name)
    }
  }, [view, words])
}

export function runningLines({ report, tables }: ReportView, words: PaperWords) {
  const box = tables.find(table => table.id === 'box')
  const period = box?.rows.find(({ cells: [label] }) => isText(label, words.text('box.period')))?.cells[1]
  const [before = '', between = '', after = ''] = words.text('page').split(/\{pages?\}/)
  const foot = [
    `${words.text('section.box')}${period?.kind === 'text' ? `, ${period.text}` : ''}`,
    `${words.text('box.prepared-on')} ${words.date(report.box.preparedOn, 'long')}`,
  ]
  return [
    ['--report-foot', foot.join(' · ')],
    ['--report-mark', report.box.draft ? words.text('draft') : ''],
    ['--report-page', before],
    ['--report-of', between],
    ['--report-end', after],
  ] as const
}

const isText = (
  cell: ReportView['tables'][number]['rows'][number]['cells'][number] | undefined,
  text: string,
) => cell?.kind === 'text' && cell.text === text

/** As a string of a style sheet. */
export const cssString = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`
