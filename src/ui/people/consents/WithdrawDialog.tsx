/** A consent is taken back: when, and which tasks that makes, said before anything is done. */
import { type FormEvent, useId, useState } from 'react'
import type { Consent } from '#domain/consent.ts'
import { placesOfConsent } from '#state/consents.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import type { DraftDay } from './consent-draft.ts'

interface WithdrawDialogProps {
  readonly of: Consent
  /** The person's code label. */
  readonly who: string
  readonly onClose: () => void
}

export function WithdrawDialog({ of, who, onClose }: WithdrawDialogProps) {
  const { t, today } = useWords()
  const { commands, vault } = useGroup()
  const save = useSave()
  const formId = useId()
  const places = useLive(live => placesOfConsent(live, of.id))
  const [on, setOn] = useState<DraftDay>(() => ({ date: today(), problem: null }))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const count = Math.max(1, places.length)
  const titles = Array.from({ length: count }, (_, i) =>
    count === 1
      ? t('papers.consent.task', { who })
      : t('papers.consent.task-of', { who, number: i + 1, count }),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (on.date === null) return
    setSaving(true)
    const withdrawn = { on: on.date, notedBy: vault.identity.memberId, note: note.trim() }
    const saved = await save(
      commands.withdrawConsent(of.id, withdrawn, titles),
      t('papers.consent.withdrawn-done', { count }),
    )
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <Dialog
      title={t('papers.consent.withdraw-title')}
      isOpen
      onClose={onClose}
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t('papers.consent.withdraw-yes')}
          busy={isSaving}
          submits={formId}
        />
      }
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <p>{t('papers.consent.withdraw-text')}</p>
          <DateField
            label={t('papers.consent.withdrawn-on')}
            width="normal"
            value={on.date}
            onChange={(date, problem) => setOn({ date, problem })}
            error={tried && on.date === null ? dateComplaint(on.problem ?? { kind: 'empty' }, t) : null}
          />
          <TextField
            label={t('papers.note')}
            optional
            width="wide"
            value={note}
            maxLength={200}
            onChange={setNote}
          />
          <Section level={3} title={t('papers.consent.tasks', { count })}>
            <ul>
              {titles.map((title, i) => (
                <li key={title}>
                  {title}
                  {places[i] && ` – ${places[i].place}`}
                </li>
              ))}
            </ul>
            <p>{t('papers.consent.tasks-hint')}</p>
          </Section>
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
