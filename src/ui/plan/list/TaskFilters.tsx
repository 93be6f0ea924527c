/** What the list and the board show: words, person, area, state; a way to look can be kept under a name for all. */
import { type FormEvent, memo, useId, useState } from 'react'
import { member } from '#domain/member.ts'
import { savedFilter, taskFilterStates } from '#domain/saved-filter.ts'
import { taskAreas } from '#domain/task.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { Menu, type MenuEntry } from '../../parts/Menu.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './TaskFilters.module.css'
import { isTaskFilter, noTaskFilter, type TaskFilter } from './task-filter.ts'

const c = classes(css)

interface TaskFiltersProps {
  readonly filter: TaskFilter
  readonly onChange: (filter: TaskFilter) => void
}

/** By itself: an edited task, and the list that follows what is typed, draw none of it again. */
export const TaskFilters = memo(function TaskFilters({ filter, onChange }: TaskFiltersProps) {
  const { t } = useWords()
  const { memberName } = useTaskWords()
  const members = useLive(live => live.records(member))
  const { memberId } = useGroup().vault.identity
  const isHere = members.some(each => each.id === memberId)
  const set = (change: Partial<TaskFilter>) => onChange({ ...filter, ...change })
  return (
    <FilterBar label={t('plan.filters')}>
      <div data-task-search="">
        <SearchField
          label={t('plan.search')}
          value={filter.text}
          maxLength={200}
          onChange={text => set({ text })}
        />
      </div>
      <Select
        label={t('plan.owner')}
        value={filter.owner}
        onChange={owner => set({ owner })}
        choices={[
          { value: 'all', label: t('plan.owner.all') },
          ...(isHere ? [{ value: 'me', label: t('plan.owner.me') }] : []),
          { value: 'nobody', label: t('plan.owner.nobody') },
          ...members
            .filter(each => each.leftAt === null || each.id === filter.owner)
            .map(each => ({ value: each.id, label: memberName(each.id) })),
        ]}
      />
      <Select
        label={t('plan.area')}
        value={filter.area === '' ? 'all' : filter.area}
        onChange={area => set({ area: area === 'all' ? '' : area })}
        choices={[
          { value: 'all' as const, label: t('plan.area-all') },
          ...taskAreas.flatMap(each => (each === '' ? [] : [{ value: each, label: t(`plan.area.${each}`) }])),
        ]}
      />
      <Select
        label={t('plan.state')}
        value={filter.state}
        onChange={state => set({ state })}
        choices={taskFilterStates.map(value => ({ value, label: t(`plan.state.${value}`) }))}
      />
      <QuickFilters filter={filter} isHere={isHere} onSet={set} />
      <SavedFilters filter={filter} onChange={onChange} />
      {isTaskFilter(filter) && (
        <Button kind="quiet" icon="close" onPress={() => onChange(noTaskFilter)}>
          {t('plan.show-all')}
        </Button>
      )}
    </FilterBar>
  )
})

interface QuickFiltersProps extends Pick<TaskFiltersProps, 'filter'> {
  /** Whose laptop this is is one of the members. */
  readonly isHere: boolean
  readonly onSet: (change: Partial<TaskFilter>) => void
}

/** What is asked for most, each with one press; pressed again it is off. */
function QuickFilters({ filter, isHere, onSet }: QuickFiltersProps) {
  const { t } = useWords()
  const owner = (who: 'me' | 'nobody') => () => onSet({ owner: filter.owner === who ? 'all' : who })
  const late = () => onSet({ state: filter.state === 'overdue' ? 'all' : 'overdue' })
  useShortcuts(
    isHere
      ? [{ id: 'my-tasks', keys: 'M', labelId: 'plan.quick.mine', group: 'here', run: owner('me') }]
      : [],
  )
  return (
    <fieldset className={c('quick')} aria-label={t('plan.quick-filters')}>
      {isHere && (
        <Button size="small" aria-pressed={filter.owner === 'me'} aria-keyshortcuts="M" onPress={owner('me')}>
          {t('plan.quick.mine')}
        </Button>
      )}
      <Button size="small" aria-pressed={filter.owner === 'nobody'} onPress={owner('nobody')}>
        {t('plan.quick.nobody')}
      </Button>
      <Button size="small" aria-pressed={filter.state === 'overdue'} onPress={late}>
        {t('plan.quick.overdue')}
      </Button>
    </fieldset>
  )
}

function SavedFilters({ filter, onChange }: TaskFiltersProps) {
  const { t, compare } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [isNaming, setNaming] = useState(false)
  const saved = useLive(live => live.records(savedFilter))
  const sorted = saved.toSorted((a, b) => compare(a.name, b.name))
  const entries: readonly MenuEntry[] = [
    ...sorted.map(each => ({ id: each.id, label: each.name, onPress: () => onChange(each.tasks) })),
    ...(isTaskFilter(filter)
      ? [{ id: 'save', label: t('plan.filter.save'), icon: 'save', onPress: () => setNaming(true) } as const]
      : []),
    ...sorted.map(each => ({
      id: `delete ${each.id}`,
      label: t('plan.filter.delete', { name: each.name }),
      icon: 'delete' as const,
      onPress: () => void save(commands.deleteFilter(each.id), t('plan.filter.deleted')),
    })),
  ]
  return (
    <>
      {entries.length > 0 && (
        <Menu label={t('plan.filter.saved')} icon="filter" showLabel entries={entries} />
      )}
      {isNaming && <NameDialog filter={filter} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({ filter, onClose }: { readonly filter: TaskFilter; readonly onClose: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [name, setName] = useState('')
  const formId = useId()
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    const fields = { name: name.trim(), tasks: filter }
    if (await save(commands.saveFilter(fields), t('plan.filter.done'))) onClose()
  }
  return (
    <Dialog
      title={t('plan.filter.save')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <TextField
            label={t('plan.filter.name')}
            hint={t('plan.filter.save-hint')}
            value={name}
            maxLength={60}
            autoFocus
            onChange={setName}
            error={tried && name.trim() === '' ? t('plan.filter.name-missing') : null}
          />
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
