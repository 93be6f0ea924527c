/** Under the list: how many tasks are chosen, and what can be done with all of them – one change, one undo. */
import { useEffect, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed, type Task } from '#domain/task.ts'
import type { CommandResult } from '#state/commands/gate.ts'
import { useGroup } from '../../group-context.tsx'
import { BottomBar } from '../../parts/BottomBar.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { ChangeTasksDialog } from './ChangeTasksDialog.tsx'
import css from './ChosenBar.module.css'
import type { Choosing } from './use-choosing.ts'

const c = classes(css)

interface ChosenBarProps {
  /** Those that are chosen and shown. */
  readonly picked: readonly Task[]
  /** All that the list shows. */
  readonly shown: readonly RecordId[]
  readonly choosing: Choosing
}

export function ChosenBar({ picked, shown, choosing }: ChosenBarProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [isChanging, setChanging] = useState(false)
  const ids = picked.map(each => each.id)
  const count = ids.length
  const open = picked.filter(each => !isClosed(each)).map(each => each.id)
  const run = async (running: Promise<CommandResult>, done: string) => {
    if (!(await save(running, done))) return
    setChanging(false)
    end()
  }
  const { end } = choosing
  useEffect(() => keepFocus, [])
  const remove = () => {
    if (count > 0) void run(commands.deleteTasks(ids), t('plan.chosen.deleted', { count }))
  }
  useShortcuts([
    { id: 'choose-none', keys: 'Escape', labelId: 'plan.chosen.end', group: 'here', run: end },
    { id: 'delete-tasks', keys: 'Delete', labelId: 'plan.chosen.delete', group: 'here', run: remove },
  ])
  return (
    <BottomBar label={t('plan.chosen')}>
      <strong role="status">{t('plan.chosen.count', { count })}</strong>
      {count < shown.length && (
        <Button kind="quiet" size="small" onPress={() => choosing.add(shown)}>
          {t('plan.chosen.all', { count: shown.length })}
        </Button>
      )}
      <span className={c('actions')}>
        <Button size="small" icon="edit" disabled={count === 0} onPress={() => setChanging(true)}>
          {t('plan.chosen.change')}
        </Button>
        <Button
          size="small"
          icon="check"
          disabled={open.length === 0}
          onPress={() =>
            void run(commands.setTaskState(open, 'done'), t('plan.chosen.done', { count: open.length }))
          }
        >
          {t('plan.do.done')}
        </Button>
        <Button size="small" icon="delete" disabled={count === 0} onPress={remove}>
          {t('plan.do.delete')}
        </Button>
        <Button kind="quiet" size="small" icon="close" onPress={end}>
          {t('plan.chosen.end')}
        </Button>
      </span>
      {isChanging && (
        <ChangeTasksDialog
          tasks={picked}
          onClose={() => setChanging(false)}
          onChange={change => run(commands.editTasks(ids, change), t('plan.chosen.changed', { count }))}
        />
      )}
    </BottomBar>
  )
}

/** The bar goes, and with it, or with its dialog, what had the focus: the list has it again. */
function keepFocus(): void {
  // Not before the page behind the dialog can take it.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const links = [...document.querySelectorAll<HTMLElement>('[data-task]')]
    const shown = links.find(each => each.offsetParent !== null)
    const target = shown ?? document.querySelector<HTMLElement>('[data-quick-add] input')
    target?.focus()
  })
}
