/** Fields of what only Care knows of a person: names, how to reach them, what has to be known in a hurry. */
import { interpreterNeeds } from '#domain/person-private.ts'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { FieldRow } from '../../setup/FieldRow.tsx'
import { useWords } from '../../words/use-words.ts'
import type { PersonDraft, PersonProblem } from './person-draft.ts'

interface PersonPrivateFormProps {
  readonly draft: PersonDraft
  readonly problems: readonly PersonProblem[]
  readonly onChange: (draft: PersonDraft) => void
}

export function PersonPrivateForm({ draft, problems, onChange }: PersonPrivateFormProps) {
  const { t } = useWords()
  const set = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change })
  return (
    <Stack>
      <FieldRow>
        <TextField
          label={t('people.private.name-used')}
          optional
          width="wide"
          maxLength={200}
          value={draft.nameUsed}
          onChange={nameUsed => set({ nameUsed })}
        />
        <TextField
          label={t('people.private.legal-name')}
          hint={t('people.private.legal-name.hint')}
          optional
          width="wide"
          maxLength={200}
          value={draft.legalName}
          onChange={legalName => set({ legalName })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('people.private.script-name')}
          optional
          width="wide"
          maxLength={200}
          value={draft.scriptName}
          onChange={scriptName => set({ scriptName })}
        />
        <TextField
          label={t('people.private.pronouns')}
          hint={t('people.private.pronouns.hint')}
          optional
          width="wide"
          maxLength={200}
          value={draft.pronouns}
          onChange={pronouns => set({ pronouns })}
        />
      </FieldRow>
      <DateField
        label={t('people.private.born')}
        hint={t('people.private.born.hint')}
        optional
        width="normal"
        value={draft.born}
        onChange={(born, bornProblem) => set({ born, bornProblem })}
        error={bornComplaint(draft, problems, t)}
      />
      <FieldRow>
        <TextField
          label={t('people.private.languages')}
          hint={t('people.private.languages.hint')}
          optional
          width="wide"
          value={draft.languages}
          onChange={languages => set({ languages })}
          error={problems.includes('too-many-languages') ? t('people.private.languages.too-many') : null}
        />
        <Select
          label={t('people.private.interpreter')}
          value={draft.interpreter}
          onChange={interpreter => set({ interpreter })}
          choices={interpreterNeeds.map(value => ({ value, label: t(`people.interpreter.${value}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('people.private.phone')}
          optional
          width="wide"
          inputMode="tel"
          maxLength={200}
          value={draft.phone}
          onChange={phone => set({ phone })}
        />
        <TextField
          label={t('people.private.email')}
          optional
          width="wide"
          inputMode="email"
          maxLength={200}
          value={draft.email}
          onChange={email => set({ email })}
        />
      </FieldRow>
      <TextField
        label={t('people.private.health')}
        hint={t('people.private.health.hint')}
        optional
        width="wide"
        lines={2}
        maxLength={10_000}
        value={draft.health}
        onChange={health => set({ health })}
      />
      <TextField
        label={t('people.private.notes')}
        optional
        width="wide"
        lines={3}
        maxLength={10_000}
        value={draft.notes}
        onChange={notes => set({ notes })}
      />
    </Stack>
  )
}

function bornComplaint(
  { bornProblem }: PersonDraft,
  problems: readonly PersonProblem[],
  t: ReturnType<typeof useWords>['t'],
): string | null {
  if (problems.includes('born-to-come')) return t('people.private.born.to-come')
  return problems.includes('born-unread') && bornProblem ? dateComplaint(bornProblem, t) : null
}
