/** Who does it, and who helps. */
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './Task.module.css'
import type { TaskDraft } from './task-draft.ts'

const c = classes(css)
const NOBODY = 'nobody'

interface PeopleFieldsProps {
  readonly draft: TaskDraft
  readonly onChange: (change: Partial<TaskDraft>) => void
}

export function PeopleFields({ draft, onChange }: PeopleFieldsProps) {
  const { t, compare } = useWords()
  const { memberName } = useTaskWords()
  const members = useLive(live => live.records(member))
  const { owner, helpers } = draft
  const shown = members
    .filter(each => each.leftAt === null || each.id === owner || helpers.includes(each.id))
    .map(each => ({ id: each.id, name: memberName(each.id) }))
    .toSorted((a, b) => compare(a.name, b.name))
  const others = shown.filter(each => each.id !== owner)
  const setHelper = (id: RecordId, helps: boolean) =>
    onChange({ helpers: helps ? [...helpers, id] : helpers.filter(each => each !== id) })
  return (
    <>
      <Select
        label={t('plan.task.owner')}
        value={owner ?? NOBODY}
        onChange={id =>
          onChange({ owner: id === NOBODY ? null : id, helpers: helpers.filter(each => each !== id) })
        }
        choices={[
          { value: NOBODY, label: t('plan.owner.nobody') },
          ...shown.map(each => ({ value: each.id, label: each.name })),
        ]}
      />
      {others.length > 0 && (
        <fieldset className={c('helpers')}>
          <legend className={c('legend')}>{t('plan.task.helpers')}</legend>
          {others.map(each => (
            <Checkbox
              key={each.id}
              label={each.name}
              checked={helpers.includes(each.id)}
              onChange={helps => setHelper(each.id, helps)}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
