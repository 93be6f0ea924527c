/** Step 1: what the group is called here and on paper, and who is setting it up. Nothing of it is asked twice. */
import { useChooseLanguage } from '../lock/LanguageChoice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Select } from '../parts/Select.tsx'
import { TextField } from '../parts/TextField.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'
import { StepActions, StepForm } from './StepForm.tsx'
import { TellingNotice } from './TellingNotice.tsx'

export interface GroupDraft {
  readonly name: string
  /** Null: not touched, so it follows the language. */
  readonly nameOnPaper: string | null
  readonly myName: string
}

interface StepGroupProps {
  readonly draft: GroupDraft
  readonly onChange: (draft: GroupDraft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

export function StepGroup({ draft, onChange, onBack, onDone }: StepGroupProps) {
  const { t, language } = useWords()
  const chooseLanguage = useChooseLanguage()
  const nameOnPaper = draft.nameOnPaper ?? t('setup.group.paper-default')
  return (
    <StepForm onSubmit={onDone}>
      <PageHeader title={t('setup.group.title')} intro={t('setup.group.intro')} />
      <TextField
        label={t('setup.group.name')}
        hint={t('setup.group.name-hint')}
        optional
        autoFocus
        maxLength={200}
        value={draft.name}
        onChange={name => onChange({ ...draft, name })}
      />
      <TextField
        label={t('setup.group.paper')}
        hint={t('setup.group.paper-hint')}
        maxLength={200}
        value={nameOnPaper}
        onChange={text => onChange({ ...draft, nameOnPaper: text })}
      />
      <TellingNotice text={nameOnPaper} />
      <TextField
        label={t('setup.group.me')}
        hint={t('setup.group.me-hint')}
        optional
        maxLength={200}
        value={draft.myName}
        onChange={myName => onChange({ ...draft, myName })}
      />
      <Select
        label={t('setup.group.language')}
        value={language}
        onChange={chooseLanguage}
        choices={LANGUAGES.map(each => ({ value: each, label: LANGUAGE_NAMES[each] }))}
      />
      <StepActions primary={t('setup.continue')} onBack={onBack} />
    </StepForm>
  )
}
