/** Papers and agreements of the demo household: one that runs out, one with an earlier version, one taken back. */
import { consent, consentPlace } from '#domain/consent.ts'
import { addDays, addMonthsToDate } from '#domain/dates.ts'
import { personDocument } from '#domain/document.ts'
import type { FieldsOf } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, sayIn } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'

const A1 = 'demo-person-A1'
const A2 = 'demo-person-A2'
const C2 = 'demo-person-C2'

export const paperOps = (story: DemoStory, input: DemoInput): readonly DraftOp[] => [
  ...documentOps(story, input),
  ...consentOps(story, input),
]

function documentOps({ arrived }: DemoStory, { today, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const folder = say('Blue folder, at their home', 'Chemise bleue, à leur logement')
  const paper = (id: string, fields: Partial<FieldsOf<typeof personDocument>>): DraftOp =>
    createOp(personDocument, `demo-document-${id}`, { people: [A1], original: folder, ...fields })
  return [
    paper('1', {
      kind: 'copr',
      number: 'DEMO-000-101',
      dates: { issued: arrived, expires: null },
      note: say('Spelling and birth date checked.', 'Orthographe et date de naissance vérifiées.'),
    }),
    paper('2', { kind: 'ifhp', number: 'DEMO-2201', dates: { issued: arrived, expires: addDays(today, 5) } }),
    paper('3', {
      kind: 'health-card',
      number: 'DEMO 4417 902',
      dates: { issued: addDays(arrived, 12), expires: addMonthsToDate(arrived, 60) },
      replaces: 'demo-document-4',
    }),
    paper('4', {
      kind: 'health-card',
      number: 'DEMO 4417 001',
      dates: { issued: addDays(arrived, 3), expires: addDays(arrived, 93) },
      note: say('A letter until the card came.', 'Une lettre, en attendant la carte.'),
    }),
    paper('5', {
      kind: 'lease',
      people: [A1, A2],
      dates: { issued: addDays(arrived, 20), expires: addDays(today, 75) },
      tags: [say('home', 'logement')],
    }),
    paper('6', { kind: 'vaccination', people: [C2], original: say('At the school', 'À l’école') }),
  ]
}

function consentOps({ arrived }: DemoStory, input: DemoInput): readonly DraftOp[] {
  const say = sayIn(input.language)
  const agreed = (id: string, fields: Partial<FieldsOf<typeof consent>>): DraftOp =>
    createOp(consent, `demo-consent-${id}`, {
      person: A1,
      notedBy: input.memberId,
      way: 'interpreter',
      ...fields,
    })
  const language = say('First language', 'Langue maternelle')
  return [
    agreed('1', {
      subject: 'photo',
      details: say('One picture of the kitchen, no faces.', 'Une photo de la cuisine, sans visages.'),
      forWhom: say('The choir’s newsletter', 'Le bulletin de la chorale'),
      days: { given: addDays(arrived, 30), until: addDays(input.today, 20) },
      language,
    }),
    ...[
      say('Newsletter, spring', 'Bulletin du printemps'),
      say('Notice board in the hall', 'Babillard de la salle'),
    ].map((place, i) =>
      createOp(consentPlace, `demo-consent-place-${i + 1}`, {
        consent: 'demo-consent-1',
        place,
        order: `a00${i + 1}0`,
      }),
    ),
    agreed('2', {
      subject: 'contact-details',
      details: say(
        'Telephone number, for the parents’ list.',
        'Numéro de téléphone, pour la liste des parents.',
      ),
      forWhom: say('The school', 'L’école'),
      days: { given: addDays(arrived, 45), until: null },
      language,
    }),
    agreed('3', {
      subject: 'story',
      details: say(
        'To be thanked by code name in a talk.',
        'Être remerciée par son nom de code dans un exposé.',
      ),
      forWhom: say('The spring supper', 'Le souper du printemps'),
      days: { given: addDays(arrived, 40), until: null },
      language,
      withdrawn: { on: addDays(arrived, 60), notedBy: input.memberId, note: '' },
    }),
  ]
}
