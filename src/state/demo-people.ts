/** Who the people of the demo household are. Nobody is meant: names and numbers are made up, the numbers never dialled. */

import { contact, healthContact } from '#domain/contact.ts'
import { addDays, addMonths, addMonthsToDate, type IsoDate, monthOf } from '#domain/dates.ts'
import { interpreterWishes, interpreterWishesId } from '#domain/interpreter-wishes.ts'
import { memberCheck } from '#domain/member-check.ts'
import { personPrivate, personPrivateId } from '#domain/person-private.ts'
import type { FieldsOf } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, sayIn } from './demo-names.ts'

/** Months after the arrival in which C1 turns 18. */
export const MONTHS_TO_MAJORITY = 9

export function newcomerOps(arrived: IsoDate, { language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const dari = say('Dari', 'dari')
  const someEnglish = say('some English', 'un peu d’anglais')
  const of = (label: string, fields: Partial<FieldsOf<typeof personPrivate>>): DraftOp => {
    const person = `demo-person-${label}`
    return createOp(personPrivate, personPrivateId(person), { person, ...fields })
  }
  return [
    of('A1', {
      nameUsed: 'Samira',
      legalName: 'Samira Karimi',
      scriptName: 'سمیرا کریمی',
      pronouns: say('she, her', 'elle'),
      born: addMonthsToDate(arrived, -38 * 12),
      languages: [dari, someEnglish],
      interpreter: 'needed',
      phone: '416-555-0147',
      health: say('Allergic to penicillin.', 'Allergique à la pénicilline.'),
      notes: say(
        'Prefers calls in the afternoon, after class.',
        'Préfère les appels l’après-midi, après le cours.',
      ),
    }),
    of('A2', {
      nameUsed: 'Daud',
      legalName: 'Mohammad Daud Karimi',
      scriptName: 'داوود کریمی',
      born: addMonthsToDate(arrived, -41 * 12),
      languages: [dari, 'Farsi', someEnglish],
      interpreter: 'sometimes',
      phone: '416-555-0162',
      email: 'daud@example.org',
    }),
    of('C1', {
      nameUsed: 'Laila',
      legalName: 'Laila Karimi',
      scriptName: 'لیلا کریمی',
      born: `${addMonths(monthOf(arrived), MONTHS_TO_MAJORITY - 18 * 12)}-14`,
      languages: [say('English', 'anglais'), dari],
      interpreter: 'not-needed',
    }),
    of('C2', {
      nameUsed: 'Omid',
      legalName: 'Omid Karimi',
      scriptName: 'امید کریمی',
      born: addMonthsToDate(arrived, -4 * 12),
      languages: [dari],
      health: say('No nuts.', 'Pas de noix.'),
    }),
    createOp(interpreterWishes, interpreterWishesId('demo-person-A1'), {
      person: 'demo-person-A1',
      language: dari,
      gender: 'woman',
      notOwnCommunity: true,
      never: ['demo-contact-sorrel'],
    }),
    of('A3', { nameUsed: 'Nasrin', legalName: 'Nasrin Amiri', scriptName: 'نسرین امیری', languages: [dari] }),
  ]
}

/** Robin's and Otter's checks last to the end of support, Heron's ends before it does; nothing is entered of Wren's. */
export function checkOps(arrived: IsoDate, { memberId, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const of = (id: string, fields: Partial<FieldsOf<typeof memberCheck>>): DraftOp =>
    createOp(memberCheck, `demo-check-${id}`, { until: null, ...fields })
  return [
    of('robin', { member: memberId, doneOn: addDays(arrived, -200) }),
    of('otter', { member: 'demo-member-otter', doneOn: addDays(arrived, -230) }),
    of('heron', { member: 'demo-member-heron', doneOn: addMonthsToDate(arrived, -27) }),
    of('first-aid', {
      member: 'demo-member-heron',
      kind: 'training',
      title: say('First aid for children', 'Premiers soins aux enfants'),
      doneOn: addDays(arrived, -60),
      until: addMonthsToDate(arrived, 34),
    }),
  ]
}

export function contactOps({ language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const dari = say('Dari', 'dari')
  const of = (id: string, fields: Partial<FieldsOf<typeof contact>>): DraftOp => createOp(contact, id, fields)
  return [
    of('demo-contact-landlord', {
      category: 'landlord',
      name: 'Juniper Hall',
      what: say('Building office', 'Bureau de l’immeuble'),
      phone: '416-555-0171',
      email: 'office@example.org',
      address: say('1 Lantern Street', '1, rue des Lanternes'),
    }),
    of('demo-contact-rowan', {
      category: 'interpreter',
      name: 'Rowan',
      organization: say('Open Door interpreters (demo)', 'Interprètes Porte ouverte (démo)'),
      phone: '416-555-0183',
      languages: [dari, 'Farsi'],
      gender: 'woman',
    }),
    of('demo-contact-sorrel', {
      category: 'interpreter',
      name: 'Sorrel',
      phone: '416-555-0194',
      languages: [dari, say('Pashto', 'pachto')],
      gender: 'man',
    }),
    of('demo-contact-school', {
      category: 'school',
      organization: say('Elm Street School (demo)', 'École de la rue Elm (démo)'),
      what: say('Office', 'Secrétariat'),
      phone: '416-555-0105',
    }),
    of('demo-contact-settlement', {
      category: 'settlement',
      name: 'Kestrel',
      organization: say('Newcomer centre (demo)', 'Centre d’accueil (démo)'),
      email: 'kestrel@example.org',
    }),
    createOp(healthContact, 'demo-health-1', {
      name: 'Dr. Osei',
      what: say('Family doctor', 'Médecin de famille'),
      organization: say('Elm Street family clinic (demo)', 'Clinique familiale de la rue Elm (démo)'),
      phone: '416-555-0126',
    }),
  ]
}
