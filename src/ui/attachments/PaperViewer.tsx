/**
 * A paper, looked at inside the app: opened in memory, drawn, and gone when it is closed. Nothing of it is on the disk in
 * clear unless the person saves a copy somewhere.
 */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { AttachedFile } from '#domain/attachment.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import type { ReadProblem } from '#state/attachments.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Notice } from '../parts/Notice.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import { pictureAddress } from './picture-address.ts'

const c = classes(css)
const PdfView = lazy(() => import('./PdfView.tsx').then(module => ({ default: module.PdfView })))

/** What is shown: kept already, or just picked and not yet saved. */
export interface ShownPaper {
  readonly id: RecordId
  readonly name: string
  readonly type: AttachedFile['type']
  readonly size: number
  readonly source:
    | { readonly kind: 'kept'; readonly compartment: Compartment; readonly file: AttachedFile }
    | { readonly kind: 'picked'; readonly bytes: Uint8Array }
}

interface PaperViewerProps {
  readonly papers: readonly ShownPaper[]
  readonly start: RecordId
  readonly onClose: () => void
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

export function PaperViewer({ papers, start, onClose }: PaperViewerProps) {
  const { t, fileSize } = useWords()
  const [shown, setShown] = useState(start)
  const [zoom, setZoom] = useState(1)
  const [pages, setPages] = useState<number | null>(null)
  const at = Math.max(
    0,
    papers.findIndex(each => each.id === shown),
  )
  const paper = papers[at]
  const opened = useOpened(paper)
  const save = useSaveOutside()
  // Round and round, and no button that is switched off: the focus on it would be lost, and Escape with it.
  const goTo = (index: number) => {
    const next = papers.at(index % papers.length)
    if (!next) return
    setPages(null)
    setZoom(1)
    setShown(next.id)
  }
  const step = (by: 1 | -1) => {
    const index = ZOOMS.findIndex(each => each >= zoom)
    setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, index + by))] ?? 1)
  }
  if (!paper) return null
  const bytes = opened.kind === 'open' ? opened.bytes : null
  return (
    <Dialog
      title={paper.name || t('common.paper.unnamed')}
      isOpen
      onClose={onClose}
      size="full"
      closesOutside
      actions={
        <>
          <span className={c('facts')}>
            {fileSize(paper.size)}
            {pages !== null && ` · ${t('common.paper.pages', { count: pages })}`}
          </span>
          {papers.length > 1 && (
            <span className={c('steps')}>
              <IconButton
                icon="chevron-left"
                label={t('common.paper.previous')}
                onPress={() => goTo(at - 1)}
              />
              <span>{t('common.paper.of', { number: at + 1, count: papers.length })}</span>
              <IconButton icon="chevron-right" label={t('common.paper.next')} onPress={() => goTo(at + 1)} />
            </span>
          )}
          <span className={c('steps')}>
            <IconButton icon="minus" label={t('common.paper.smaller')} onPress={() => step(-1)} />
            <IconButton icon="add" label={t('common.paper.larger')} onPress={() => step(1)} />
          </span>
          <Button
            icon="save"
            kind="quiet"
            disabled={bytes === null}
            onPress={() => bytes && void save(paper, bytes)}
          >
            {t('common.paper.save')}
          </Button>
        </>
      }
    >
      {opened.kind === 'opening' && <ProgressBar label={t('common.paper.opening')} value={null} />}
      {opened.kind === 'failed' && <Notice kind="danger">{t(`common.paper.problem.${opened.why}`)}</Notice>}
      {bytes !== null && paper.type === 'application/pdf' && (
        <Suspense fallback={<ProgressBar label={t('common.paper.opening')} value={null} />}>
          <PdfView key={paper.id} bytes={bytes} zoom={zoom} onPages={setPages} />
        </Suspense>
      )}
      {bytes !== null && paper.type !== 'application/pdf' && (
        <Picture key={paper.id} paper={paper} bytes={bytes} zoom={zoom} />
      )}
    </Dialog>
  )
}

interface PictureProps {
  readonly paper: ShownPaper
  readonly bytes: Uint8Array
  readonly zoom: number
}

function Picture({ paper, bytes, zoom }: PictureProps) {
  const { t } = useWords()
  const [address] = useState(() => pictureAddress(paper.type, bytes))
  const [hasFailed, setFailed] = useState(false)
  const [width, setWidth] = useState(0)
  if (hasFailed) return <Notice kind="danger">{t('common.paper.problem.unreadable')}</Notice>
  return (
    <img
      className={c('picture')}
      src={address}
      alt={paper.name || t('common.paper.unnamed')}
      style={width === 0 ? {} : { inlineSize: `calc(min(100%, ${width}px) * ${zoom})` }}
      onLoad={event => setWidth(event.currentTarget.naturalWidth)}
      onError={() => setFailed(true)}
    />
  )
}

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly why: ReadProblem['kind'] }

const OPENING: Opened = { kind: 'opening' }

function useOpened(paper: ShownPaper | undefined): Opened {
  const { attachments } = useGroup()
  const [opened, setOpened] = useState<{ readonly id: RecordId; readonly value: Opened } | null>(null)
  useEffect(() => {
    if (!paper || paper.source.kind === 'picked') return
    let isGone = false
    const { id, source } = paper
    const tell = (value: Opened) => {
      if (!isGone) setOpened({ id, value })
    }
    attachments.read(source.compartment, source.file).then(
      read =>
        tell(read.ok ? { kind: 'open', bytes: read.value } : { kind: 'failed', why: read.problem.kind }),
      // Locked in the middle: this screen goes with the group.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [paper, attachments])
  if (paper?.source.kind === 'picked') return { kind: 'open', bytes: paper.source.bytes }
  return opened !== null && opened.id === paper?.id ? opened.value : OPENING
}

/** Where the person chooses, in clear: which is said. */
function useSaveOutside(): (paper: ShownPaper, bytes: Uint8Array) => Promise<void> {
  const { host } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  return useCallback(
    async (paper, bytes) => {
      const saved = await host.saveFile({ suggestedName: paper.name, bytes })
      if (saved.ok)
        toasts.done(t(saved.value.cloudFolder ? 'common.paper.saved-cloud' : 'common.paper.saved'))
      else if (saved.problem.kind !== 'cancelled')
        toasts.problem(t(`common.paper.not-saved.${saved.problem.kind}`))
    },
    [host, t, toasts],
  )
}
