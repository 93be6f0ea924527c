/** One task in a list: a box that marks it done, its title that opens it, who, where and when in words. */
import { memo } from 'react'
import { isClosed } from '#domain/task.ts'
import type { PlannedTask } from '#state/plan.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Menu, type MenuEntry } from '../../parts/Menu.tsx'
import { RowFacts, RowItem } from '../../parts/RowList.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './TaskList.module.css'

const c = classes(css)

interface TaskRowProps {
  readonly of: PlannedTask
  readonly entries: readonly MenuEntry[]
  readonly onOpen: () => void
  readonly onToggle: () => void
  /** Null: nothing is being chosen, and the box marks it done. */
  readonly isChosen: boolean | null
  readonly onChoose: () => void
}

export function TaskRow({ of, entries, onOpen, onToggle, isChosen, onChoose }: TaskRowProps) {
  const { t } = useWords()
  const { title } = useTaskWords()
  const { task } = of
  const name = title(task)
  return (
    <RowItem
      data-task-row={task.id}
      chosen={isChosen === true}
      lead={
        isChosen === null ? (
          <Checkbox
            label={t('plan.mark-done', { title: name })}
            labelHidden
            checked={isClosed(task)}
            onChange={onToggle}
          />
        ) : (
          <Checkbox
            label={t('plan.choose-task', { title: name })}
            labelHidden
            checked={isChosen}
            onChange={onChoose}
          />
        )
      }
      figure={<DueCell of={of} />}
      actions={<Menu label={t('plan.menu', { title: name })} icon="more" entries={entries} />}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: an anchor would need an address */}
      <button
        type="button"
        role="link"
        className={c('title', isClosed(task) && 'closed')}
        data-task={task.id}
        aria-keyshortcuts="Space X Shift+ArrowUp Shift+ArrowDown Alt+ArrowUp Alt+ArrowDown"
        onClick={onOpen}
      >
        {name}
      </button>
      <TaskFacts of={of} />
    </RowItem>
  )
}

interface TaskFactsProps {
  readonly of: PlannedTask
  /** On the board the column says it. */
  readonly withState?: boolean
}

/** Who, where, how far: under the title, also on the cards of the board. */
export const TaskFacts = memo(function TaskFacts({ of, withState = true }: TaskFactsProps) {
  const { t, list } = useWords()
  const { memberName } = useTaskWords()
  const { task, checks } = of
  const people = [...(task.owner === null ? [] : [task.owner]), ...task.helpers].map(memberName)
  return (
    <RowFacts>
      {task.hard && !isClosed(task) && (
        <Tag tone="warn" icon="flag">
          {t('plan.hard')}
        </Tag>
      )}
      {withState && task.status.state === 'doing' && <Tag tone="info">{t('plan.doing')}</Tag>}
      {task.area !== '' && <span>{t(`plan.area.${task.area}`)}</span>}
      {of.arrivalNumber !== null && <span>{t('plan.arrival.later', { number: of.arrivalNumber })}</span>}
      <span className={c('fact')}>
        <Icon name="people" size={14} />
        {people.length === 0 ? t('plan.owner.nobody') : list(people)}
      </span>
      {checks.of > 0 && (
        <span className={c('fact')}>
          <Icon name="check" size={14} />
          <span aria-hidden="true">{t('plan.progress', checks)}</span>
          <VisuallyHidden>{t('plan.progress-said', checks)}</VisuallyHidden>
        </span>
      )}
      {task.repeat !== null && (
        <span className={c('fact')}>
          <Icon name="repeat" size={14} />
          {t('plan.repeats')}
        </span>
      )}
    </RowFacts>
  )
})

export function DueCell({ of }: { readonly of: PlannedTask }) {
  const { t } = useWords()
  const { due } = useTaskWords()
  const said = due(of.when, of.task)
  return (
    <span className={c('due', said.isLate && 'late')}>
      {said.isLate && <Icon name="warn" size={16} />}
      <span>
        {said.text}
        {said.note !== null && <span className={c('note')}> · {t(`plan.due-note.${said.note}`)}</span>}
      </span>
    </span>
  )
}
