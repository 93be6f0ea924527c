/** Whether a task comes again once it is done, and when. */
import { repeatUnits, type Task } from '#domain/task.ts'
import { classes } from '../../parts/classes.ts'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Task.module.css'

const c = classes(css)

interface RepeatFieldsProps {
  readonly repeat: Task['repeat']
  readonly onChange: (repeat: Task['repeat']) => void
}

export function RepeatFields({ repeat, onChange }: RepeatFieldsProps) {
  const { t } = useWords()
  return (
    <div className={c('phrases')}>
      <Select
        label={t('plan.task.repeat')}
        value={repeat === null ? 'no' : 'yes'}
        onChange={again => onChange(again === 'no' ? null : { every: 1, unit: 'months', from: 'due' })}
        choices={[
          { value: 'no', label: t('plan.repeat.no') },
          { value: 'yes', label: t('plan.repeat.yes') },
        ]}
      />
      {repeat !== null && (
        <>
          <div className={c('anchor')}>
            <NumberStepper
              label={t('plan.repeat.every')}
              value={repeat.every}
              min={1}
              max={366}
              onChange={every => onChange({ ...repeat, every })}
            />
            <Select
              label={t('plan.task.unit')}
              value={repeat.unit}
              onChange={unit => onChange({ ...repeat, unit })}
              choices={repeatUnits.map(value => ({ value, label: t(`plan.unit.${value}`) }))}
            />
          </div>
          <Select
            label={t('plan.repeat.from')}
            value={repeat.from}
            onChange={from => onChange({ ...repeat, from })}
            choices={(['due', 'done'] as const).map(value => ({
              value,
              label: t(`plan.repeat-from.${value}`),
            }))}
          />
        </>
      )}
    </div>
  )
}
