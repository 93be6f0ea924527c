/** Code names that the set-up offers: trees, as data in English and French. Which one is chosen says nothing. */
import type { Rates } from './rates.ts'

export type CodeNameLanguage = 'en' | 'fr'

/** `count` names that are not taken, beginning at a place that `seed` (any non-negative integer) picks. */
export function offerCodeNames(
  table: Rates['code-names'],
  language: CodeNameLanguage,
  taken: readonly string[],
  count: number,
  seed: number,
): readonly string[] {
  const used = new Set(taken.map(name => name.trim().toLowerCase()))
  const free = table.data.names.filter(
    name => !used.has(name.en.toLowerCase()) && !used.has(name.fr.toLowerCase()),
  )
  const start = free.length === 0 ? 0 : seed % free.length
  return [...free.slice(start), ...free.slice(0, start)].slice(0, count).map(name => name[language])
}
