/** A contact, new or known. One of health is sealed with Care, and says so before anything is typed. */
import { type FormEvent, useState } from 'react'
import { contact, type HealthContact, healthContact } from '#domain/contact.ts'
import { duplicatesOf, type Reachable } from '#domain/duplicates.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { ContactFields } from './ContactFields.tsx'
import {
  type ContactDraft,
  type ContactProblem,
  contactToDraft,
  draftToContact,
  type KnownContact,
} from './contact-draft.ts'
import { ExportContactsDialog } from './ExportContactsDialog.tsx'

interface ContactDialogProps {
  /** Null: a new one. */
  readonly known: KnownContact | null
  readonly onClose: () => void
}

export function ContactDialog({ known, onClose }: ContactDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [start] = useState(() => contactToDraft(known))
  const [draft, setDraft] = useState(start)
  const [problems, setProblems] = useState<readonly ContactProblem[]>([])
  const [isLeaving, setLeaving] = useState(false)
  const [isExporting, setExporting] = useState(false)
  /** What is being saved is there already, and is not somebody else of the same name. */
  const [isSaving, setSaving] = useState(false)
  const isTouched = JSON.stringify(draft) !== JSON.stringify(start)
  const leave = () => (isTouched ? setLeaving(true) : onClose())
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const read = draftToContact(draft)
    if (!read.ok) return setProblems(read.problem)
    setProblems([])
    setSaving(true)
    const { kind, fields } = read.value
    const id = known?.of.id
    const running =
      kind === 'health'
        ? id === undefined
          ? commands.addHealthContact(fields)
          : commands.editHealthContact(id, fields)
        : id === undefined
          ? commands.addGroupContact(fields)
          : commands.editGroupContact(id, fields)
    if (await save(running, t('people.contact.saved'))) onClose()
    else setSaving(false)
  }
  async function remove({ category, of: { id } }: KnownContact) {
    const running = category === 'health' ? commands.deleteHealthContact(id) : commands.deleteGroupContact(id)
    if (await save(running, t('people.contact.deleted'))) onClose()
  }
  return (
    <Dialog
      title={t(known ? 'people.contact.edit' : 'people.contact.add')}
      isOpen
      onClose={leave}
      actions={
        <DialogFoot
          aside={
            known && (
              <>
                <Button kind="quiet" icon="delete" onPress={() => void remove(known)}>
                  {t('plan.do.delete')}
                </Button>
                {/* The file says what is stored, so not while something else stands in the form. */}
                {known.category !== 'health' && (
                  <Button
                    kind="quiet"
                    icon="download"
                    disabled={isTouched}
                    onPress={() => setExporting(true)}
                  >
                    {t('people.contact.export')}
                  </Button>
                )}
              </>
            )
          }
          onCancel={leave}
          onSave={() => void submit()}
        />
      }
    >
      <DialogForm onSubmit={event => void submit(event)}>
        <Stack>
          <ContactFields draft={draft} known={known} problems={problems} onChange={setDraft} />
          {!isSaving && <Twice id={known?.of.id ?? ''} draft={draft} />}
        </Stack>
      </DialogForm>
      {known && isExporting && (
        <ExportContactsDialog ids={[known.of.id]} onClose={() => setExporting(false)} />
      )}
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

/** Only among those of its own kind: that a number is also a doctor's is nobody's to know who enters a landlord. */
function Twice({ id, draft }: { readonly id: string; readonly draft: ContactDraft }) {
  const { t, list } = useWords()
  const kind = draft.category === 'health' ? healthContact : contact
  const all: readonly HealthContact[] = useLive(live =>
    live.records<typeof healthContact | typeof contact>(kind),
  )
  const reachable = (each: Pick<HealthContact, 'id' | 'name' | 'phone' | 'email'>): Reachable => ({
    id: each.id,
    names: [each.name],
    phones: [each.phone],
    emails: [each.email],
  })
  const found = new Set(duplicatesOf(reachable({ ...draft, id }), all.map(reachable)).map(each => each.id))
  const same = all.filter(each => found.has(each.id)).map(each => each.name || each.organization)
  if (same.length === 0) return null
  return <Notice kind="warn">{t('people.contact.twice', { who: list(same) })}</Notice>
}
