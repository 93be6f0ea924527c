/** A paper, written down or looked at closely: its facts, its pictures, and the versions before it. */
import { type FormEvent, useId, useState } from 'react'
import type { PersonDocument } from '#domain/document.ts'
import type { Person } from '#domain/household.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { filesOfDocument } from '#state/documents.ts'
import { usePaperChanges } from '../../attachments/use-paper-changes.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { TasksInDialog } from '../../plan/links/TasksAbout.tsx'
import type { Route } from '../../shell/router.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { DocumentForm } from './DocumentForm.tsx'
import { documentToDraft, draftToFields, isDraftWrong, newDraft, nextVersionDraft } from './document-draft.ts'
import { EarlierVersions } from './EarlierVersions.tsx'
import { useDocumentWords } from './use-document-words.ts'

/** What the dialog is open for. */
export type DocumentTarget =
  | { readonly kind: 'new'; readonly files: readonly NewAttachment[] }
  | { readonly kind: 'known'; readonly of: PersonDocument; readonly earlier: readonly PersonDocument[] }
  | { readonly kind: 'next-version'; readonly of: PersonDocument }

interface DocumentDialogProps {
  readonly target: DocumentTarget
  readonly person: RecordId
  readonly people: readonly Person[]
  readonly onClose: () => void
}

const NOTHING: readonly never[] = []

export function DocumentDialog({ target, person, people, onClose }: DocumentDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const words = useDocumentWords()
  const save = useSave()
  const formId = useId()
  const known = target.kind === 'known' ? target.of : null
  const kept = useLive(live => (known === null ? NOTHING : filesOfDocument(live, known.id)))
  const papers = usePaperChanges('care', kept, target.kind === 'new' ? target.files : NOTHING)
  const [start] = useState(() => startOf(target, person))
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState<Route | 'close' | null>(null)
  const { go } = useRouter()
  const isTouched = papers.isChanged || JSON.stringify(draft) !== JSON.stringify(start)
  const leaveFor = (to: Route | 'close') => (to === 'close' ? onClose() : go(to))
  const leave = (to: Route | 'close') => (isTouched ? setLeaving(to) : leaveFor(to))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isDraftWrong(draft)) return
    setSaving(true)
    const fields = draftToFields(draft)
    const replaces = target.kind === 'next-version' ? { replaces: target.of.id } : {}
    const saved = await (known
      ? save(commands.editDocument(known.id, fields, papers.changes), t('papers.saved'))
      : save(commands.addDocument({ ...fields, ...replaces }, papers.changes), t('papers.added')))
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <Dialog
      title={titleOf(target, words.name, t)}
      isOpen
      onClose={() => leave('close')}
      size="large"
      actions={<DialogFoot onCancel={() => leave('close')} busy={isSaving} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <DocumentForm
          draft={draft}
          papers={papers}
          people={people}
          tried={tried}
          onChange={change => setDraft(now => ({ ...now, ...change }))}
        />
      </DialogForm>
      {known && <TasksInDialog of={{ kind: 'document', id: known.id }} onGo={leave} />}
      {target.kind === 'known' && target.earlier.length > 0 && (
        <Disclosure label={t('papers.earlier', { count: target.earlier.length })}>
          <EarlierVersions versions={target.earlier} />
        </Disclosure>
      )}
      <DiscardDialog
        isOpen={leaving !== null}
        onStay={() => setLeaving(null)}
        onDiscard={() => leaveFor(leaving ?? 'close')}
      />
    </Dialog>
  )
}

const startOf = (target: DocumentTarget, person: RecordId) =>
  target.kind === 'new'
    ? newDraft(person)
    : target.kind === 'known'
      ? documentToDraft(target.of)
      : nextVersionDraft(target.of)

function titleOf(
  target: DocumentTarget,
  name: (of: PersonDocument) => string,
  t: ReturnType<typeof useWords>['t'],
): string {
  switch (target.kind) {
    case 'new':
      return t('papers.new')
    case 'known':
      return name(target.of)
    case 'next-version':
      return t('papers.next-version-of', { name: name(target.of) })
  }
}
