/** The pages of a PDF below one another; each is drawn when it comes near, and let go when it is far. */
import { useEffect, useRef, useState } from 'react'
import { useServices } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import { openPdf, type PdfDocument, type PdfProblem } from './pdf-document.ts'

const c = classes(css)

interface PdfViewProps {
  readonly bytes: Uint8Array
  readonly zoom: number
  readonly onPages: (pages: number) => void
}

export function PdfView({ bytes, zoom, onPages }: PdfViewProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const [pdf, setPdf] = useState<PdfDocument | null>(null)
  const [problem, setProblem] = useState<PdfProblem | null>(null)
  useEffect(() => {
    let close = (): void => undefined
    let isGone = false
    void openPdf(bytes, tools.startPdfWorker()).then(opened => {
      if (!opened.ok) return setProblem(opened.problem)
      if (isGone) return opened.value.close()
      close = opened.value.close
      setPdf(opened.value)
      onPages(opened.value.pages)
    })
    return () => {
      isGone = true
      close()
    }
  }, [bytes, tools, onPages])
  if (problem !== null) return <Notice kind="danger">{t(`common.paper.problem.${problem}`)}</Notice>
  if (pdf === null) return <ProgressBar label={t('common.paper.opening')} value={null} />
  return (
    <div className={c('pages')}>
      {Array.from({ length: pdf.pages }, (_, i) => i + 1).map(number => (
        <PdfPage key={number} pdf={pdf} number={number} zoom={zoom} />
      ))}
    </div>
  )
}

interface PdfPageProps {
  readonly pdf: PdfDocument
  readonly number: number
  readonly zoom: number
}

function PdfPage({ pdf, number, zoom }: PdfPageProps) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(frame)
  const [size, setSize] = useState({ width: 816, height: 1056 })
  const [text, setText] = useState('')
  const [isDrawn, setDrawn] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    if (!isNear) return
    void pdf.sizeOf(number).then(setSize, () => setFailed(true))
    void pdf.textOf(number).then(setText, () => undefined)
  }, [pdf, number, isNear])
  useEffect(() => {
    const target = canvas.current
    if (!isNear || target === null) return
    setDrawn(false)
    // As wide as it stands there: at its size, enlarged, or made to fit a narrow window.
    const shown = Math.min(target.clientWidth, size.width * zoom) || size.width
    const drawing = pdf.draw(number, target, (shown / size.width) * window.devicePixelRatio)
    drawing.done.then(
      () => setDrawn(true),
      () => setFailed(true),
    )
    return drawing.cancel
  }, [pdf, number, zoom, size, isNear])
  return (
    <figure
      ref={frame}
      className={c('page')}
      style={{
        inlineSize: `calc(min(100%, ${size.width}px) * ${zoom})`,
        aspectRatio: `${size.width} / ${size.height}`,
      }}
      aria-label={t('common.paper.page', { page: number, pages: pdf.pages })}
      data-drawn={isDrawn || undefined}
    >
      {isNear && (
        // What stands in a canvas is not seen, and read by a screen reader.
        <canvas ref={canvas} className={c('drawing')}>
          {text}
        </canvas>
      )}
      {hasFailed && <Notice kind="warn">{t('common.paper.page-failed')}</Notice>}
    </figure>
  )
}

/** True while the element is on the screen or about one screen away from it. */
function useIsNear(element: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new IntersectionObserver(entries => setNear(entries.some(each => each.isIntersecting)), {
      rootMargin: '100% 0px',
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
