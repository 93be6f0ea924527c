/** The fields of a thing. What a gift is worth is asked once it is there; a laptop without money is not asked. */
import {
  itemConditions,
  itemLines,
  itemRooms,
  itemSources,
  itemStates,
  MOST_OF_ONE,
  mayHaveValue,
  newOnlyReasons,
  secondHandWarning,
} from '#domain/household-item.ts'
import { PapersField } from '../../attachments/PapersField.tsx'
import type { FormPapers } from '../../attachments/use-paper-changes.ts'
import { useCanRead } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { classes } from '../../parts/classes.ts'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { TellingNotice } from '../../setup/TellingNotice.tsx'
import { useWords } from '../../words/use-words.ts'
import { MemberSelect } from '../MemberSelect.tsx'
import type { OpenProblems } from '../use-open-problems.ts'
import css from './Things.module.css'
import type { ThingDraft } from './thing-draft.ts'

const c = classes(css)
const ANY = 'any' as const

interface ThingFieldsProps {
  readonly draft: ThingDraft
  readonly photos: FormPapers
  /** The list's name of it; null: one of the group's own, which needs a name. */
  readonly listed: string | null
  readonly nameMissing: boolean
  readonly open: OpenProblems
  readonly onChange: (draft: ThingDraft) => void
}

export function ThingFields({ draft, photos, listed, nameMissing, open, onChange }: ThingFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<ThingDraft>) => onChange({ ...draft, ...change })
  const warning = secondHandWarning(draft)
  return (
    <FormGrid>
      <TextField
        label={t('things.name')}
        value={draft.name}
        maxLength={200}
        optional={listed !== null}
        {...(listed === null ? {} : { hint: t('things.name.listed', { name: listed }) })}
        onChange={name => set({ name })}
        error={nameMissing ? t('things.name.missing') : null}
      />
      <NumberStepper
        label={t('things.quantity')}
        value={draft.quantity}
        min={1}
        max={MOST_OF_ONE}
        onChange={quantity => set({ quantity })}
      />
      <Select
        label={t('things.state')}
        value={draft.state}
        onChange={state => set({ state })}
        choices={itemStates.map(value => ({ value, label: t(`things.state.${value}`) }))}
      />
      <OriginFields draft={draft} onChange={set} />
      {warning !== null && (
        <WholeLine>
          <Notice kind="warn" announce title={t(`things.second-hand.${warning}`)}>
            {t('things.second-hand.text')}
          </Notice>
        </WholeLine>
      )}
      <ValueFields draft={draft} open={open} onChange={set} />
      <PlaceFields draft={draft} onChange={set} />
      <WholeLine>
        <PhotoFields photos={photos} />
      </WholeLine>
    </FormGrid>
  )
}

/** What it looks like, kept with the form; everybody in the group sees them, the driver's laptop too. */
function PhotoFields({ photos }: { readonly photos: FormPapers }) {
  const { t } = useWords()
  return (
    <Stack>
      <PapersField
        label={t('things.photos')}
        papers={photos.shown}
        onAdd={photos.add}
        onRemove={photos.remove}
      />
      <p className={c('hint')}>{t('things.photos.hint')}</p>
    </Stack>
  )
}

interface PlaceFieldsProps {
  readonly draft: ThingDraft
  readonly onChange: (change: Partial<ThingDraft>) => void
}

/** Where it comes from, in what state, and who sees to it. */
function OriginFields({ draft, onChange: set }: PlaceFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('things.source')}
        value={draft.source === '' ? ANY : draft.source}
        onChange={source => set({ source: source === ANY ? '' : source })}
        choices={itemSources.map(value => ({
          value: value === '' ? ANY : value,
          label: t(`things.source.${value === '' ? ANY : value}`),
        }))}
      />
      <Select
        label={t('things.condition')}
        value={draft.condition === '' ? ANY : draft.condition}
        onChange={condition => set({ condition: condition === ANY ? '' : condition })}
        choices={itemConditions.map(value => ({
          value: value === '' ? ANY : value,
          label: t(`things.condition.${value === '' ? ANY : value}`),
        }))}
      />
      <MemberSelect
        label={t('things.assigned')}
        value={draft.assigned}
        onChange={assigned => set({ assigned })}
      />
    </>
  )
}

/** Where it belongs, at home and in the money, and what else is to be known. */
function PlaceFields({ draft, onChange: set }: PlaceFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('things.room')}
        value={draft.room}
        onChange={room => set({ room })}
        choices={itemRooms.map(value => ({ value, label: t(`things.room.${value}`) }))}
      />
      <Select
        label={t('things.line')}
        value={draft.line}
        onChange={line => set({ line })}
        choices={itemLines.map(value => ({ value, label: t(`money.line.${value}`) }))}
      />
      <Select
        label={t('things.should-be-new')}
        value={draft.newOnly ?? ANY}
        onChange={reason => set({ newOnly: reason === ANY ? null : reason })}
        choices={[
          { value: ANY, label: t('things.should-be-new.no') },
          ...newOnlyReasons.map(value => ({ value, label: t(`things.should-be-new.${value}`) })),
        ]}
      />
      <WholeLine>
        <TextField
          label={t('things.delivery')}
          optional
          width="wide"
          maxLength={200}
          value={draft.delivery}
          hint={t('things.delivery.hint')}
          onChange={delivery => set({ delivery })}
        />
        <TellingNotice text={draft.delivery} />
      </WholeLine>
      <WholeLine>
        <TextField
          label={t('things.note')}
          optional
          width="wide"
          lines={2}
          maxLength={10_000}
          value={draft.note}
          onChange={note => set({ note })}
        />
      </WholeLine>
    </>
  )
}

interface ValueFieldsProps {
  readonly draft: ThingDraft
  readonly open: OpenProblems
  readonly onChange: (change: Partial<ThingDraft>) => void
}

function ValueFields({ draft, open, onChange }: ValueFieldsProps) {
  const { t } = useWords()
  const readsMoney = useCanRead('money')
  if (draft.source !== 'donated') return null
  if (!readsMoney || !mayHaveValue(draft))
    return (
      <WholeLine>
        <Notice>{t(readsMoney ? 'things.value.later' : 'things.value.elsewhere')}</Notice>
      </WholeLine>
    )
  return (
    <>
      <AmountField
        label={t('things.value')}
        optional
        unsigned
        value={draft.cents}
        hint={t('things.value.hint')}
        onChange={(cents, problem) => {
          open.note('value', problem)
          onChange({ cents })
        }}
        error={open.error('value')}
      />
      <TextField
        label={t('things.basis')}
        optional
        value={draft.basis}
        maxLength={200}
        hint={t('things.basis.hint')}
        onChange={basis => onChange({ basis })}
      />
    </>
  )
}
