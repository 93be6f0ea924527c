/** The fields of a home: what an advertisement and a first call tell. */
import { homeUses } from '#domain/home.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { TellingNotice } from '../../setup/TellingNotice.tsx'
import { useWords } from '../../words/use-words.ts'
import { MemberSelect } from '../MemberSelect.tsx'
import type { OpenProblems } from '../use-open-problems.ts'
import { CostFields, PlaceFields } from './CostFields.tsx'
import type { HomeDraft, HomeProblem } from './home-draft.ts'

const UNKNOWN = 'unknown'
const BEDROOMS = [0, 1, 2, 3, 4, 5, 6] as const

export interface HomeFieldsProps {
  readonly draft: HomeDraft
  readonly problems: readonly HomeProblem[]
  readonly open: OpenProblems
  readonly onChange: (draft: HomeDraft) => void
}

export function HomeFields(props: HomeFieldsProps) {
  const { draft, problems, open, onChange } = props
  const { t } = useWords()
  const set = (change: Partial<HomeDraft>) => onChange({ ...draft, ...change })
  const isTemporary = draft.use === 'temporary'
  const text = (field: 'landlord' | 'reach' | 'found', label: string) => (
    <TextField
      label={label}
      optional
      maxLength={200}
      value={draft[field]}
      onChange={value => set({ [field]: value })}
    />
  )
  return (
    <FormGrid>
      <WholeLine>
        <TextField
          label={t('housing.name')}
          hint={t('housing.name.hint')}
          width="wide"
          maxLength={200}
          value={draft.name}
          onChange={name => set({ name })}
          error={problems.includes('no-name') ? t('housing.name.missing') : null}
        />
      </WholeLine>
      <WholeLine>
        <TextField
          label={t('housing.address')}
          optional
          width="wide"
          maxLength={200}
          value={draft.address}
          onChange={address => set({ address })}
        />
      </WholeLine>
      <WholeLine>
        <RadioCards
          label={t('housing.use')}
          columns={2}
          value={draft.use}
          onChange={use => {
            open.forget()
            set({ use })
          }}
          options={homeUses.map(value => ({
            value,
            label: t(`housing.use.${value}`),
            description: t(`housing.use-text.${value}`),
          }))}
        />
      </WholeLine>
      {isTemporary ? <StayFields {...props} /> : <RentFields {...props} />}
      {text('landlord', t(isTemporary ? 'housing.host' : 'housing.landlord'))}
      {text('reach', t('housing.reach'))}
      {text('found', t('housing.found'))}
      <MemberSelect label={t('housing.owner')} value={draft.owner} onChange={owner => set({ owner })} />
      <NextFields {...props} />
      {!isTemporary && <CostFields {...props} />}
      {!isTemporary && <PlaceFields {...props} />}
      <WholeLine>
        <TextField
          label={t('housing.note')}
          hint={t('housing.note.hint')}
          optional
          width="wide"
          lines={3}
          maxLength={10_000}
          value={draft.note}
          onChange={note => set({ note })}
        />
        <TellingNotice text={`${draft.name}\n${draft.note}`} />
      </WholeLine>
    </FormGrid>
  )
}

function RentFields({ draft, open, onChange }: HomeFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<HomeDraft>) => onChange({ ...draft, ...change })
  const amount = (field: keyof HomeDraft['terms'], label: string, hint?: string) => (
    <AmountField
      label={label}
      hint={hint}
      optional
      unsigned
      value={draft.terms[field]}
      onChange={(cents, problem) => {
        open.note(field, problem)
        set({ terms: { ...draft.terms, [field]: cents } })
      }}
      error={open.error(field)}
    />
  )
  return (
    <>
      {amount('rentCents', t('housing.rent'))}
      <Select
        label={t('housing.bedrooms')}
        value={draft.bedrooms === null ? UNKNOWN : String(draft.bedrooms)}
        onChange={value => set({ bedrooms: value === UNKNOWN ? null : Number(value) })}
        choices={[
          { value: UNKNOWN, label: t('housing.not-known') },
          ...bedroomChoices(draft.bedrooms).map(count => ({
            value: String(count),
            label: t('housing.bedrooms.count', { count }),
          })),
        ]}
      />
      {amount('depositCents', t('housing.deposit'), t('housing.deposit.hint'))}
      {amount('lastMonthCents', t('housing.last-month'))}
      <DateField
        label={t('housing.available')}
        optional
        value={draft.availableFrom}
        onChange={(availableFrom, problem) => {
          open.note('availableFrom', problem)
          set({ availableFrom })
        }}
        error={open.error('availableFrom')}
      />
    </>
  )
}

const bedroomChoices = (own: number | null): readonly number[] =>
  own === null || BEDROOMS.some(each => each === own) ? BEDROOMS : [...BEDROOMS, own]

function StayFields({ draft, problems, open, onChange }: HomeFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<HomeDraft>) => onChange({ ...draft, ...change })
  const day = (field: 'from' | 'to', label: string) => (
    <DateField
      label={label}
      optional
      value={draft.stay[field]}
      onChange={(date, problem) => {
        open.note(field, problem)
        set({ stay: { ...draft.stay, [field]: date } })
      }}
      error={
        field === 'to' && problems.includes('stay-ends-before')
          ? t('housing.stay.ends-before')
          : open.error(field)
      }
    />
  )
  return (
    <>
      {day('from', t('housing.stay.first'))}
      {day('to', t('housing.stay.last'))}
      <DateField
        label={t('housing.host-checked')}
        hint={t('housing.host-checked.hint')}
        optional
        value={draft.hostCheckedOn}
        onChange={(hostCheckedOn, problem) => {
          open.note('hostCheckedOn', problem)
          set({ hostCheckedOn })
        }}
        error={open.error('hostCheckedOn')}
      />
    </>
  )
}

function NextFields({ draft, problems, open, onChange }: HomeFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('housing.next')}
        optional
        maxLength={200}
        value={draft.nextWhat}
        onChange={nextWhat => onChange({ ...draft, nextWhat })}
        error={problems.includes('next-missing') ? t('housing.next.missing') : null}
      />
      <DateField
        label={t('housing.next.by')}
        optional
        value={draft.nextOn}
        onChange={(nextOn, problem) => {
          open.note('nextOn', problem)
          onChange({ ...draft, nextOn })
        }}
        error={open.error('nextOn')}
      />
    </>
  )
}
