/** The fields of a paper. */
import { documentKinds } from '#domain/document.ts'
import type { Person } from '#domain/household.ts'
import { PapersField } from '../../attachments/PapersField.tsx'
import type { FormPapers } from '../../attachments/use-paper-changes.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import { type DocumentDraft, type DraftDay, isDayWrong, isReversed } from './document-draft.ts'
import css from './Papers.module.css'

const c = classes(css)

interface DocumentFormProps {
  readonly draft: DocumentDraft
  readonly papers: FormPapers
  /** Everybody of the household, for a paper that is of several. */
  readonly people: readonly Person[]
  /** Somebody pressed save: what is wrong is said. */
  readonly tried: boolean
  readonly onChange: (change: Partial<DocumentDraft>) => void
}

export function DocumentForm({ draft, papers, people, tried, onChange }: DocumentFormProps) {
  const { t } = useWords()
  const dayError = (day: DraftDay): string | null =>
    tried && isDayWrong(day) && day.problem ? dateComplaint(day.problem, t) : null
  return (
    <FormGrid>
      <WholeLine>
        <Notice>{t('papers.care-notice')}</Notice>
      </WholeLine>
      <WholeLine>
        <Select
          label={t('papers.kind')}
          width="wide"
          value={draft.kind}
          onChange={kind => onChange({ kind })}
          choices={documentKinds.map(value => ({ value, label: t(`papers.kind.${value}`) }))}
        />
      </WholeLine>
      <TextField
        label={t('papers.title')}
        optional
        value={draft.title}
        maxLength={200}
        placeholder={t(`papers.kind.${draft.kind}`)}
        onChange={title => onChange({ title })}
      />
      <TextField
        label={t('papers.number')}
        optional
        value={draft.number}
        maxLength={200}
        onChange={number => onChange({ number })}
        hint={t('papers.number-hint')}
      />
      <TextField
        label={t('papers.original')}
        optional
        value={draft.original}
        maxLength={200}
        onChange={original => onChange({ original })}
        hint={t('papers.original-hint')}
      />
      <DateField
        label={t('papers.issued')}
        optional
        width="normal"
        value={draft.issued.date}
        onChange={(date, problem) => onChange({ issued: { date, problem } })}
        error={dayError(draft.issued)}
      />
      <DateField
        label={t('papers.expires')}
        optional
        width="normal"
        value={draft.expires.date}
        onChange={(date, problem) => onChange({ expires: { date, problem } })}
        error={dayError(draft.expires) ?? (tried && isReversed(draft) ? t('papers.reversed') : null)}
      />
      <TextField
        label={t('papers.tags')}
        optional
        value={draft.tags}
        maxLength={1_000}
        onChange={tags => onChange({ tags })}
        hint={t('papers.tags-hint')}
      />
      {people.length > 1 && (
        <fieldset className={c('people')}>
          <legend className={c('legend')}>{t('papers.whose')}</legend>
          {people.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={draft.people.includes(id)}
              onChange={checked =>
                onChange({
                  people: checked ? [...draft.people, id] : draft.people.filter(each => each !== id),
                })
              }
            />
          ))}
          {tried && draft.people.length === 0 && (
            <p className={c('error')} role="alert">
              {t('papers.whose-missing')}
            </p>
          )}
        </fieldset>
      )}
      <WholeLine>
        <PapersField
          label={t('papers.files')}
          papers={papers.shown}
          onAdd={papers.add}
          onRemove={papers.remove}
        />
      </WholeLine>
      <WholeLine>
        <TextField
          label={t('papers.note')}
          optional
          width="wide"
          lines={2}
          value={draft.note}
          maxLength={10_000}
          onChange={note => onChange({ note })}
        />
      </WholeLine>
    </FormGrid>
  )
}
