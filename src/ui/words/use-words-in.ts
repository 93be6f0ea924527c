/** The words of a language that the screen may not be in: for a page that somebody is given. Null until they are loaded. */
import { useEffect, useState } from 'react'
import { createWords, type Words } from './create-words.ts'
import { type Language, loadMessages } from './messages.ts'
import { useWords } from './use-words.ts'

export function useWordsIn(language: Language): Words | null {
  const words = useWords()
  const [other, setOther] = useState<Words | null>(null)
  const isOnScreen = language === words.language
  useEffect(() => {
    if (isOnScreen) return
    let isGone = false
    void loadMessages(language).then(messages => {
      if (!isGone) setOther(createWords(language, messages, words.today))
    })
    return () => {
      isGone = true
    }
  }, [language, isOnScreen, words.today])
  if (isOnScreen) return words
  return other?.language === language ? other : null
}
