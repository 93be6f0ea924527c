/**
 * Words that would tell, on paper or in a code name, why somebody is here: a program, an identity, a country, a parish.
 * A hit is a warning beside the field; the group decides. Accents and case do not count.
 */
import type { Rates } from './rates.ts'

export type TellingKind = Rates['telling-words']['data']['groups'][number]['kind']

export interface TellingHit {
  readonly kind: TellingKind
  /** As it was typed. */
  readonly text: string
  /** Where it begins. */
  readonly at: number
}

/** Hits in the order in which they stand in the text; each place is named once. */
export function findTellingWords(table: Rates['telling-words'], text: string): readonly TellingHit[] {
  const folded = foldText(text)
  const hits: { readonly at: number; readonly end: number; readonly kind: TellingKind }[] = []
  for (const group of table.data.groups)
    for (const word of group.words)
      for (const match of folded.text.matchAll(patternOf(word))) {
        const [at, end] = [match.index, match.index + match[0].length]
        if (!hits.some(hit => at < hit.end && hit.at < end)) hits.push({ at, end, kind: group.kind })
      }
  return hits
    .sort((a, b) => a.at - b.at)
    .map(({ at, end, kind }) => ({
      kind,
      text: text.slice(folded.places[at], (folded.places[end - 1] ?? 0) + 1),
      at: folded.places[at] ?? 0,
    }))
}

/** Whole words; `*` is any ending. Letters and digits on either side are no hit: "imperial" has no "RIA". */
function patternOf(word: string): RegExp {
  const plain = foldText(word)
    .text.split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/[\s'’-]+/g, "[\\s'’-]*"))
    .join('[a-z0-9]*')
  return new RegExp(`(?<![a-z0-9])${plain}(?![a-z0-9])`, 'g')
}

/** Lower case without accents, and for each of its characters the place in the original. */
export function foldText(text: string): { readonly text: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  for (let place = 0; place < text.length; place += 1)
    for (const char of (text[place] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) {
      folded += char
      places.push(place)
    }
  return { text: folded, places }
}
