/** A delivery run, new or changed: its day, who drives, and the stops in the order in which they are driven. */
import { type FormEvent, useState } from 'react'
import { type RunHere, thingsHere } from '#state/household-list.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { MemberSelect } from '../MemberSelect.tsx'
import { useOpenProblems } from '../use-open-problems.ts'
import {
  draftToRun,
  runToDraft,
  thingsToFetch,
  withStop,
  withStopChanged,
  withStopMoved,
} from './run-draft.ts'
import { StopFields } from './StopFields.tsx'

interface RunDialogProps {
  /** Null: a new one. */
  readonly of: RunHere | null
  readonly onClose: () => void
}

const FORM_ID = 'run-form'

export function RunDialog({ of, onClose }: RunDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const things = thingsToFetch(useLive(thingsHere), of)
  const [start] = useState(() => runToDraft(of))
  const [draft, setDraft] = useState(start)
  const [isLeaving, setLeaving] = useState(false)
  const open = useOpenProblems()
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!open.allow()) return
    const input = draftToRun(draft)
    const running = of === null ? commands.addRun(input) : commands.editRun(of.run.id, input)
    if (await save(running, t('things.runs.saved'))) onClose()
  }
  return (
    <Dialog
      title={t(of === null ? 'things.runs.new' : 'things.runs.edit')}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <Stack>
          <FormGrid>
            <WholeLine>
              <TextField
                label={t('things.runs.name')}
                width="wide"
                optional
                value={draft.name}
                maxLength={200}
                onChange={name => setDraft({ ...draft, name })}
              />
            </WholeLine>
            <DateField
              label={t('things.runs.on')}
              optional
              value={draft.on}
              onChange={(on, problem) => {
                open.note('on', problem)
                setDraft({ ...draft, on })
              }}
              error={open.error('on')}
            />
            <MemberSelect
              label={t('things.runs.driver')}
              value={draft.driver}
              onChange={driver => setDraft({ ...draft, driver })}
            />
          </FormGrid>
          {draft.stops.map((stop, i) => (
            <StopFields
              key={stop.key}
              stop={stop}
              number={i + 1}
              isLast={i === draft.stops.length - 1}
              things={things}
              onChange={next => setDraft(withStopChanged(draft, i, next))}
              onMove={by => setDraft(withStopMoved(draft, i, by))}
              onRemove={() => setDraft({ ...draft, stops: draft.stops.toSpliced(i, 1) })}
            />
          ))}
          <Row>
            <Button size="small" kind="quiet" icon="add" onPress={() => setDraft(withStop(draft))}>
              {t('things.stop.add')}
            </Button>
          </Row>
          <TextField
            label={t('things.note')}
            optional
            width="wide"
            lines={2}
            maxLength={10_000}
            value={draft.note}
            onChange={note => setDraft({ ...draft, note })}
          />
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
