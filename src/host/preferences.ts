/** What a laptop keeps in clear, read defensively: the file may be damaged or of another version. */
import type { Language, Preferences, Theme } from './host.ts'

export const DEFAULT_PREFERENCES: Preferences = { language: null, theme: 'system' }

const isLanguage = (value: unknown): value is Language | null =>
  value === null || value === 'en' || value === 'fr'
const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark'

/** Exactly the known fields, or null where they are not what they should be. */
export function parsePreferences(value: unknown): Preferences | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('language' in value && 'theme' in value)) return null
  const { language, theme } = value
  return isLanguage(language) && isTheme(theme) ? { language, theme } : null
}

export function preferencesFromText(text: string | null): Preferences {
  try {
    return parsePreferences(JSON.parse(text ?? 'null')) ?? DEFAULT_PREFERENCES
  } catch {
    return DEFAULT_PREFERENCES
  }
}
