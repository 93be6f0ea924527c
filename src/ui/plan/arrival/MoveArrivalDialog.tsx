/** Changes where an arrival stands, with what that does to the plan underneath as it is typed. */
import { type FormEvent, useState } from 'react'
import type { Arrival } from '#domain/sponsorship.ts'
import { useServices } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { submitForm } from '../../parts/submit-form.ts'
import { ArrivalFields, type Unreadable } from '../../setup/ArrivalFields.tsx'
import { unreadableProblems } from '../../setup/StepSponsorship.tsx'
import { NO_TIMING, timingOf, timingProblems } from '../../setup/sponsorship-draft.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { MovePreview } from './MovePreview.tsx'
import { useMove } from './use-move.ts'

interface MoveArrivalDialogProps {
  readonly known: Arrival
  /** The flight that was notified was not taken: the new day is asked for. */
  readonly isMissedFlight: boolean
  readonly onClose: () => void
}

const FORM_ID = 'move-arrival'

export function MoveArrivalDialog({ known, isMissedFlight, onClose }: MoveArrivalDialogProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const [timing, setTiming] = useState(
    isMissedFlight ? { ...NO_TIMING, state: 'notified' as const } : known.timing,
  )
  const [unreadable, setUnreadable] = useState<Unreadable>({})
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const problems = { ...timingProblems(timing, tools.today()), ...unreadableProblems(unreadable) }
  const isRight = Object.keys(problems).length === 0
  const { supportEndsOverride } = known
  const move = useMove(isRight ? { arrival: known.id, timing: timingOf(timing), supportEndsOverride } : null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isRight || !move.isMove) return
    setBusy(true)
    const isDone = await move.apply()
    setBusy(false)
    if (isDone) onClose()
  }
  useShortcuts([
    {
      id: 'apply-move',
      keys: 'Ctrl+Enter',
      labelId: 'plan.move.apply',
      group: 'here',
      run: () => submitForm(FORM_ID),
    },
  ])
  return (
    <Dialog
      title={t(isMissedFlight ? 'plan.arrival.missed' : 'plan.arrival.change')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t('plan.move.apply')}
          busy={isBusy}
          disabled={isRight && !move.isMove}
          submits={FORM_ID}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <Stack>
          {isMissedFlight && <Notice>{t('plan.arrival.missed-text')}</Notice>}
          <ArrivalFields
            timing={timing}
            unreadable={unreadable}
            problems={tried ? problems : {}}
            onChange={(next, nextUnreadable) => {
              setTiming(next)
              setUnreadable(nextUnreadable)
            }}
          />
          {move.preview && move.isMove && (
            <MovePreview preview={move.preview} choices={move.choices} onChoice={move.choose} />
          )}
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
