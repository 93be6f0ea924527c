/** A home that was found, or changed. */
import { type FormEvent, useState } from 'react'
import type { Home } from '#domain/home.ts'
import { useGroup } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { submitForm } from '../../parts/submit-form.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import { useOpenProblems } from '../use-open-problems.ts'
import { HomeFields } from './HomeFields.tsx'
import { changedHome, type HomeProblem, homeToDraft } from './home-draft.ts'

interface HomeDialogProps {
  /** Null: a new one. */
  readonly of: Home | null
  readonly onClose: () => void
}

const FORM_ID = 'home-form'

export function HomeDialog({ of, onClose }: HomeDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const { title } = useHomeWords()
  const save = useSave()
  // What others change meanwhile must not overwrite what is being typed here: read once.
  const [start] = useState(() => homeToDraft(of))
  const [draft, setDraft] = useState(start)
  const [problems, setProblems] = useState<readonly HomeProblem[]>([])
  const [isLeaving, setLeaving] = useState(false)
  const open = useOpenProblems()
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const fields = changedHome(draft, of)
    setProblems(fields.ok ? [] : fields.problem)
    if (!open.allow() || !fields.ok) return
    const running = of === null ? commands.addHome(fields.value) : commands.editHome(of.id, fields.value)
    if (await save(running, t(of === null ? 'housing.added' : 'housing.saved'))) onClose()
  }
  useShortcuts([
    {
      id: 'save-home',
      keys: 'Ctrl+Enter',
      labelId: 'common.save',
      group: 'here',
      run: () => submitForm(FORM_ID),
    },
  ])
  return (
    <Dialog
      title={of === null ? t('housing.new') : title(of)}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <HomeFields draft={draft} problems={problems} open={open} onChange={setDraft} />
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
