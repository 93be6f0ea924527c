/** Whether somebody who is being entered seems to be there already. */
import { describe, expect, it } from 'vitest'
import { duplicatesOf, type Reachable } from '#domain/duplicates.ts'

const who = (id: string, names: string[], phones: string[] = [], emails: string[] = []): Reachable => ({
  id,
  names,
  phones,
  emails,
})

describe('somebody who is entered twice', () => {
  it.each([
    ['another case and accents', 'Zoë Ngô', 'zoe ngo'],
    ['the family name first', 'Karimi, Samira', 'Samira Karimi'],
    ['another script, with and without marks', 'سَمیرا کریمی', 'سمیرا کریمی'],
  ])('is known by the name in %s', (_, typed, known) => {
    expect(duplicatesOf(who('a', [typed]), [who('b', [known])])).toEqual([{ id: 'b', by: 'name' }])
  })

  it.each([
    ['416-555-0147', '+1 (416) 555 0147'],
    ['1 416 555 0147', '4165550147'],
  ])('is known by the telephone, however it is written: %s', (typed, known) => {
    const one = who('a', ['Heron'], [typed])
    expect(duplicatesOf(one, [who('b', ['Otter'], [known])])).toEqual([{ id: 'b', by: 'phone' }])
  })

  it('is known by the e-mail, in capitals too', () => {
    const one = who('a', [], [], ['Heron@Example.org'])
    expect(duplicatesOf(one, [who('b', [], [], [' heron@example.org'])])).toEqual([{ id: 'b', by: 'email' }])
  })

  it('is told once, by the name first, and never with themself', () => {
    const one = who('a', ['Heron'], ['416-555-0147'])
    expect(duplicatesOf(one, [who('b', ['Heron'], ['416-555-0147']), one])).toEqual([{ id: 'b', by: 'name' }])
  })

  it('is nobody where nothing is entered, or only an extension', () => {
    expect(duplicatesOf(who('a', [''], ['204'], ['']), [who('b', [''], ['204'], [''])])).toEqual([])
    expect(duplicatesOf(who('a', ['Heron']), [who('b', ['Heron Lake'])])).toEqual([])
  })
})
