/**
 * The report as it prints: page 1 by itself, then the sections in paper's order, tables that need the width on
 * landscape sheets. What is on the screen is what is on paper; only the notes' fields stay on the screen.
 */
import { Fragment, type ReactNode, useMemo } from 'react'
import type { PaperSize } from '#host/host.ts'
import type { ReportTable } from '#reports/report-tables.ts'
import type { ReportView } from '#state/report-files.ts'
import { classes } from '../../parts/classes.ts'
import { PageOne } from './PageOne.tsx'
import { PaperTable } from './PaperTable.tsx'
import css from './paper.module.css'
import { type PaperWords, paperWords } from './paper-words.ts'
import { SectionChart } from './SectionChart.tsx'
import { useRunningLines } from './use-running-lines.ts'

const c = classes(css)

export type EditorPlace = 'page-one' | ReportTable['id']

interface PaperProps {
  readonly view: ReportView
  readonly size: PaperSize
  /** Fields for the notes of a section, shown after it on the screen only. */
  readonly editorOf: (place: EditorPlace) => ReactNode
  readonly onOpenLine: (line: string) => void
}

const PAGE_ONE: readonly ReportTable['id'][] = ['box', 'figures', 'answers']

export function Paper({ view, size, editorOf, onOpenLine }: PaperProps) {
  const words = useMemo(() => paperWords(view.words), [view.words])
  const sheets = useMemo(() => sheetsOf(view.tables), [view.tables])
  const { draft } = view.report.box
  useRunningLines(view, words)
  return (
    <article
      className={c('paper', size)}
      lang={words.locale}
      aria-label={words.text('section.box')}
      data-report-paper=""
    >
      <div className={c('sheet', 'first')}>
        <DraftMark draft={draft} words={words} />
        <PageOne view={view} words={words} />
        {editorOf('page-one')}
      </div>
      {sheets.map(sheet => (
        <div key={sheet[0]?.id} className={c('sheet', isWide(sheet[0]) && 'wide')}>
          <DraftMark draft={draft} words={words} />
          {sheet.map(table => (
            <Fragment key={table.id}>
              <PaperTable
                table={table}
                words={words}
                lines={table.id === 'b' || table.id === 'e' ? view.lineOfRow[table.id] : []}
                onOpenLine={onOpenLine}
                chart={<SectionChart id={table.id} view={view} words={words} />}
              />
              {editorOf(table.id)}
            </Fragment>
          ))}
        </div>
      ))}
    </article>
  )
}

/** A section that is not there yet needs no sheet of its own. */
const isWide = (table: ReportTable | undefined): boolean => table?.landscape === true && table.rows.length > 0

/** Sections that share a direction of the paper follow each other on it. */
function sheetsOf(tables: readonly ReportTable[]): readonly (readonly ReportTable[])[] {
  const sheets: ReportTable[][] = []
  for (const table of tables) {
    if (PAGE_ONE.includes(table.id)) continue
    const last = sheets.at(-1)
    if (last && isWide(last[0]) === isWide(table) && !isWide(table)) last.push(table)
    else sheets.push([table])
  }
  return sheets
}

/** On paper the mark stands in the margin of every page. */
function DraftMark({ draft, words }: { readonly draft: boolean; readonly words: PaperWords }) {
  return draft ? <p className={c('mark')}>{words.text('draft')}</p> : null
}
