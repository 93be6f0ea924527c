/** The page as a tagged PDF, in memory only: no temporary file ever holds a report. */
import type { WebContents } from 'electron'
import { type Capabilities, err, ok, type PaperSize } from '#host/contract.ts'

const PAGE_SIZES = { letter: 'Letter', a4: 'A4' } as const satisfies Record<PaperSize, string>

export function createPrinting(contents: Pick<WebContents, 'printToPDF'>): Capabilities['printPage'] {
  const print = async (paper: PaperSize) => {
    try {
      const pdf = await contents.printToPDF({
        pageSize: PAGE_SIZES[paper],
        // The report's own `@page` decides margins and orientation.
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
      return ok(new Uint8Array(pdf))
    } catch {
      return err({ kind: 'io', code: 'print-failed' } as const)
    }
  }
  // One after the other: Chromium never answers a second print of the same page while the first is under way.
  let last: Promise<unknown> = Promise.resolve()
  return paper => {
    const printed = last.then(() => print(paper))
    last = printed
    return printed
  }
}
