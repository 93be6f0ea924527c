/** Tasks that were deleted; nothing is ever gone at once. */
import { task } from '#domain/task.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { TrashDialog } from '../../TrashDialog.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'

const MOST_SHOWN = 300

export function TaskTrash({ onClose }: { readonly onClose: () => void }) {
  const { t, compare } = useWords()
  const { title } = useTaskWords()
  const { commands, live } = useGroup()
  useLive(here => here.revision())
  const save = useSave()
  const trash = live.trash(task).toSorted((a, b) => compare(title(a), title(b)))
  return (
    <TrashDialog
      title={t('plan.trash')}
      rows={trash.slice(0, MOST_SHOWN)}
      nameHead={t('plan.task-title')}
      nameOf={title}
      onRestore={each => void save(commands.restoreTasks([each.id]), t('plan.restored'))}
      onClose={onClose}
    />
  )
}
