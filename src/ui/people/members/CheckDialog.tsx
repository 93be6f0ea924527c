/** A police check or a training of a member: when done, and until when, where the paper says it. */
import { type FormEvent, useId, useState } from 'react'
import { type CheckKind, checkKinds, type MemberCheck, shippedPoliceRule } from '#domain/member-check.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useGroup, useServices } from '../../group-context.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { type CheckDraft, checkToDraft, draftToCheck } from './check-draft.ts'

interface CheckDialogProps {
  /** Null: a new one. */
  readonly known: MemberCheck | null
  readonly of: RecordId
  readonly onClose: () => void
}

export function CheckDialog({ known, of, onClose }: CheckDialogProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const save = useSave()
  const formId = useId()
  const [draft, setDraft] = useState<CheckDraft>(() => checkToDraft(known))
  const [tried, setTried] = useState(false)
  const read = draftToCheck(draft, tools.today())
  const problems = tried && !read.ok ? read.problem : []
  const set = (change: Partial<CheckDraft>) => setDraft({ ...draft, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!read.ok) return
    const running = known
      ? commands.editCheck(known.id, read.value)
      : commands.addCheck({ member: of, ...read.value })
    if (await save(running, t('people.check.saved'))) onClose()
  }
  return (
    <Dialog
      title={t(known ? 'people.check.edit' : 'people.check.add')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <Select<CheckKind>
            label={t('people.check.what')}
            value={draft.kind}
            onChange={kind => set({ kind })}
            choices={checkKinds.map(value => ({ value, label: t(`people.check.${value}`) }))}
          />
          {draft.kind === 'training' && (
            <TextField
              label={t('people.check.title')}
              width="wide"
              maxLength={200}
              value={draft.title}
              onChange={title => set({ title })}
              error={problems.includes('title-missing') ? t('people.check.title-missing') : null}
            />
          )}
          <DateField
            label={t('people.check.done')}
            width="normal"
            value={draft.doneOn}
            onChange={(doneOn, doneProblem) => set({ doneOn, doneProblem })}
            error={
              problems.includes('done-to-come')
                ? t('people.check.done-to-come')
                : problems.includes('done-unread') && draft.doneProblem
                  ? dateComplaint(draft.doneProblem, t)
                  : null
            }
          />
          <DateField
            label={t('people.check.until')}
            hint={
              draft.kind === 'police'
                ? t('people.check.until.police', { count: shippedPoliceRule().data.validYears })
                : t('people.check.until.training')
            }
            optional
            width="normal"
            value={draft.until}
            onChange={(until, untilProblem) => set({ until, untilProblem })}
            error={
              problems.includes('until-before-done')
                ? t('people.check.until-before-done')
                : problems.includes('until-unread') && draft.untilProblem
                  ? dateComplaint(draft.untilProblem, t)
                  : null
            }
          />
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
