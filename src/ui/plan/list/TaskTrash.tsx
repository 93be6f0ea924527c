/** Tasks that were deleted; nothing is ever gone at once. */
import { task } from '#domain/task.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Table } from '../../parts/Table.tsx'
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
    <Dialog title={t('plan.trash')} isOpen onClose={onClose} size="large" closesOutside>
      <Table
        caption={t('plan.trash')}
        dense
        rows={trash.slice(0, MOST_SHOWN)}
        rowKey={each => each.id}
        empty={t('plan.trash.empty')}
        columns={[
          { id: 'title', head: t('plan.task-title'), namesRow: true, cell: each => title(each) },
          {
            id: 'restore',
            head: t('plan.restore'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button
                size="small"
                icon="undo"
                onPress={() => void save(commands.restoreTasks([each.id]), t('plan.restored'))}
              >
                {t('plan.restore')}
              </Button>
            ),
          },
        ]}
      />
    </Dialog>
  )
}
