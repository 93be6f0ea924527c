/**
 * Passphrases: random words to offer, and a judgement of one's own. Runs on the page, needs no key, keeps nothing.
 * The numbers and the lists are explained in docs/adr/0002-passphrase-words.md.
 */
import type { RandomBytes } from './bytes.ts'

export const OFFERED_BITS = 64
export const LEAST_CHARACTERS = 12
/** With scrypt at 2^18, about a second a guess on one core. */
export const LEAST_GUESSES = 1e12
const LEAST_WORDS = 2048
/** The judge's work grows with the square of the length; what is strong in its first hundred characters is strong. */
const JUDGED_CHARACTERS = 100

export type PassphraseLanguage = 'en' | 'fr'

export interface PassphraseJudgement {
  readonly acceptable: boolean
  /** 0 to 4, for the meter. */
  readonly score: number
  readonly advice: 'too-short' | 'too-easy' | null
}

/** Loaded when first needed: the English list alone is 30 kB compressed. */
export async function passphraseWords(language: PassphraseLanguage): Promise<readonly string[]> {
  const list =
    language === 'fr'
      ? await import('#resources/wordlists/fr.json')
      : await import('#resources/wordlists/en.json')
  return list.default
}

/** How many words of a list make at least 64 bits. */
export function wordCount(words: readonly string[]): number {
  if (words.length < LEAST_WORDS || new Set(words).size !== words.length) throw new Error('not a word list')
  return Math.ceil(OFFERED_BITS / Math.log2(words.length))
}

/** Random words separated by spaces, each drawn evenly and independently. */
export function suggestPassphrase(random: RandomBytes, words: readonly string[]): string {
  return Array.from({ length: wordCount(words) }, () => words[evenly(random, words.length)]).join(' ')
}

/** A number below `below` (at most 2^16), without the lean towards small ones that a remainder of random bytes has. */
function evenly(random: RandomBytes, below: number): number {
  const fair = Math.floor(0x1_0000 / below) * below
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const value = high * 256 + low
    if (value < fair) return value % below
  }
}

/** `userWords`: names of the group, its members and newcomers, which an acquaintance would try first. */
export type JudgePassphrase = (text: string, userWords: readonly string[]) => Promise<PassphraseJudgement>

/** Two megabytes of dictionaries, fetched at the first judgement and kept while the judge is. */
export function createPassphraseJudge(): JudgePassphrase {
  let loaded: ReturnType<typeof loadJudge> | null = null
  return async (text, userWords) => {
    loaded ??= loadJudge()
    const judge = await loaded
    const passphrase = text.normalize('NFC')
    const known = knownWords(userWords)
    const judged = passphrase.slice(0, JUDGED_CHARACTERS)
    const { guesses, score } = judge.check(judged, [...known])
    if ([...passphrase].length < LEAST_CHARACTERS) {
      return { acceptable: false, score: Math.min(score, 1), advice: 'too-short' }
    }
    const { rest, found } = withoutWords(judged, known)
    const knowingNames = found === 0 ? guesses : judge.check(rest).guesses * (2 * known.length) ** found
    if (Math.min(guesses, knowingNames) < LEAST_GUESSES) {
      return { acceptable: false, score: Math.min(score, 2), advice: 'too-easy' }
    }
    return { acceptable: true, score: Math.max(score, 3), advice: null }
  }
}

function knownWords(userWords: readonly string[]): readonly string[] {
  const parts = userWords.flatMap(word => [word, ...word.split(/[\s'-]+/)]).map(word => word.toLowerCase())
  return [...new Set(['porchlight', ...parts])].filter(word => word.length > 1)
}

/**
 * What is left of a passphrase without the names. The judge multiplies so generously for each further part that three
 * names in a row pass as strong, though an acquaintance has only a handful to try.
 */
function withoutWords(passphrase: string, words: readonly string[]): { rest: string; found: number } {
  let rest = passphrase.toLowerCase()
  let found = 0
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const parts = rest.split(word)
    found += parts.length - 1
    rest = parts.join('')
  }
  return { rest, found }
}

async function loadJudge() {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_CHARACTERS,
  })
}
