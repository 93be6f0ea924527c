/** The papers of a form: those that are kept and those that will be with it. Picked, dropped onto it, or pasted. */
import { type ClipboardEvent, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { FieldError } from '../parts/Field.tsx'
import { Icon } from '../parts/Icon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Link } from '../parts/Link.tsx'
import { Row } from '../parts/Section.tsx'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import { PaperViewer, type ShownPaper } from './PaperViewer.tsx'
import { usePickPaper } from './use-pick-paper.ts'

const c = classes(css)

interface PapersFieldProps {
  readonly label: string
  readonly papers: readonly ShownPaper[]
  readonly onAdd: (paper: NewAttachment) => void
  readonly onRemove: (id: RecordId) => void
}

export function PapersField({ label, papers, onAdd, onRemove }: PapersFieldProps) {
  const { t, fileSize } = useWords()
  const picker = usePickPaper()
  const [shown, setShown] = useState<RecordId | null>(null)

  const takeAll = async (files: readonly File[]) => {
    for (const file of files) {
      const paper = await picker.take({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      if (paper === null) return
      onAdd(paper)
    }
  }
  const pick = async () => {
    const paper = await picker.pick()
    if (paper !== null) onAdd(paper)
  }
  const { isOver, handlers } = useFileDrop(files => void takeAll(files))
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void takeAll(files)
  }
  return (
    <fieldset className={c('zone', isOver && 'over')} aria-label={label} {...handlers} onPaste={paste}>
      {papers.length > 0 && (
        <ul className={c('papers')}>
          {papers.map(paper => (
            <li key={paper.id} className={c('paper')}>
              <Icon name={paper.type === 'application/pdf' ? 'file' : 'picture'} />
              <span className={c('name')}>
                <Link onPress={() => setShown(paper.id)}>{paper.name || t('common.paper.unnamed')}</Link>
              </span>
              <span className={c('size')}>{fileSize(paper.size)}</span>
              <IconButton
                icon="close"
                label={t('common.paper.remove', { name: paper.name || t('common.paper.unnamed') })}
                onPress={() => onRemove(paper.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Row>
        <Button icon="attach" size="small" busy={picker.isBusy} onPress={() => void pick()}>
          {t('common.paper.attach')}
        </Button>
        <span className={c('hint')}>{t('common.paper.hint')}</span>
      </Row>
      {picker.problem !== null && <FieldError id="paper-error" text={picker.problem} />}
      {shown !== null && <PaperViewer papers={papers} start={shown} onClose={() => setShown(null)} />}
    </fieldset>
  )
}
