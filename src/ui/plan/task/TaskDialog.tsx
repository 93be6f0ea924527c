/** One task, looked at closely and edited. */
import { type FormEvent, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed, type Task, task } from '#domain/task.ts'
import type { CheckLine } from '#state/commands/tasks.ts'
import { checkItemsByTask } from '#state/plan.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { AlertDialog } from '../../parts/AlertDialog.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Stack } from '../../parts/Section.tsx'
import { submitForm } from '../../parts/submit-form.ts'
import type { Route } from '../../shell/router.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskActions } from '../use-task-actions.ts'
import { plannedItem, useTaskWords } from '../use-task-words.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskHistory } from './TaskHistory.tsx'
import { TaskOrigin } from './TaskOrigin.tsx'
import { changedTask, type TaskDraft, type TaskProblem, taskToDraft } from './task-draft.ts'

interface TaskDialogProps {
  readonly taskId: RecordId
  readonly onClose: () => void
}

const FORM_ID = 'task-form'

export function TaskDialog({ taskId, onClose }: TaskDialogProps) {
  const { t } = useWords()
  const known = useLive(live => live.get(task, taskId))
  return known ? (
    <OpenTask known={known} onClose={onClose} />
  ) : (
    <Dialog title={t('plan.task.gone')} isOpen onClose={onClose} size="small" closesOutside>
      {t('plan.task.gone-text')}
    </Dialog>
  )
}

function OpenTask({ known, onClose }: { readonly known: Task; readonly onClose: () => void }) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const { title } = useTaskWords()
  const actions = useTaskActions()
  const save = useSave()
  const linesNow = (): readonly CheckLine[] =>
    (checkItemsByTask(live).get(known.id) ?? []).map(({ id, text, done }) => ({ id, text, done }))
  const [draft, setDraft] = useState<TaskDraft>(() => taskToDraft(known, linesNow()))
  /** What it was when it was opened: typed over, it is asked for before it is lost. */
  const [start, setStart] = useState(draft)
  const [problems, setProblems] = useState<readonly TaskProblem[]>([])
  const [isSaving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState<Route | 'close' | null>(null)
  const { go } = useRouter()
  const item = plannedItem(known)
  const isTouched = JSON.stringify(draft) !== JSON.stringify(start)
  const leaveFor = (to: Route | 'close') => (to === 'close' ? onClose() : go(to))
  const leave = (to: Route | 'close') => (isTouched ? setLeaving(to) : leaveFor(to))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const fields = changedTask(draft, known)
    if (!fields.ok) return setProblems(fields.problem)
    setSaving(true)
    const isSameList = JSON.stringify(draft.checks) === JSON.stringify(start.checks)
    const running = commands.editTask(known.id, fields.value, isSameList ? null : draft.checks)
    const saved = await save(running, t('plan.task.saved'))
    setSaving(false)
    if (saved) onClose()
  }
  const restored = (fresh: Task) => {
    const next = taskToDraft(fresh, linesNow())
    setDraft(next)
    setStart(next)
  }
  useShortcuts([
    {
      id: 'save-task',
      keys: 'Ctrl+Enter',
      labelId: 'common.save',
      group: 'here',
      run: () => submitForm(FORM_ID),
    },
  ])
  return (
    <Dialog
      title={title(known)}
      isOpen
      onClose={() => leave('close')}
      size="large"
      actions={
        <DialogFoot
          aside={
            <>
              <Button
                kind="quiet"
                icon="delete"
                onPress={() => {
                  actions.remove(known)
                  onClose()
                }}
              >
                {t('plan.do.delete')}
              </Button>
              <Button kind="quiet" onPress={() => actions.toggle(known)}>
                {t(isClosed(known) ? 'plan.do.reopen' : 'plan.task.mark-done')}
              </Button>
            </>
          }
          onCancel={() => leave('close')}
          busy={isSaving}
          submits={FORM_ID}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <Stack>
          <TaskForm of={known} draft={draft} problems={problems} onChange={setDraft} onGo={leave} />
          {item && <TaskOrigin item={item} />}
        </Stack>
      </DialogForm>
      <Disclosure label={t('plan.history')}>
        <TaskHistory of={known} onRestored={restored} />
      </Disclosure>
      <AlertDialog
        title={t('plan.task.discard')}
        isOpen={leaving !== null}
        onCancel={() => setLeaving(null)}
        onConfirm={() => leaveFor(leaving ?? 'close')}
        confirmLabel={t('plan.task.discard-yes')}
        cancelLabel={t('plan.task.discard-no')}
        danger
      >
        {t('plan.task.discard-text')}
      </AlertDialog>
    </Dialog>
  )
}
