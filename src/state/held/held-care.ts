/** What only those who read Care can read about a person: papers, and what they agreed to. */
import { type Consent, type ConsentPlace, consent } from '#domain/consent.ts'
import { type PersonDocument, personDocument } from '#domain/document.ts'
import { placesOfConsent } from '../consents.ts'
import { filesOfDocument } from '../documents.ts'
import { consentFields, documentFields, fileFields, placeFields } from './held-fields.ts'
import type { Gathered, HeldScope } from './held-scope.ts'
import { factsOf } from './held-words.ts'

/** Every version, the earlier ones too. */
export const documentsAbout = ({ live, of }: HeldScope): readonly PersonDocument[] =>
  live.records(personDocument).filter(each => each.people.includes(of.id))

export const consentsAbout = ({
  live,
  of,
}: HeldScope): readonly { readonly consent: Consent; readonly places: readonly ConsentPlace[] }[] =>
  live
    .records(consent)
    .filter(each => each.person === of.id)
    .map(each => ({ consent: each, places: placesOfConsent(live, each.id) }))

export function careSections(scope: HeldScope): readonly Gathered[] {
  const { live, names } = scope
  return [
    {
      id: 'papers',
      items: documentsAbout(scope).map(each => ({
        title: each.title || names.t(`papers.kind.${each.kind}`),
        facts: factsOf(each, documentFields, names),
        parts: filesOfDocument(live, each.id).map(file => ({
          title: names.t('papers.held.picture-kept'),
          facts: factsOf(file, fileFields, names),
          parts: [],
        })),
      })),
    },
    {
      id: 'consents',
      items: consentsAbout(scope).map(each => ({
        title: names.t(`papers.consent.subject.${each.consent.subject}`),
        facts: [
          ...factsOf(each.consent, consentFields, names),
          ...each.places.flatMap(place => factsOf(place, placeFields, names)),
        ],
        parts: [],
      })),
    },
  ]
}
