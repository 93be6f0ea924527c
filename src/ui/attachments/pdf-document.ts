/**
 * A PDF as pages to draw, by pdf.js in a worker of its own that ends with the document. Nothing in the file is run: no
 * scripts, no forms, no links, no compiled code (the page's policy allows neither `eval` nor WebAssembly), and nothing
 * is fetched but one decoder of our own build.
 */
import { getDocument, type PDFDocumentProxy, PDFWorker, type RenderTask } from 'pdfjs-dist'
import { err, ok, type Result } from '#domain/result.ts'

export type PdfProblem = 'password' | 'unreadable'

export interface PdfDocument {
  readonly pages: number
  /** CSS pixels at 100 %. Pages are counted from 1. */
  sizeOf(page: number): Promise<{ readonly width: number; readonly height: number }>
  /** Draws at `scale` device pixels a CSS pixel; the way to stop it comes back. */
  draw(
    page: number,
    canvas: HTMLCanvasElement,
    scale: number,
  ): { readonly done: Promise<void>; cancel(): void }
  /** What a screen reader reads. */
  textOf(page: number): Promise<string>
  close(): void
}

/** CSS pixels an inch over PDF points an inch. */
const CSS_UNITS = 96 / 72
/** Of a canvas: browsers refuse more, and a page that says to be a kilometre long must not fill the memory. */
const MAX_CANVAS_PIXELS = 32_000_000
/** Placed there by the build (electron/build/pdf-decoders.ts). */
const DECODERS = 'assets/pdf/'

export async function openPdf(bytes: Uint8Array, worker: Worker): Promise<Result<PdfDocument, PdfProblem>> {
  const pdfWorker = PDFWorker.create({ port: worker })
  const loading = getDocument({
    // It is transferred to the worker, and the caller keeps its own.
    data: bytes.slice(),
    worker: pdfWorker,
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: new URL(DECODERS, document.baseURI).href,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const close = (): void => {
    void loading.destroy().finally(() => worker.terminate())
  }
  try {
    return ok(documentOver(await loading.promise, close))
  } catch (error) {
    close()
    return err(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'unreadable')
  }
}

function documentOver(pdf: PDFDocumentProxy, close: () => void): PdfDocument {
  return {
    pages: pdf.numPages,
    async sizeOf(number) {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: CSS_UNITS })
      return { width, height }
    },
    draw(number, canvas, scale) {
      let task: RenderTask | null = null
      let isCancelled = false
      const work = async (): Promise<void> => {
        const page = await pdf.getPage(number)
        if (isCancelled) return
        const whole = page.getViewport({ scale: CSS_UNITS * scale })
        const shrink = Math.min(1, Math.sqrt(MAX_CANVAS_PIXELS / (whole.width * whole.height)))
        const viewport = page.getViewport({ scale: CSS_UNITS * scale * shrink })
        canvas.width = Math.max(1, Math.floor(viewport.width))
        canvas.height = Math.max(1, Math.floor(viewport.height))
        task = page.render({ canvas, viewport })
        await task.promise
      }
      return {
        done: work().catch((error: unknown) => {
          if (!isCancelled) throw error
        }),
        cancel() {
          isCancelled = true
          task?.cancel()
        },
      }
    },
    async textOf(number) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    },
    close,
  }
}
