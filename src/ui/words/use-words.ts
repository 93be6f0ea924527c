/** `const { t, money } = useWords()` in every component that shows a word or a figure. */
import { createContext, use } from 'react'
import { useAmountsHidden } from './amounts-hidden.ts'
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

/** While amounts are hidden, whatever writes money writes its cover: no screen has to remember it. */
export function useWords(): Words {
  const { words } = here()
  return useAmountsHidden() ? coveredWords(words) : words
}

const covered = new WeakMap<Words, Words>()

/** One for each language, so that what depends on the words stays the same between two renders. */
function coveredWords(words: Words): Words {
  const known = covered.get(words)
  if (known) return known
  const cover = () => words.hiddenMoney
  const made = { ...words, money: cover, change: cover }
  covered.set(words, made)
  return made
}

/** Switches the language of everything on screen. */
export const useLanguageSwitch = (): WordsStore['use'] => here().use
