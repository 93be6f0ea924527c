/** What a home costs besides its rent, and where it is: what a comparison is made of. */
import { type AccessFeature, accessFeatures, type Inclusion, inclusions } from '#domain/home.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { WholeLine } from '../../parts/FormGrid.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from '../Housing.module.css'
import type { HomeFieldsProps } from './HomeFields.tsx'
import type { HomeDraft } from './home-draft.ts'

const c = classes(css)
const ESTIMATES = ['utilitiesCents', 'internetCents', 'insuranceCents', 'movingCents', 'setUpCents'] as const
const PLACES = ['toSchool', 'toTransit', 'toGroup', 'toServices'] as const

export function CostFields({ draft, open, onChange }: HomeFieldsProps) {
  const { t } = useWords()
  const labels: Readonly<Record<(typeof ESTIMATES)[number], string>> = {
    utilitiesCents: t('housing.utilities'),
    internetCents: t('housing.internet'),
    insuranceCents: t('housing.insurance'),
    movingCents: t('housing.moving'),
    setUpCents: t('housing.set-up'),
  }
  return (
    <>
      <WholeLine>
        <Ticks<Inclusion>
          legend={t('housing.included')}
          choices={inclusions.map(value => ({ value, label: t(`housing.included.${value}`) }))}
          chosen={draft.included}
          onChange={included => onChange({ ...draft, included: [...included] })}
        />
      </WholeLine>
      {ESTIMATES.map(field => (
        <AmountField
          key={field}
          label={labels[field]}
          optional
          unsigned
          value={draft[field]}
          onChange={(cents, problem) => {
            open.note(field, problem)
            onChange({ ...draft, [field]: cents } satisfies HomeDraft)
          }}
          error={open.error(field)}
        />
      ))}
    </>
  )
}

export function PlaceFields({ draft, onChange }: HomeFieldsProps) {
  const { t } = useWords()
  const labels: Readonly<Record<(typeof PLACES)[number], string>> = {
    toSchool: t('housing.row.school'),
    toTransit: t('housing.row.transit'),
    toGroup: t('housing.row.group'),
    toServices: t('housing.row.services'),
  }
  return (
    <>
      {PLACES.map(field => (
        <TextField
          key={field}
          label={labels[field]}
          optional
          maxLength={200}
          value={draft[field]}
          onChange={text => onChange({ ...draft, [field]: text } satisfies HomeDraft)}
        />
      ))}
      <WholeLine>
        <Ticks<AccessFeature>
          legend={t('housing.row.access')}
          choices={accessFeatures.map(value => ({ value, label: t(`housing.access.${value}`) }))}
          chosen={draft.access}
          onChange={access => onChange({ ...draft, access: [...access] })}
        />
      </WholeLine>
    </>
  )
}

interface TicksProps<Value extends string> {
  readonly legend: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: readonly Value[]
  /** In the order of the choices. */
  readonly onChange: (chosen: readonly Value[]) => void
}

function Ticks<Value extends string>({ legend, choices, chosen, onChange }: TicksProps<Value>) {
  const set = (value: Value, on: boolean) =>
    onChange(choices.map(each => each.value).filter(each => (each === value ? on : chosen.includes(each))))
  return (
    <fieldset className={c('ticks')}>
      <legend className={c('legend')}>{legend}</legend>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={on => set(value, on)}
        />
      ))}
    </fieldset>
  )
}
