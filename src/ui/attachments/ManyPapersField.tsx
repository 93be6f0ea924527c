/**
 * Papers that are kept at once, many at a time: picked, dropped or pasted. Those that are not taken are named with the
 * reason, and hold up none of the others.
 */
import { useRef } from 'react'
import type { AttachedFile } from '#domain/attachment.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import type { Result } from '#domain/result.ts'
import type { KeepProblem } from '#state/attachments.ts'
import type { KeptPaper } from '#state/paper-batch.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { Row } from '../parts/Section.tsx'
import { useReadable } from '../parts/use-overflow.ts'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import { PaperZone } from './PaperZone.tsx'
import { type PaperBatch, useAddPapers } from './use-add-papers.ts'
import { keptPapers } from './use-paper-changes.ts'

const c = classes(css)

interface ManyPapersFieldProps {
  readonly label: string
  readonly compartment: Compartment
  readonly papers: readonly {
    readonly id: RecordId
    readonly name: string
    readonly file: AttachedFile | null
  }[]
  readonly onKept: (kept: Result<readonly KeptPaper[], KeepProblem>) => Promise<unknown>
  readonly onRemove: (id: RecordId) => void
}

export function ManyPapersField({ label, compartment, papers, onKept, onRemove }: ManyPapersFieldProps) {
  const { t } = useWords()
  const batch = useAddPapers(compartment, onKept)
  return (
    <div className={c('field')}>
      <PaperZone
        label={label}
        papers={keptPapers(compartment, papers)}
        onFiles={batch.take}
        onRemove={onRemove}
      >
        <Row>
          <Button icon="attach" size="small" busy={batch.progress !== null} onPress={() => void batch.pick()}>
            {t('common.paper.attach-many')}
          </Button>
          <span className={c('hint')}>{t('common.paper.hint-many')}</span>
        </Row>
        <Adding batch={batch} />
      </PaperZone>
      <Refused batch={batch} />
    </div>
  )
}

function Refused({ batch: { refused, dismiss } }: { readonly batch: PaperBatch }) {
  const { t } = useWords()
  if (refused === null) return null
  const { sentences, of } = refused
  // Two files of one name may have one sentence; the list does not change while it stands there.
  const items = sentences.map((sentence, i) => ({ key: `${i}`, sentence }))
  return (
    <Notice
      kind="warn"
      title={t('common.paper.left-out', { count: sentences.length, of })}
      onDismiss={dismiss}
      announce
    >
      <Sentences items={items} />
    </Notice>
  )
}

interface SentencesProps {
  readonly items: readonly { readonly key: string; readonly sentence: string }[]
}

function Sentences({ items }: SentencesProps) {
  const list = useRef<HTMLUListElement>(null)
  const isReadable = useReadable(list)
  return (
    <ul ref={list} className={c('refused')} tabIndex={isReadable ? 0 : undefined}>
      {items.map(({ key, sentence }) => (
        <li key={key}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Over the page, so that nobody walks away from it unawares. One file is too quick for it. */
function Adding({ batch: { progress, cancel } }: { readonly batch: PaperBatch }) {
  const { t } = useWords()
  if (progress === null || progress.of < 2) return null
  return (
    <Dialog title={t('common.paper.adding')} isOpen size="small" onClose={cancel}>
      <ProgressBar
        label={t('common.paper.adding.step')}
        value={progress.done / progress.of}
        detail={t('common.paper.of', { number: progress.done, count: progress.of })}
        onCancel={cancel}
      />
      <p className={c('hint')}>{t('common.paper.adding.note')}</p>
    </Dialog>
  )
}
