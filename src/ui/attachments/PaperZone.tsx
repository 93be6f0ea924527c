/** Papers by name, each to be looked at or taken off; what is let go or pasted here is attached. */
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Link } from '../parts/Link.tsx'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import { PaperViewer, type ShownPaper } from './PaperViewer.tsx'

const c = classes(css)

interface PaperZoneProps {
  readonly label: string
  readonly papers: readonly ShownPaper[]
  readonly onFiles: (files: readonly File[]) => void
  readonly onRemove: (id: RecordId) => void
  /** Under them: the button that picks, and what became of it. */
  readonly children: ReactNode
}

export function PaperZone({ label, papers, onFiles, onRemove, children }: PaperZoneProps) {
  const { t, fileSize } = useWords()
  const [shown, setShown] = useState<RecordId | null>(null)
  const { isOver, handlers } = useFileDrop(onFiles)
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }
  return (
    <fieldset className={c('zone', isOver && 'over')} {...handlers} onPaste={paste}>
      <legend className={c('label')}>{label}</legend>
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
      {children}
      {shown !== null && <PaperViewer papers={papers} start={shown} onClose={() => setShown(null)} />}
    </fieldset>
  )
}
