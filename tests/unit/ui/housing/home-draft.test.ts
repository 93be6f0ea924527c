/** A home as its form holds it: what is written is what differs, and what does not agree is said. */
import { describe, expect, it } from 'vitest'
import { type Home, home } from '#domain/home.ts'
import { changedHome, homeToDraft } from '#ui/housing/home/home-draft.ts'

const elm: Home = {
  ...home.defaults,
  id: 'elm',
  deleted: false,
  name: 'Elm',
  terms: { rentCents: 145_000, depositCents: null, lastMonthCents: null },
  next: { what: 'call', on: '2026-11-25' },
}

describe('a home in its form', () => {
  it('writes nothing where nothing was changed', () => {
    expect(changedHome(homeToDraft(elm), elm)).toEqual({ ok: true, value: {} })
  })

  it('writes only what differs, tidied at its ends', () => {
    const draft = { ...homeToDraft(elm), name: '  Elm  ', landlord: ' Birch ', bedrooms: 2 }
    expect(changedHome(draft, elm)).toEqual({ ok: true, value: { landlord: 'Birch', bedrooms: 2 } })
  })

  it('forgets the next step with its words', () => {
    const draft = { ...homeToDraft(elm), nextWhat: ' ', nextOn: null }
    expect(changedHome(draft, elm)).toEqual({ ok: true, value: { next: null } })
  })

  it('of a new one writes what was typed', () => {
    const draft = { ...homeToDraft(null), address: '12 Elm' }
    expect(changedHome(draft, null)).toEqual({ ok: true, value: { address: '12 Elm' } })
  })

  it('refuses a home without a name, a day without a step, and a stay that ends before it begins', () => {
    const stay = { from: '2026-12-02', to: '2026-12-01' }
    const draft = { ...homeToDraft(null), nextOn: '2026-12-01', stay }
    expect(changedHome(draft, null)).toEqual({
      ok: false,
      problem: ['no-name', 'next-missing', 'stay-ends-before'],
    })
  })
})
