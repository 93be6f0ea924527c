/** What a person wishes of an interpreter, in a sentence. Empty: nothing was said. Whom they never want is not in it. */
import { useCallback } from 'react'
import type { InterpreterWishes } from '#domain/interpreter-wishes.ts'
import { useWords } from '../words/use-words.ts'

export function useWishWords(): (of: InterpreterWishes) => string {
  const { t, list } = useWords()
  return useCallback(
    ({ language, dialect, gender, notOwnCommunity }) =>
      list(
        [
          language,
          dialect === '' ? '' : t('people.wishes.dialect-of', { dialect }),
          gender === 'any' ? '' : t(`people.wishes.by.${gender}`),
          notOwnCommunity ? t('people.wishes.not-own') : '',
        ].filter(Boolean),
      ),
    [t, list],
  )
}
