/** The fields of a contact: who, how to reach them, and what an interpreter speaks. */

import { contactCategories, contactGenders } from '#domain/contact.ts'
import { useCanRead } from '../../group-context.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField, type TextFieldProps } from '../../parts/TextField.tsx'
import { FieldRow } from '../../setup/FieldRow.tsx'
import { useWords } from '../../words/use-words.ts'
import {
  type ContactDraft,
  type ContactProblem,
  categoryChoices,
  type KnownContact,
} from './contact-draft.ts'

interface ContactFieldsProps {
  readonly draft: ContactDraft
  readonly known: KnownContact | null
  readonly problems: readonly ContactProblem[]
  readonly onChange: (draft: ContactDraft) => void
}

export function ContactFields({ draft, known, problems, onChange }: ContactFieldsProps) {
  const { t } = useWords()
  const hasCare = useCanRead('care')
  const set = (change: Partial<ContactDraft>) => onChange({ ...draft, ...change })
  const line = (
    name: 'name' | 'what' | 'organization' | 'phone' | 'email' | 'address',
    label: string,
    more: Partial<TextFieldProps> = {},
  ) => (
    <TextField
      label={label}
      optional
      width="wide"
      maxLength={200}
      value={draft[name]}
      onChange={text => set({ [name]: text })}
      {...more}
    />
  )
  // A record cannot move to another key: what is known stays on its side.
  const choices = known === null && hasCare ? categoryChoices : contactCategories
  return (
    <Stack>
      {known?.category !== 'health' && (
        <Select
          label={t('people.contact.category')}
          value={draft.category}
          onChange={category => set({ category })}
          choices={choices.map(value => ({ value, label: t(`people.contact.category.${value}`) }))}
        />
      )}
      <Notice>{t(draft.category === 'health' ? 'people.contact.in-care' : 'people.contact.in-team')}</Notice>
      <FieldRow>
        {line('name', t('people.contact.name'), {
          error: problems.includes('nobody') ? t('people.contact.nobody') : null,
        })}
        {line('organization', t('people.contact.organization'))}
      </FieldRow>
      <FieldRow>
        {line('what', t('people.contact.what'), { hint: t('people.contact.what.hint') })}
        {line('phone', t('people.contact.phone'), { inputMode: 'tel' })}
      </FieldRow>
      <FieldRow>
        {line('email', t('people.contact.email'), { inputMode: 'email' })}
        {line('address', t('people.contact.address'))}
      </FieldRow>
      {draft.category === 'interpreter' && (
        <FieldRow>
          <TextField
            label={t('people.contact.languages')}
            hint={t('people.contact.languages.hint')}
            optional
            width="wide"
            value={draft.languages}
            onChange={languages => set({ languages })}
            error={problems.includes('too-many-languages') ? t('people.contact.languages.too-many') : null}
          />
          <Select
            label={t('people.contact.gender')}
            value={draft.gender}
            onChange={gender => set({ gender })}
            choices={contactGenders.map(value => ({ value, label: t(`people.gender.${value}`) }))}
          />
        </FieldRow>
      )}
      <TextField
        label={t('people.contact.notes')}
        optional
        width="wide"
        lines={2}
        maxLength={10_000}
        value={draft.notes}
        onChange={notes => set({ notes })}
      />
    </Stack>
  )
}
