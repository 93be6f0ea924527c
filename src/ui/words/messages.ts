/** Which languages there are, and how the messages of one are loaded. */
import type { Messages } from '@lingui/core'

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language under its own name, whatever the language of the screen. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' }

/** The locale of dates, numbers and money. */
export const FORMAT_LOCALES: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' }

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some(language => language === value)

/** The first of the system's languages that we speak; English otherwise. */
export function preferredLanguage(systemLanguages: readonly string[]): Language {
  for (const tag of systemLanguages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}

export async function loadMessages(language: Language): Promise<Messages> {
  const module = language === 'fr' ? await import('./messages-fr.ts') : await import('./messages-en.ts')
  return module.messages
}
