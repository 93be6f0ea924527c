/**
 * Hands the words down; everything beneath is drawn again when the language changes. React Aria's own parts have their
 * language from `AriaLocale`, which the lock screen does without.
 */
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { WordsStore } from './create-words.ts'
import { FORMAT_LOCALES } from './messages.ts'
import { WordsContext } from './use-words.ts'

interface WordsProviderProps {
  readonly store: WordsStore
  readonly children: ReactNode
}

export function WordsProvider({ store, children }: WordsProviderProps) {
  const words = useSyncExternalStore(store.subscribe, store.current)
  useEffect(() => {
    document.documentElement.lang = FORMAT_LOCALES[words.language]
    document.documentElement.dir = 'ltr'
  }, [words.language])
  return <WordsContext value={{ words, use: store.use }}>{children}</WordsContext>
}
