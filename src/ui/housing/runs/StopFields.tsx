/** One stop of a run: where, whom to call, and what is picked up there; earlier, later, or taken out. */
import { type HouseholdItem, stopKinds } from '#domain/household-item.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { WholeLine } from '../../parts/FormGrid.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Row } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import { useThingName } from '../things/use-thing-words.ts'
import css from './Runs.module.css'
import type { StopDraft } from './run-draft.ts'

const c = classes(css)

interface StopFieldsProps {
  readonly stop: StopDraft
  readonly number: number
  readonly isLast: boolean
  /** What may be picked up here. */
  readonly things: readonly HouseholdItem[]
  readonly onChange: (stop: StopDraft) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

export function StopFields(props: StopFieldsProps) {
  const { stop, number, isLast, things, onChange, onMove, onRemove } = props
  const { t } = useWords()
  const nameOf = useThingName()
  const set = (change: Partial<StopDraft>) => onChange({ ...stop, ...change })
  const said = { number, place: stop.place }
  return (
    <fieldset className={c('stopFields')}>
      <legend className={c('legend')}>{t('things.stop', { number })}</legend>
      <Select
        label={t('things.stop.kind')}
        value={stop.kind}
        onChange={kind => set({ kind, ...(kind === 'drop-off' ? { items: [] } : {}) })}
        choices={stopKinds.map(value => ({ value, label: t(`things.stop.${value}`) }))}
      />
      <TextField
        label={t('things.stop.place')}
        value={stop.place}
        maxLength={200}
        onChange={place => set({ place })}
      />
      <TextField
        label={t('things.stop.contact')}
        optional
        value={stop.contact}
        maxLength={200}
        onChange={contact => set({ contact })}
      />
      <TextField
        label={t('things.note')}
        optional
        value={stop.note}
        maxLength={200}
        onChange={note => set({ note })}
      />
      {stop.kind === 'pick-up' && things.length > 0 && (
        <fieldset className={c('whole', 'items')}>
          <legend>{t('things.stop.picks-up')}</legend>
          {things.map(each => (
            <Checkbox
              key={each.id}
              label={nameOf(each)}
              checked={stop.items.includes(each.id)}
              onChange={on =>
                set({ items: on ? [...stop.items, each.id] : stop.items.filter(id => id !== each.id) })
              }
            />
          ))}
        </fieldset>
      )}
      <WholeLine>
        <Row align="end">
          <IconButton
            icon="up"
            label={t('things.stop.up', said)}
            disabled={number === 1}
            onPress={() => onMove(-1)}
          />
          <IconButton
            icon="down"
            label={t('things.stop.down', said)}
            disabled={isLast}
            onPress={() => onMove(1)}
          />
          <IconButton icon="close" label={t('things.stop.remove', said)} onPress={onRemove} />
        </Row>
      </WholeLine>
    </fieldset>
  )
}
