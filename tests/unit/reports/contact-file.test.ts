/** Contact files read back by other programs: every field as it was entered, and nothing else in them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contact, contact, contactCategories, contactGenders } from '#domain/contact.ts'
import { contactFile, contactUid } from '#reports/contact-file.ts'
import {
  cardsWithIcalJs,
  cardsWithVobject,
  findVobject,
  type ReadCard,
} from '../../support/contact-readers.ts'
import { count } from '../../support/soak/size.ts'

const made = (id: string, fields: Partial<Contact>): Contact => ({
  ...contact.defaults,
  ...fields,
  id,
  deleted: false,
})
const LANDLORD = made('a1', {
  name: 'Zoé, “Zo”; Ünal',
  organization: 'Alder Homes; Ltd',
  what: 'Building office',
  phone: '416-555-0118',
  email: 'office@alder.example',
  address: '12 Elm Ave, 3\nToronto ON',
  notes: 'Rings twice.\nAsk for the super.',
  category: 'landlord',
})
const fileOf = (contacts: readonly Contact[], withNotes = false) => contactFile({ contacts, withNotes })

/** What a reader is to find; the readers agree on line ends. */
const expected = (of: Contact, withNotes: boolean): ReadCard => {
  const given = of.name.trim()
  const own: readonly (readonly [string, string])[] = [
    ['org', of.organization],
    ['title', of.what],
    ['tel', of.phone],
    ['email', of.email],
    ...(withNotes ? ([['note', of.notes]] as const) : []),
  ]
  const address = of.address.trim()
  return {
    version: '3.0',
    uid: contactUid(of.id),
    fn: given || of.organization.trim(),
    n: ['', given, '', '', ''],
    ...(address === '' ? {} : { adr: ['', '', address, '', '', '', ''] }),
    ...Object.fromEntries(own.map(([name, text]) => [name, text.trim()]).filter(([, text]) => text !== '')),
  }
}

/** Words as people type them, with everything that has a meaning in the file. */
const anyText = fc
  .array(
    fc.constantFrom(
      'Elm',
      'Ünal',
      'أمينة',
      '大',
      '🙂',
      ';',
      ',',
      '\\',
      ':',
      '"',
      '\n',
      ' ',
      'n',
      'N',
      '=',
      '^',
    ),
    {
      maxLength: 60,
    },
  )
  .map(parts => parts.join(''))
const anyContact = fc.record({
  name: fc.constantFrom('Robin', 'Zoé; Ünal, jr', 'أمينة'),
  organization: anyText,
  what: anyText,
  phone: fc.constantFrom('', '416-555-0111', '+1 (416) 555 0111'),
  email: fc.constantFrom('', 'a@b.example'),
  address: anyText,
  notes: anyText,
  category: fc.constantFrom(...contactCategories),
  gender: fc.constantFrom(...contactGenders),
})

/** ical.js takes an escaped backslash before the next part of an address for an escaped semicolon; vobject does not. */
const withoutBackslash = <T extends Pick<Contact, 'organization' | 'address'>>(of: T): T => ({
  ...of,
  organization: of.organization.replaceAll('\\', ''),
  address: of.address.replaceAll('\\', ''),
})

describe('a contact file', () => {
  it('has lines of at most 75 octets that end as they must', () => {
    const long = made('long', { name: 'ü'.repeat(200), notes: 'x'.repeat(5_000) })
    const text = fileOf([LANDLORD, long], true)
    expect(text.endsWith('END:VCARD\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const octets = text.split('\r\n').map(line => new TextEncoder().encode(line).length)
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
  })

  it('is read by ical.js as it was entered', () => {
    fc.assert(
      fc.property(fc.array(anyContact, { minLength: 1, maxLength: 4 }), fc.boolean(), (list, withNotes) => {
        const all = list.map((each, i) => made(`c${i}`, withoutBackslash(each)))
        expect(cardsWithIcalJs(fileOf(all, withNotes))).toEqual(all.map(each => expected(each, withNotes)))
      }),
      { numRuns: count(200, 3_000) },
    )
  })

  it('says how to reach somebody, and nothing that the group notes of them unless it is asked for', () => {
    const interpreter = made('i', {
      name: 'Fennel',
      category: 'interpreter',
      languages: ['Xorthrax'],
      gender: 'woman',
      notes: 'Mepjolwyn',
    })
    const settlement = made('s', { name: 'Quuxby', category: 'settlement' })
    const text = fileOf([interpreter, settlement])
    expect(text).not.toMatch(/xorthrax|woman|mepjolwyn|interpreter|settlement|porchlight/i)
    expect(fileOf([interpreter], true)).toContain('NOTE:Mepjolwyn')
  })

  it('goes by the organization where nobody is named', () => {
    const [card] = cardsWithIcalJs(fileOf([made('o', { organization: 'Alder Homes' })]))
    expect(card).toMatchObject({ fn: 'Alder Homes', org: 'Alder Homes', n: ['', '', '', '', ''] })
  })
})

const python = findVobject()
describe.skipIf(python === null)('read back by Python’s vobject', () => {
  it('has every field as it was entered', () => {
    const all = [
      LANDLORD,
      ...fc.sample(anyContact, { numRuns: 40, seed: 7 }).map((each, i) => made(`c${i}`, each)),
    ]
    expect(cardsWithVobject(python ?? '', fileOf(all, true))).toEqual(all.map(each => expected(each, true)))
  })
})
