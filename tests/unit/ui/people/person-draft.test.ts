/** What is typed about a person, read into a record. */
import { describe, expect, it } from 'vitest'
import { draftToPerson, personToDraft } from '#ui/people/household/person-draft.ts'

const TODAY = '2026-11-23'
const empty = personToDraft(undefined)

describe('the form of personal details', () => {
  it('asks for nothing', () => {
    expect(draftToPerson(empty, TODAY)).toMatchObject({ ok: true, value: { nameUsed: '', languages: [] } })
  })

  it('takes languages with the commas of any script, each once', () => {
    const draft = { ...empty, languages: ' Dari, some English ،دری; Dari ,' }
    const read = draftToPerson(draft, TODAY)
    expect(read).toMatchObject({ ok: true, value: { languages: ['Dari', 'some English', 'دری'] } })
  })

  it('refuses a birth in the future, a date that cannot be read, and more languages than it keeps', () => {
    expect(draftToPerson({ ...empty, born: '2026-11-24' }, TODAY)).toEqual({
      ok: false,
      problem: ['born-to-come'],
    })
    expect(draftToPerson({ ...empty, born: TODAY }, TODAY).ok).toBe(true)
    expect(draftToPerson({ ...empty, bornProblem: { kind: 'not-a-date' } }, TODAY)).toEqual({
      ok: false,
      problem: ['born-unread'],
    })
    const many = Array.from({ length: 11 }, (_, i) => `language ${i}`).join(',')
    expect(draftToPerson({ ...empty, languages: many }, TODAY)).toEqual({
      ok: false,
      problem: ['too-many-languages'],
    })
  })

  it('gives back what is stored', () => {
    const stored = {
      nameUsed: 'Samira',
      legalName: 'Samira Karimi',
      scriptName: 'سمیرا',
      pronouns: 'she',
      born: '1988-02-03',
      languages: ['Dari', 'English'],
      interpreter: 'needed',
      phone: '416-555-0147',
      email: '',
      health: 'a\nb',
      notes: '',
    } as const
    const known = { ...stored, languages: [...stored.languages], id: 'p.care', deleted: false, person: 'p' }
    expect(draftToPerson(personToDraft(known), TODAY)).toEqual({ ok: true, value: stored })
  })
})
