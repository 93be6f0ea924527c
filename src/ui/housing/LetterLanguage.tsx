/** The language that a letter is written in: that of whoever is to read it, whatever language the screen has. */
import { RadioCards } from '../parts/RadioCards.tsx'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'

interface LetterLanguageProps {
  readonly value: Language
  readonly onChange: (language: Language) => void
}

export function LetterLanguage({ value, onChange }: LetterLanguageProps) {
  const { t } = useWords()
  return (
    <RadioCards
      label={t('housing.letter.language')}
      columns={2}
      value={value}
      onChange={onChange}
      options={LANGUAGES.map(each => ({ value: each, label: LANGUAGE_NAMES[each] }))}
    />
  )
}
