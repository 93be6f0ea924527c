/** Prints what stands beside the app for paper: the browser's print window, or on the desktop a PDF to keep or print. */
import { useState } from 'react'
import type { PaperSize } from '#host/host.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useKeepFile } from '../use-keep-file.ts'
import { useWords } from '../words/use-words.ts'

interface PrintJob {
  /** The print job's and the beginning of the PDF's name: both neutral. */
  readonly title: string
  readonly file: string
  readonly paper?: PaperSize
}

export function usePrintSheet({ title, file, paper = 'letter' }: PrintJob): {
  readonly isPrinting: boolean
  readonly print: () => Promise<void>
} {
  const { host } = useGroup()
  const { tools } = useServices()
  const { t } = useWords()
  const toasts = useToasts()
  const keepFile = useKeepFile()
  const [isPrinting, setPrinting] = useState(false)

  async function print(): Promise<void> {
    setPrinting(true)
    // A card that is printed before its script is there would be drawn with another, or as boxes.
    await document.fonts.ready
    const printed = await host.printPage(paper, title)
    if (!printed.ok && printed.problem.kind !== 'cancelled') toasts.problem(t('reports.problem.print'))
    if (printed.ok && printed.value !== null) {
      const name = `${file}-${tools.today()}.pdf`
      if ((await keepFile(name, printed.value)) === 'cloud-folder')
        toasts.problem(t('reports.cloud-folder', { name }))
    }
    setPrinting(false)
  }
  return { isPrinting, print }
}
