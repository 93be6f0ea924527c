/** The papers of a person: what there is, until when it is good, where it lies. Files can be dropped or pasted onto it. */
import { type ClipboardEvent, useState } from 'react'
import { addDays } from '#domain/dates.ts'
import type { DocumentVersions } from '#domain/document.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { documentsOf, filesOfDocument } from '#state/documents.ts'
import { PaperViewer, type ShownPaper } from '../../attachments/PaperViewer.tsx'
import { keptPapers } from '../../attachments/use-paper-changes.ts'
import { usePickPaper } from '../../attachments/use-pick-paper.ts'
import { useCanRead, useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { FieldError } from '../../parts/Field.tsx'
import { Section } from '../../parts/Section.tsx'
import { useFileDrop } from '../../parts/use-file-drop.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import type { PersonPartProps } from '../household/PersonScreen.tsx'
import { DocumentDialog, type DocumentTarget } from './DocumentDialog.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import css from './Papers.module.css'

const c = classes(css)

/** A task about a paper that runs out is due so many days before. */
const RENEW_DAYS_BEFORE = 30

export function PersonPapers(props: PersonPartProps) {
  const { t } = useWords()
  const reads = useCanRead('care')
  return reads ? (
    <Papers {...props} />
  ) : (
    <Section title={t('papers.section')}>
      <p>{t('papers.in-care')}</p>
    </Section>
  )
}

function Papers({ person, household }: PersonPartProps) {
  const { t } = useWords()
  const all = useLive(live => documentsOf(live, person.id))
  const [target, setTarget] = useState<DocumentTarget | null>(null)
  const [viewed, setViewed] = useState<readonly ShownPaper[] | null>(null)
  const picker = usePickPaper()
  const act = useDocumentActions(person.label)
  const { live } = useGroup()
  const takeAll = async (files: readonly File[]) => {
    const taken: NewAttachment[] = []
    for (const file of files) {
      const paper = await picker.take({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      if (paper === null) return
      taken.push(paper)
    }
    if (taken.length > 0) setTarget({ kind: 'new', files: taken })
  }
  const { isOver, handlers } = useFileDrop(files => void takeAll(files))
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0 || target !== null) return
    event.preventDefault()
    void takeAll(files)
  }
  return (
    <Section
      title={t('papers.section')}
      actions={
        <Button size="small" icon="add" onPress={() => setTarget({ kind: 'new', files: [] })}>
          {t('papers.add')}
        </Button>
      }
    >
      <fieldset
        className={c('zone', isOver && 'over')}
        aria-label={t('papers.zone')}
        {...handlers}
        onPaste={paste}
      >
        <DocumentTable
          versions={all}
          onOpen={({ current, earlier }) => setTarget({ kind: 'known', of: current, earlier })}
          onView={id => setViewed(keptPapers('care', filesOfDocument(live, id)))}
          onNext={({ current }) => setTarget({ kind: 'next-version', of: current })}
          onTask={act.makeTask}
          onDelete={act.remove}
        />
        <p className={c('hint')}>{t('papers.zone-hint')}</p>
        {picker.problem !== null && <FieldError id="papers-error" text={picker.problem} />}
      </fieldset>
      {target && (
        <DocumentDialog
          target={target}
          person={person.id}
          people={household.people.map(each => each.person)}
          onClose={() => setTarget(null)}
        />
      )}
      {viewed?.[0] && <PaperViewer papers={viewed} start={viewed[0].id} onClose={() => setViewed(null)} />}
    </Section>
  )
}

function useDocumentActions(who: string): {
  readonly makeTask: (of: DocumentVersions) => void
  readonly remove: (id: RecordId) => void
} {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  return {
    makeTask({ current: { id, dates } }) {
      const now = today()
      const before = dates.expires && addDays(dates.expires, -RENEW_DAYS_BEFORE)
      const due = before === null ? null : before < now ? now : before
      const title = t(dates.expires === null ? 'papers.task.see-to' : 'papers.task.renew', { who })
      void save(commands.makeDocumentTask(id, { title, due }), t('papers.task-made', { title }))
    },
    remove: id => void save(commands.deleteDocument(id), t('papers.deleted')),
  }
}
