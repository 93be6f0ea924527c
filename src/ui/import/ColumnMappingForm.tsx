/** Which column of the file means what, with the file's own values beneath each choice. Saved for the next time. */
import { useState } from 'react'
import type { DateOrder } from '#imports/bank-dates.ts'
import type { ColumnMapping } from '#imports/column-mapping.ts'
import type { ColumnSample } from '#imports/import-problem.ts'
import { Button } from '../parts/Button.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import { type MappingDraft, mappingFromDraft, mappingToDraft } from './column-mapping-draft.ts'
import css from './Import.module.css'

const c = classes(css)

interface ColumnMappingFormProps {
  readonly columns: readonly ColumnSample[]
  readonly start: ColumnMapping | null
  readonly onUse: (mapping: ColumnMapping) => void
}

export function ColumnMappingForm({ columns, start, onUse }: ColumnMappingFormProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState<MappingDraft>(() => mappingToDraft(start))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<MappingDraft>) => setDraft({ ...draft, ...change })
  const mapping = mappingFromDraft(draft, start)
  const use = () => {
    setTried(true)
    if (mapping) onUse(mapping)
  }
  const column = (key: ColumnKey, optional: boolean) => (
    <ColumnChoice
      label={t(`import.column.${key}`)}
      columns={columns}
      value={draft[key]}
      optional={optional}
      error={tried && !optional && draft[key] === '' ? t('import.columns.needed') : null}
      onChange={value => set({ [key]: value })}
    />
  )
  return (
    <Stack>
      <div className={c('fields')}>
        {column('date', false)}
        <Select<DateOrder | 'auto'>
          label={t('import.date-order')}
          value={draft.dateOrder}
          onChange={dateOrder => set({ dateOrder })}
          choices={(['auto', 'ymd', 'mdy', 'dmy'] as const).map(value => ({
            value,
            label: t(`import.date-order.${value}`),
          }))}
        />
        {column('text', false)}
        {column('more', true)}
      </div>
      <RadioCards<'one' | 'two'>
        label={t('import.columns.amounts')}
        value={draft.amounts}
        onChange={amounts => set({ amounts })}
        columns={2}
        options={[
          { value: 'one', label: t('import.columns.one'), description: t('import.columns.one-hint') },
          { value: 'two', label: t('import.columns.two'), description: t('import.columns.two-hint') },
        ]}
      />
      <div className={c('fields')}>
        {draft.amounts === 'one' ? (
          <>
            {column('amount', false)}
            {column('type', true)}
          </>
        ) : (
          <>
            {column('out', false)}
            {column('in', false)}
          </>
        )}
        {column('balance', true)}
        {column('cheque', true)}
      </div>
      <Checkbox
        label={t('import.flip')}
        hint={t('import.flip.hint')}
        checked={draft.flipSign}
        onChange={flipSign => set({ flipSign })}
      />
      <Row>
        <Button kind="primary" onPress={use}>
          {t('import.columns.use')}
        </Button>
      </Row>
    </Stack>
  )
}

type ColumnKey = 'date' | 'text' | 'more' | 'amount' | 'type' | 'out' | 'in' | 'balance' | 'cheque'

interface ColumnChoiceProps {
  readonly label: string
  readonly columns: readonly ColumnSample[]
  readonly value: string
  readonly optional: boolean
  readonly error: string | null
  readonly onChange: (value: string) => void
}

function ColumnChoice({ label, columns, value, optional, error, onChange }: ColumnChoiceProps) {
  const { t } = useWords()
  const chosen = columns[Number(value)]
  const samples = value === '' ? [] : (chosen?.samples ?? []).slice(0, 3)
  return (
    <Select
      label={label}
      optional={optional}
      error={error}
      value={value}
      placeholder={t('import.columns.choose')}
      onChange={onChange}
      choices={[
        ...(optional ? [{ value: 'none', label: t('import.columns.none') }] : []),
        ...columns.map(each => ({
          value: String(each.index),
          label: each.name
            ? t('import.columns.named', { number: each.index + 1, name: each.name })
            : t('import.columns.numbered', { number: each.index + 1, sample: each.samples[0] ?? '' }),
        })),
      ]}
      hint={
        samples.length > 0 ? (
          <span className={c('sample')}>{samples.join(' · ')}</span>
        ) : (
          <span className={c('sample')}>{t('import.columns.no-sample')}</span>
        )
      }
    />
  )
}
