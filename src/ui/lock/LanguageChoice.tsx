/** English or French, each under its own name; the whole page follows at once and this laptop remembers it. */
import { useServices } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../words/messages.ts'
import { useLanguageSwitch, useWords } from '../words/use-words.ts'
import css from './LanguageChoice.module.css'

const c = classes(css)

export function useChooseLanguage(): (language: Language) => void {
  const { actions } = useServices()
  const switchWords = useLanguageSwitch()
  return language => {
    void switchWords(language)
    void actions.setPreferences({ language })
  }
}

export function LanguageChoice() {
  const { t, language } = useWords()
  const choose = useChooseLanguage()
  return (
    <fieldset className={c('choice')} aria-label={t('lock.language')}>
      {LANGUAGES.map(each => (
        <button
          key={each}
          type="button"
          lang={each}
          className={c('option')}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
    </fieldset>
  )
}
