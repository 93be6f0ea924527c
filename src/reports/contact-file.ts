/**
 * Contacts as a file that telephones and mail programs take: vCard 3.0 (RFC 2426), which all of them read, in lines of at
 * most 75 octets (RFC 6350, 3.2). Only how to reach somebody: name, what they are, organization, telephone, e-mail,
 * address. What the group noted of them goes along only where that was asked for. Of contacts of health there is nothing
 * here to be had: they are another kind of record, which this file cannot be given. Nothing names the group or this
 * program, or says to what kind of contact somebody belongs.
 */
import type { Contact } from '#domain/contact.ts'
import { escapeText, foldLine } from './calendar-lines.ts'

/** Part of each UID; nobody can own it, and it says nothing. A file saved again updates what is there. */
const UID_DOMAIN = 'contacts.invalid'

export const contactUid = (id: string): string => `${id}@${UID_DOMAIN}`

export interface ContactFileInput {
  readonly contacts: readonly Contact[]
  readonly withNotes: boolean
}

export const contactFile = ({ contacts, withNotes }: ContactFileInput): string =>
  contacts
    .flatMap(each => contactLines(each, withNotes))
    .map(foldLine)
    .join('')

function contactLines(of: Contact, withNotes: boolean): readonly string[] {
  const { id, name, organization, what, phone, email, address, notes } = of
  const given = name.trim()
  const said = (property: string, value: string): readonly string[] =>
    value.trim() === '' ? [] : [`${property}:${escapeText(value.trim())}`]
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${contactUid(id)}`,
    `FN:${escapeText(given || organization.trim() || '–')}`,
    // Family, given, further, before, after: what of a name is which, nobody was asked.
    `N:;${escapeText(given)};;;`,
    ...said('ORG', organization),
    ...said('TITLE', what),
    ...said('TEL;TYPE=VOICE', phone),
    ...said('EMAIL;TYPE=INTERNET', email),
    // Box, further, street, town, region, code, country: it was written as one line or several.
    ...(address.trim() === '' ? [] : [`ADR;TYPE=WORK:;;${escapeText(address.trim())};;;;`]),
    ...(withNotes ? said('NOTE', notes) : []),
    'END:VCARD',
  ]
}
