/**
 * The words of the screen in the language in use: messages by id, and formats. One store, made by the composition
 * root; switching the language tells every subscriber, nothing restarts.
 */
import { type Messages, setupI18n } from '@lingui/core'
import type { IsoDate } from '#domain/dates.ts'
import { createFormats, type Formats } from './formats.ts'
import { FORMAT_LOCALES, type Language, loadMessages } from './messages.ts'

export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = (id: string, values?: MessageValues) => string

/** What `useWords()` gives: `t`, the formats, the language. Immutable; a new one is made at each switch. */
export interface Words extends Formats {
  readonly language: Language
  /** The message with this id, its placeholders filled. Numbers are written as the language writes them. */
  readonly t: Translate
  /** Today's calendar date on this laptop; a function because midnight passes while the window is open. */
  readonly today: () => IsoDate
}

export interface WordsStore {
  readonly current: () => Words
  readonly subscribe: (listener: () => void) => () => void
  /** Loads the language, then switches; keeps what is shown until then. */
  readonly use: (language: Language) => Promise<void>
}

export interface WordsOptions {
  readonly language: Language
  readonly messages: Messages
  readonly today: () => IsoDate
  readonly load?: (language: Language) => Promise<Messages>
}

export function createWordsStore(options: WordsOptions): WordsStore {
  const { today, load = loadMessages } = options
  const listeners = new Set<() => void>()
  let words = createWords(options.language, options.messages, today)
  let wanted = options.language
  return {
    current: () => words,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    use: async language => {
      wanted = language
      if (language === words.language) return
      const messages = await load(language)
      // Two quick switches load side by side; the one asked for last wins, whichever file arrives first.
      if (wanted !== language) return
      words = createWords(language, messages, today)
      for (const listener of listeners) listener()
    },
  }
}

export function createWords(language: Language, messages: Messages, today: () => IsoDate): Words {
  const i18n = setupI18n({ missing: (_locale, id) => id })
  i18n.loadAndActivate({ locale: language, locales: [FORMAT_LOCALES[language]], messages })
  return {
    ...createFormats(language),
    language,
    today,
    t: (id, values) => i18n._(id, values),
  }
}
