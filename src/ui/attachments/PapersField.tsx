/** The papers of a form: those that are kept and those that will be with it. Picked, dropped onto it, or pasted. */
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { FieldError } from '../parts/Field.tsx'
import { Row } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Attachments.module.css'
import type { ShownPaper } from './PaperViewer.tsx'
import { PaperZone } from './PaperZone.tsx'
import { usePickPaper } from './use-pick-paper.ts'

const c = classes(css)

interface PapersFieldProps {
  readonly label: string
  readonly papers: readonly ShownPaper[]
  readonly onAdd: (paper: NewAttachment) => void
  readonly onRemove: (id: RecordId) => void
}

export function PapersField({ label, papers, onAdd, onRemove }: PapersFieldProps) {
  const { t } = useWords()
  const picker = usePickPaper()

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
  return (
    <PaperZone label={label} papers={papers} onFiles={files => void takeAll(files)} onRemove={onRemove}>
      <Row>
        <Button icon="attach" size="small" busy={picker.isBusy} onPress={() => void pick()}>
          {t('common.paper.attach')}
        </Button>
        <span className={c('hint')}>{t('common.paper.hint')}</span>
      </Row>
      {picker.problem !== null && <FieldError id="paper-error" text={picker.problem} />}
    </PaperZone>
  )
}
