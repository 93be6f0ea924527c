/** A consent, noted or looked at closely. */
import { type FormEvent, useId, useState } from 'react'
import type { Consent } from '#domain/consent.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { consentsOf, placesOfConsent } from '#state/consents.ts'
import { useGroup } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { ConsentForm } from './ConsentForm.tsx'
import { consentFields, consentProblems, consentToDraft, newConsent } from './consent-draft.ts'

interface ConsentDialogProps {
  /** Null: a new one. */
  readonly known: Consent | null
  readonly person: RecordId
  readonly onClose: () => void
}

export function ConsentDialog({ known, person, onClose }: ConsentDialogProps) {
  const { t, today } = useWords()
  const { live, commands, vault } = useGroup()
  const save = useSave()
  const formId = useId()
  const [start] = useState(() =>
    known
      ? consentToDraft(known, placesOfConsent(live, known.id))
      : // The language in which the last one was explained is most often that of the next.
        newConsent(today(), vault.identity.memberId, consentsOf(live, person)[0]?.language ?? ''),
  )
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const fields = consentFields(draft)
    if (fields === null) return
    setSaving(true)
    const saved = await (known
      ? save(commands.editConsent(known.id, fields, draft.places), t('papers.consent.saved'))
      : save(commands.addConsent({ ...fields, person }, draft.places), t('papers.consent.added')))
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <Dialog
      title={known ? t(`papers.consent.subject.${known.subject}`) : t('papers.consent.new')}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} busy={isSaving} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <Notice>{t('papers.consent.notice')}</Notice>
          <ConsentForm
            draft={draft}
            problems={tried ? consentProblems(draft) : []}
            onChange={change => setDraft(now => ({ ...now, ...change }))}
          />
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
