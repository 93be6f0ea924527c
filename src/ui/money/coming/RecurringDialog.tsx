/**
 * Something recurring: new, as an entry is, or known. What of it stands in the books already is said before it is saved,
 * and taken as posted with it.
 */
import { type FormEvent, useState } from 'react'
import { entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { recurring } from '#domain/recurring.ts'
import { type BookedAlready, bookedAlready, comingOf } from '#state/coming.ts'
import { openAccounts } from '#state/import-preview.ts'
import { useGroup } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { RecurringForm } from './RecurringForm.tsx'
import {
  changedRecurring,
  draftLike,
  draftToRecurring,
  newRecurringDraft,
  type RecurringDraft,
  type RecurringProblem,
  recurringToDraft,
} from './recurring-draft.ts'

interface RecurringDialogProps {
  /** Null: a new one. */
  readonly id: RecordId | null
  /** A new one begins as this entry is, which is then its first. */
  readonly like?: RecordId
  readonly onClose: () => void
}

const FORM_ID = 'recurring-form'
const NONE: BookedAlready = { paid: [], missed: 0 }

export function RecurringDialog({ id, like, onClose }: RecurringDialogProps) {
  const { t, today } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const known = id === null ? undefined : live.get(recurring, id)
  const [draft, setDraft] = useState<RecurringDraft>(() => {
    const model = like === undefined ? undefined : live.get(entry, like)
    if (known) return recurringToDraft(known)
    return model ? draftLike(model) : newRecurringDraft(openAccounts(live)[0]?.id ?? null, today())
  })
  const [start] = useState(draft)
  const [problems, setProblems] = useState<readonly RecurringProblem[]>([])
  const [takes, setTakes] = useState(true)
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const fields = draftToRecurring(draft)
  const booked = fields.ok && !known ? bookedAlready(live, fields.value, today()) : NONE
  const paid = takes ? booked.paid : []
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!fields.ok) return setProblems(fields.problem)
    setSaving(true)
    const running = known
      ? commands.editRecurring(known.id, changedRecurring(known, fields.value))
      : commands.addRecurring(fields.value, paid)
    const saved = await save(running, t('recurring.saved'))
    setSaving(false)
    if (saved) onClose()
  }
  const dropped = known && draft.start !== null ? openBefore(live, known.id, draft.start, today()) : 0
  return (
    <Dialog
      title={t(known ? 'recurring.edit' : 'recurring.new')}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} busy={saving} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <Stack>
          <RecurringForm draft={draft} isNew={!known} problems={problems} onChange={setDraft} />
          {booked.paid.length > 0 && (
            <Checkbox
              label={t('recurring.booked', { count: booked.paid.length })}
              hint={t('recurring.booked.hint')}
              checked={takes}
              onChange={setTakes}
            />
          )}
          {booked.missed > 0 && <Notice>{t('recurring.will-miss', { count: booked.missed })}</Notice>}
          {dropped > 0 && <Notice kind="warn">{t('recurring.dropped', { count: dropped })}</Notice>}
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={leaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

/** Missed occurrences that a later start would take off the list. */
const openBefore = (
  live: Parameters<typeof comingOf>[0],
  id: RecordId,
  start: string,
  today: string,
): number =>
  comingOf(live, today).filter(
    each => each.recurring.id === id && each.status === 'missed' && each.original < start,
  ).length
