/** The fields of a task. */

import { type Task, taskAreas } from '#domain/task.ts'
import { planContexts } from '#state/plan.ts'
import { useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import type { Route } from '../../shell/router.ts'
import { useWords } from '../../words/use-words.ts'
import { TaskLinks } from '../links/TaskLinks.tsx'
import { hasStandardWords } from '../use-task-words.ts'
import { ChecklistFields } from './ChecklistFields.tsx'
import { DueFields } from './DueFields.tsx'
import { PeopleFields } from './PeopleFields.tsx'
import { RepeatFields } from './RepeatFields.tsx'
import type { TaskDraft, TaskProblem } from './task-draft.ts'

const NONE = 'none'

interface TaskFormProps {
  readonly of: Task
  readonly draft: TaskDraft
  readonly problems: readonly TaskProblem[]
  readonly onChange: (draft: TaskDraft) => void
  readonly onGo: (route: Route) => void
}

export function TaskForm({ of, draft, problems, onChange, onGo }: TaskFormProps) {
  const { t } = useWords()
  const contextOf = useLive(planContexts)
  const set = (change: Partial<TaskDraft>) => onChange({ ...draft, ...change })
  const isPlanned = hasStandardWords(of)
  const standard = { title: `plan.item.${of.seedKey}`, note: `plan.item.${of.seedKey}.note` }
  return (
    <FormGrid>
      <WholeLine>
        <TextField
          label={t('plan.task-title')}
          width="wide"
          value={draft.title}
          maxLength={200}
          optional={isPlanned}
          {...(isPlanned ? { placeholder: t(standard.title), hint: t('plan.task.standard-words') } : {})}
          onChange={title => set({ title })}
          error={problems.includes('no-title') ? t('plan.task.title-missing') : null}
        />
      </WholeLine>
      <WholeLine>
        <TextField
          label={t('plan.task.note')}
          width="wide"
          optional
          lines={3}
          value={draft.note}
          maxLength={10_000}
          hint={isPlanned && draft.note === '' ? t(standard.note) : t('plan.task.note-hint')}
          onChange={note => set({ note })}
        />
      </WholeLine>
      <Select
        label={t('plan.area')}
        value={draft.area === '' ? NONE : draft.area}
        onChange={area => set({ area: area === NONE ? '' : area })}
        choices={[
          { value: NONE, label: t('plan.task.no-area') },
          ...taskAreas.flatMap(each => (each === '' ? [] : [{ value: each, label: t(`plan.area.${each}`) }])),
        ]}
      />
      <PeopleFields draft={draft} onChange={set} />
      <WholeLine>
        <DueFields
          due={draft.due}
          context={contextOf(of.sponsorship)}
          isMissing={problems.includes('no-date')}
          onChange={due => set({ due })}
        />
      </WholeLine>
      <WholeLine>
        <Checkbox
          label={t('plan.hard')}
          hint={t('plan.task.hard-hint')}
          checked={draft.hard}
          onChange={hard => set({ hard })}
        />
      </WholeLine>
      <WholeLine>
        <ChecklistFields checks={draft.checks} onChange={checks => set({ checks })} />
      </WholeLine>
      <WholeLine>
        <RepeatFields repeat={draft.repeat} onChange={repeat => set({ repeat })} />
      </WholeLine>
      <WholeLine>
        <TaskLinks links={draft.links} onChange={links => set({ links })} onGo={onGo} />
      </WholeLine>
    </FormGrid>
  )
}
