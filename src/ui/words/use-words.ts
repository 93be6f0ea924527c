/** `const { t, money } = useWords()` in every component that shows a word or a figure. */
import { createContext, use } from 'react'
import type { Words, WordsStore } from './create-words.ts'

interface WordsHere {
  readonly words: Words
  readonly use: WordsStore['use']
}

export const WordsContext = createContext<WordsHere | null>(null)

function here(): WordsHere {
  const value = use(WordsContext)
  if (!value) throw new Error('no words: the component is outside WordsProvider')
  return value
}

export const useWords = (): Words => here().words

/** Switches the language of everything on screen. */
export const useLanguageSwitch = (): WordsStore['use'] => here().use
