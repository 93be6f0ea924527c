/**
 * Leaves the strings of react-aria's other thirty locales out of the page. Only the languages of the app stay: a new
 * one must be added here too, or react-aria finds no words for it (tests/unit/ui/aria-locales.test.ts).
 */
import type { Plugin } from 'vite'

export const KEPT_LOCALES: ReadonlySet<string> = new Set(['en-US', 'fr-FR'])
const LOCALE_MODULE =
  /[/\\](?:react-aria|react-aria-components|react-stately)[/\\].*[/\\]intl[/\\].*[/\\]([a-z]{2}-[A-Z]{2})\.m?js$/

export function ariaLocales(): Plugin {
  return {
    name: 'porchlight:aria-locales',
    enforce: 'pre',
    load(id) {
      const locale = LOCALE_MODULE.exec(id.split('?')[0] ?? id)?.[1]
      return locale === undefined || KEPT_LOCALES.has(locale) ? null : 'export default {}'
    },
  }
}
