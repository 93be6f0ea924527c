/** Contacts as a file to take out, and the words in it that would tell why somebody is here. */
import { type Contact, contact } from '#domain/contact.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { contactFile } from '#reports/contact-file.ts'
import type { Live } from './live.ts'
import { shippedRates } from './shipped-rates.ts'

export interface ContactExport {
  /** Of contacts of the group; others are not found. */
  readonly ids: readonly RecordId[]
  readonly withNotes: boolean
}

/** Says nothing but what kind of file it is. */
const FILE_NAME = 'Contacts.vcf'

export function exportContacts(
  live: Live,
  { ids, withNotes }: ContactExport,
): { readonly name: string; readonly bytes: Uint8Array } {
  const text = contactFile({ contacts: contactsOf(live, ids), withNotes })
  return { name: FILE_NAME, bytes: new TextEncoder().encode(text) }
}

export const contactsOf = (live: Live, ids: readonly RecordId[]): readonly Contact[] =>
  ids.flatMap(id => live.get(contact, id) ?? [])

/** Shown before the file is saved: a telephone shows its contacts to whoever looks, and to many an app. */
export function tellingInContacts(live: Live, { ids, withNotes }: ContactExport): readonly string[] {
  const table = shippedRates()['telling-words']
  const texts = contactsOf(live, ids).flatMap(({ name, what, organization, email, address, notes }) => [
    name,
    what,
    organization,
    email,
    address,
    ...(withNotes ? [notes] : []),
  ])
  return [...new Set(texts.flatMap(text => findTellingWords(table, text).map(each => each.text)))]
}
