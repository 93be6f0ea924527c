/** The page as a tagged PDF, in memory only: no temporary file ever holds a report. */
import type { WebContents } from 'electron'
import { type Capabilities, err, ok, type PaperSize } from '#host/contract.ts'

const PAGE_SIZES = { letter: 'Letter', a4: 'A4' } as const satisfies Record<PaperSize, string>

export function createPrinting(contents: WebContents): Capabilities['printPage'] {
  return async paper => {
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
      return err({ kind: 'io', code: 'print-failed' })
    }
  }
}
