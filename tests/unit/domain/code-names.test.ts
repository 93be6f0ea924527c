import { describe, expect, it } from 'vitest'
import { offerCodeNames } from '#domain/code-names.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const rates = shippedRates()

describe('offered code names', () => {
  const offer = (taken: string[], count: number, seed = 0) =>
    offerCodeNames(rates['code-names'], 'en', taken, count, seed)

  it('begin where the seed says, in the language of the group', () => {
    expect(offer([], 2)).toEqual(['Maple', 'Birch'])
    expect(offer([], 2, 1)).toEqual(['Birch', 'Spruce'])
    expect(offerCodeNames(rates['code-names'], 'fr', [], 2, 0)).toEqual(['Érable', 'Bouleau'])
  })

  it('leave out what is taken, in either language, until none is left', () => {
    expect(offer(['maple ', 'Bouleau'], 1)).toEqual(['Spruce'])
    const all = offer([], 100, 7)
    expect(all).toHaveLength(rates['code-names'].data.names.length)
    expect(offer([...all], 3)).toEqual([])
  })

  it('tell nothing themselves', () => {
    for (const name of rates['code-names'].data.names)
      for (const text of [name.en, name.fr])
        expect(findTellingWords(rates['telling-words'], text)).toEqual([])
  })
})

describe('telling words', () => {
  const kinds = (text: string) => findTellingWords(rates['telling-words'], text).map(hit => hit.kind)

  it.each([
    ['Ottawa RRAP circle', ['program']],
    ['Rainbow Friends', ['identity']],
    ['LGBTQ+ welcome', ['identity']],
    ['Comité Arc-en-Ciel', ['identity']],
    ['arc en ciel', ['identity']],
    ['Refugee Sponsors of Guelph', ['refuge']],
    ['Accueil de réfugiés', ['refuge']],
    ['ASYLUM fund', ['refuge']],
    ['Friends of Érythrée', ['country']],
    ['friends of erythree', ['country']],
    ['Syrian family', ['country']],
    ['Sri   Lanka group', ['country']],
    ["St. Luke's Parish", ['faith']],
    ['Église Saint-Marc', ['faith']],
    ['Refugees from Uganda, RRAP', ['refuge', 'country', 'program']],
  ])('are found in %j', (text, found) => {
    expect(kinds(text)).toEqual(found)
  })

  it.each([
    'Sponsor group',
    'Groupe de parrainage',
    'Maple committee',
    'Transit committee',
    'Wrapping group',
    'Malik',
    'Comité des voisins',
    '',
  ])('are not found in %j', text => {
    expect(kinds(text)).toEqual([])
  })

  it('are shown as they were typed', () => {
    expect(findTellingWords(rates['telling-words'], 'Les amis RÉFUGIÉES, svp')).toEqual([
      { kind: 'refuge', text: 'RÉFUGIÉES', at: 9 },
    ])
    expect(findTellingWords(rates['telling-words'], 'Côté Sénégal')).toEqual([
      { kind: 'country', text: 'Sénégal', at: 5 },
    ])
  })
})
