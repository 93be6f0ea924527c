/**
 * Saving the report: the page itself as PDF through the machine's printing, every other format from the state. With
 * payee names every saving first lists them; a cancelled dialog is silent.
 */
import { useRef, useState } from 'react'
import type { PaperSize } from '#host/host.ts'
import { pdfName, type ReportFileKind, type ReportView, reportFile } from '#state/report-files.ts'
import { hitKey, type PlacedHit, shareHits } from '#state/safe-to-share.ts'
import { useGroup } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useKeepFile } from '../use-keep-file.ts'
import { useWords } from '../words/use-words.ts'

export type FileKind = 'pdf' | ReportFileKind

/** What is to be said on the page after a saving. */
export type FileNotice =
  /** The browser's own print window was opened. */
  { readonly kind: 'print-window' } | { readonly kind: 'cloud-folder'; readonly name: string }

export interface ReportFiles {
  readonly busy: FileKind | null
  readonly notice: FileNotice | null
  readonly dismissNotice: () => void
  readonly save: (kind: FileKind) => void
  /** The file that waits for a yes to its names. */
  readonly asksFor: FileKind | null
  readonly confirmNames: () => void
  readonly cancelNames: () => void
  /** The file that waits, and what it would tell. */
  readonly sharing: { readonly kind: FileKind; readonly hits: readonly PlacedHit[] } | null
  readonly confirmShare: () => void
  readonly cancelShare: () => void
}

interface ReportFilesInput {
  readonly view: ReportView
  readonly paper: PaperSize
  readonly withNames: boolean
  readonly onNamesSaved: () => void
}

export function useReportFiles({ view, paper, withNames, onNamesSaved }: ReportFilesInput): ReportFiles {
  const { host, live } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  const keepFile = useKeepFile()
  const [busy, setBusy] = useState<FileKind | null>(null)
  const [notice, setNotice] = useState<FileNotice | null>(null)
  const [asksFor, setAsksFor] = useState<FileKind | null>(null)
  const [sharing, setSharing] = useState<ReportFiles['sharing']>(null)
  /** What somebody has said yes to on this screen: not asked about again while it is open. */
  const confirmed = useRef(new Set<string>())

  /** True when the file is where the person wanted it. */
  async function keep(name: string, bytes: Uint8Array): Promise<boolean> {
    const kept = await keepFile(name, bytes)
    if (kept === 'cloud-folder') setNotice({ kind: 'cloud-folder', name })
    return kept !== 'not-saved'
  }

  async function savePdf(): Promise<boolean> {
    await dialogsGone()
    const printed = await host.printPage(paper, view.words.text('file.report'))
    if (!printed.ok) {
      if (printed.problem.kind !== 'cancelled') toasts.problem(t('reports.problem.print'))
      return false
    }
    if (printed.value !== null) return keep(pdfName(view), printed.value)
    setNotice({ kind: 'print-window' })
    return true
  }

  async function saveFile(kind: ReportFileKind): Promise<boolean> {
    const file = await reportFile(view, kind)
    if (file.ok) return keep(file.value.name, file.value.bytes)
    toasts.problem(
      t(file.problem.kind === 'no-entries' ? 'reports.problem.no-entries' : 'reports.problem.audience'),
    )
    return false
  }

  async function run(kind: FileKind): Promise<void> {
    setBusy(kind)
    setNotice(null)
    const isSaved = await (kind === 'pdf' ? savePdf() : saveFile(kind))
    setBusy(null)
    if (isSaved && withNames && kind !== 'sah-row') onNamesSaved()
  }

  function start(kind: FileKind): void {
    const hits = shareHits(live, view, kind).filter(each => !confirmed.current.has(hitKey(each)))
    if (hits.length > 0) setSharing({ kind, hits })
    else askNames(kind)
  }

  /** The row for the agreement holder has no entries, and so never a name. */
  const askNames = (kind: FileKind): void =>
    withNames && kind !== 'sah-row' ? setAsksFor(kind) : void run(kind)

  return {
    busy,
    notice,
    dismissNotice: () => setNotice(null),
    save: start,
    asksFor,
    confirmNames() {
      setAsksFor(null)
      if (asksFor) void run(asksFor)
    },
    cancelNames: () => setAsksFor(null),
    sharing,
    confirmShare() {
      setSharing(null)
      if (!sharing) return
      for (const each of sharing.hits) confirmed.current.add(hitKey(each))
      askNames(sharing.kind)
    },
    cancelShare: () => setSharing(null),
  }
}

/** While a dialog is open the page under it is hidden from readers, and would be in a tagged PDF too. */
async function dialogsGone(): Promise<void> {
  while (document.querySelector('[role="dialog"]'))
    await new Promise(resolve => requestAnimationFrame(resolve))
}
