import { describe, expect, it } from 'vitest'
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import {
  createPassphraseJudge,
  passphraseWords,
  suggestPassphrase,
  wordCount,
} from '../../../src/vault/passphrase.ts'
import { count } from '../../support/soak/size.ts'
import { seededNumbers, systemRandom } from '../../support/vault/fast-vault.ts'

describe('the words that are offered', () => {
  it.each([
    ['en', 5],
    ['fr', 6],
  ] as const)('make at least 64 bits in %s, with %i words', async (language, needed) => {
    const words = await passphraseWords(language)
    expect(new Set(words).size).toBe(words.length)
    expect(wordCount(words)).toBe(needed)
    expect(needed * Math.log2(words.length)).toBeGreaterThanOrEqual(64)
    // No accent, space or capital that a keyboard could change.
    expect(words.filter(word => !/^[a-z]{3,10}$/.test(word))).toEqual([])
  })

  it.each(['en', 'fr'] as const)('none tells or insults on a printed sheet: %s', async language => {
    const words = await passphraseWords(language)
    const table = shippedRates()['telling-words']
    expect(findTellingWords(table, words.join('; ')).map(hit => hit.text)).toEqual([])
    const harsh = ['impotence', 'catfight', 'badass', 'handgun', 'exile', 'persecute', 'refuge', 'grenade']
    expect(words.filter(word => harsh.includes(word))).toEqual([])
  })

  it('are drawn evenly, each word in each place', async () => {
    const words = Array.from({ length: 2048 }, (_, index) => `w${index}`)
    const numbers = seededNumbers(5)
    const random = (length: number) => Uint8Array.from({ length }, () => numbers(256))
    const counts = new Map<string, number>()
    const rounds = count(20_000, 20_000)
    for (let round = 0; round < rounds; round += 1) {
      for (const word of suggestPassphrase(random, words).split(' '))
        counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const expected = (rounds * 6) / 2048
    const chiSquare = words.reduce(
      (sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected,
      0,
    )
    // 2,047 degrees of freedom: mean 2,047, standard deviation 64.
    expect(chiSquare).toBeGreaterThan(2047 - 5 * 64)
    expect(chiSquare).toBeLessThan(2047 + 5 * 64)
  })

  it('never come from the part of the random range that would favour some', async () => {
    const words = await passphraseWords('en')
    const sequence = [0xffff, 0xfe88, 0, 1, 2, 3, 4]
    const random = () => {
      const value = sequence.shift() ?? 0
      return new Uint8Array([value >> 8, value & 255])
    }
    // 0xffff and 0xfe88 lie above the last whole multiple of 7,240 (65,160 = 0xfe88).
    expect(suggestPassphrase(random, words)).toBe(words.slice(0, 5).join(' '))
  })

  it('are refused from a list that is too short or repeats itself', () => {
    expect(() => wordCount(['a', 'b'])).toThrow()
    expect(() => wordCount(Array.from({ length: 3000 }, (_, index) => `w${index % 2900}`))).toThrow()
  })
})

describe('a passphrase of one’s own', () => {
  const judgePassphrase = createPassphraseJudge()

  it('is told when it is too short, whatever it is made of', async () => {
    expect(await judgePassphrase('x9$Kq!2vZ@7', [])).toMatchObject({ acceptable: false, advice: 'too-short' })
    expect(await judgePassphrase('', [])).toMatchObject({ acceptable: false, advice: 'too-short' })
  })

  it('is told when it would be guessed early', async () => {
    for (const easy of [
      'password1234',
      'aaaaaaaaaaaaaaaa',
      'motdepasse2026',
      'qwertyuiopas',
      '123456789012345',
    ]) {
      expect(await judgePassphrase(easy, []), easy).toMatchObject({ acceptable: false, advice: 'too-easy' })
    }
  })

  it('counts the names of the group as known to everybody', async () => {
    const names = ['Amina Haddad', 'Riverside Welcome Circle']
    const passphrase = 'Haddad Riverside Amina'
    expect(await judgePassphrase(passphrase, [])).toMatchObject({ acceptable: true })
    expect(await judgePassphrase(passphrase, names)).toMatchObject({ acceptable: false, advice: 'too-easy' })
    expect(await judgePassphrase('amina haddad 2', names)).toMatchObject({ advice: 'too-easy' })
    expect(await judgePassphrase('amina kettle orbit walnut 81', names)).toMatchObject({ acceptable: true })
  })

  it('is taken when it is what the app itself would offer, in both languages', async () => {
    for (const language of ['en', 'fr'] as const) {
      const words = await passphraseWords(language)
      for (let round = 0; round < count(20, 20); round += 1) {
        const offered = suggestPassphrase(systemRandom, words)
        expect(await judgePassphrase(offered, ['Amina']), offered).toMatchObject({
          acceptable: true,
          advice: null,
        })
      }
    }
  })

  it('is judged by its beginning, so that a long one takes no longer', async () => {
    expect(await judgePassphrase('p4ssw0rd@$!1'.repeat(2000), [])).toHaveProperty('acceptable')
    const strong = ' kettle orbit walnut lantern granite'
    expect(await judgePassphrase(`aaaaaaaaaaaa${strong}`, [])).toMatchObject({ acceptable: true })
    const behind = 'a'.repeat(20_000) + strong
    expect(await judgePassphrase(behind, [])).toEqual(await judgePassphrase('a'.repeat(20_000), []))
    expect(await judgePassphrase(behind, [])).toMatchObject({ acceptable: false, advice: 'too-easy' })
  }, 120_000)
})
