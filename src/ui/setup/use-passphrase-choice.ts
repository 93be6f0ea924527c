/** A new passphrase being chosen: five suggested words, or an own one with what is thought of it. */
import { useEffect, useRef, useState } from 'react'
import type { PassphraseJudgement } from '#state/screen-tools.ts'
import { useServices } from '../group-context.tsx'
import { useWords } from '../words/use-words.ts'

export interface PassphraseChoice {
  readonly mode: 'suggested' | 'own'
  readonly setMode: (mode: 'suggested' | 'own') => void
  /** Empty while it is being made. */
  readonly suggested: string
  readonly suggestOther: () => void
  readonly own: string
  readonly setOwn: (text: string) => void
  /** Of the own passphrase as it stands; null while it is empty or being judged. */
  readonly judgement: PassphraseJudgement | null
  /** Null while there is none that may be used. */
  readonly passphrase: string | null
}

/** `groupWords`: names that an attacker would try first. */
export function usePassphraseChoice(groupWords: readonly string[]): PassphraseChoice {
  const { tools } = useServices()
  const { language } = useWords()
  const [mode, setMode] = useState<'suggested' | 'own'>('suggested')
  const [suggested, setSuggested] = useState('')
  const [own, setOwn] = useState('')
  const [judged, setJudged] = useState<{ text: string; judgement: PassphraseJudgement } | null>(null)
  const latest = useRef('')
  const suggestOther = () => {
    void tools.suggestPassphrase(language).then(setSuggested)
  }
  useEffect(() => {
    let isCurrent = true
    void tools.suggestPassphrase(language).then(words => {
      if (isCurrent) setSuggested(words)
    })
    return () => {
      isCurrent = false
    }
  }, [tools, language])
  const judgement = judged && judged.text === own ? judged.judgement : null
  return {
    mode,
    setMode,
    suggested,
    suggestOther,
    own,
    setOwn: text => {
      setOwn(text)
      latest.current = text
      if (text === '') return setJudged(null)
      void tools.judgePassphrase(text, groupWords).then(result => {
        // Judging is asynchronous: only the answer to the latest text counts.
        if (latest.current === text) setJudged({ text, judgement: result })
      })
    },
    judgement,
    passphrase: mode === 'suggested' ? suggested || null : judgement?.acceptable ? own : null,
  }
}
