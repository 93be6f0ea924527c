/** A home that was found, or changed. */
import { type FormEvent, useState } from 'react'
import type { Home } from '#domain/home.ts'
import { useGroup } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
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
    { id: 'save-home', keys: 'Ctrl+Enter', labelId: 'common.save', group: 'here', run: requestSubmit },
  ])
  return (
    <Dialog
      title={of === null ? t('housing.new') : title(of)}
      isOpen
      onClose={leave}
      size="large"
      actions={
        <>
          <Button kind="quiet" onPress={leave}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" onPress={requestSubmit}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={event => void submit(event)} noValidate>
        <HomeFields draft={draft} problems={problems} open={open} onChange={setDraft} />
        {/* Enter in any field submits; the buttons stand outside the form, in the dialog's foot. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

const requestSubmit = () => {
  const form = document.getElementById(FORM_ID)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
