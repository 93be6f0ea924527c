/** What is wished of an interpreter against what was entered of one. */
import { describe, expect, it } from 'vitest'
import { type InterpreterWishes, interpreterWishes, misfitsOf, neverFor } from '#domain/interpreter-wishes.ts'

const wishes = (fields: Partial<InterpreterWishes>): InterpreterWishes => ({
  id: 'w',
  deleted: false,
  ...interpreterWishes.defaults,
  ...fields,
})

describe('an interpreter', () => {
  it('fits where nothing is wished, and where nothing is known of them', () => {
    expect(misfitsOf(wishes({}), { languages: ['Dari'], gender: 'man' })).toEqual([])
    const all = wishes({ language: 'Dari', dialect: 'Hazaragi', gender: 'woman' })
    expect(misfitsOf(all, { languages: [], gender: 'unsaid' })).toEqual([])
  })

  it('does not fit by language, dialect or gender, however these are written', () => {
    const all = wishes({ language: ' DARI', dialect: 'hazaragi', gender: 'woman' })
    expect(misfitsOf(all, { languages: ['Dari', 'Hazaragi'], gender: 'woman' })).toEqual([])
    expect(misfitsOf(all, { languages: ['dari'], gender: 'man' })).toEqual(['dialect', 'gender'])
    expect(misfitsOf(all, { languages: ['Pashto', 'Hazaragi'], gender: 'other' })).toEqual([
      'language',
      'gender',
    ])
  })

  it('is never one for whoever named them', () => {
    const all = [
      wishes({ person: 'a', never: ['x', 'y'] }),
      wishes({ person: 'b', never: [] }),
      wishes({ person: 'c', never: ['y'] }),
    ]
    expect(neverFor(all, 'y')).toEqual(['a', 'c'])
    expect(neverFor(all, 'z')).toEqual([])
  })
})
