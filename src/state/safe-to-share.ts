/** What is looked for before a report leaves the group, and what was found, with the place where it stands. */
import { entry } from '#domain/entry.ts'
import { member } from '#domain/member.ts'
import { namesOfPerson, personPrivate } from '#domain/person-private.ts'
import { type KnownNames, knownNames, type ShareHit, scanForSharing } from '#domain/safe-to-share.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import { normalisePayee } from '#imports/payee-text.ts'
import { type SharePlace, shareTexts } from '#reports/share-texts.ts'
import type { Live } from './live.ts'
import type { ReportFileKind, ReportView } from './report-files.ts'
import { shippedRates } from './shipped-rates.ts'

/** What was found in a text, and where in it. */
export interface TextHit {
  readonly hit: ShareHit
  /** The sentence or so around it, and whether more of the text was left off. */
  readonly before: string
  readonly after: string
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export interface PlacedHit extends TextHit {
  readonly place: SharePlace
}

/** The same hit of the same text is the same key: once confirmed, it is not asked about again. */
export const hitKey = ({ place, hit, before, after }: PlacedHit): string =>
  [
    place.kind,
    place.kind === 'why-over' ? `${place.line.key} ${place.line.name}` : '',
    hit.kind,
    hit.at,
    before,
    hit.text,
    after,
  ].join('\n')

/** Names that the group file knows: whom it welcomes, its members, its code names, and whoever money went to or came from. */
export function namesKnown(live: Live): KnownNames {
  return live.derive('names known', [entry, member, sponsorship, personPrivate], () => {
    const payees = new Map<string, boolean>()
    for (const { payee, method } of live.records(entry)) {
      if (payee === '') continue
      const isPerson = method === 'e-transfer' || method === 'cheque'
      payees.set(payee, isPerson || payees.get(payee) === true)
    }
    return knownNames({
      newcomers: live.records(personPrivate).flatMap(namesOfPerson),
      members: live.records(member).map(each => each.name),
      codeNames: live.records(sponsorship).map(each => each.codeName),
      payees: [...payees].map(([text, isPerson]) => ({ name: normalisePayee(text), isPerson })),
    })
  })
}

/** Letters shown on either side of a hit. */
const AROUND = 40

/** Hits in one text. Whoever signs is a member: there, a member's name is what is wanted. */
export function shareHitsIn(live: Live, place: SharePlace, text: string): readonly PlacedHit[] {
  const isSignature = place.kind === 'prepared-by' || place.kind === 'reviewed-by'
  return textHits(live, text)
    .filter(({ hit }) => !(isSignature && (hit.kind === 'member' || hit.kind === 'payee')))
    .map(each => ({ ...each, place }))
}

export const textHits = (live: Live, text: string): readonly TextHit[] =>
  scanForSharing(shippedRates()['telling-words'], text, namesKnown(live)).map(hit => {
    const end = hit.at + hit.text.length
    return {
      hit,
      before: text.slice(Math.max(0, hit.at - AROUND), hit.at),
      after: text.slice(end, end + AROUND),
      isCutBefore: hit.at > AROUND,
      isCutAfter: text.length > end + AROUND,
    }
  })

/** What a file of this kind would print, and nothing else. */
const PLACES: Readonly<Partial<Record<ReportFileKind | 'pdf', readonly SharePlace['kind'][]>>> = {
  'sah-row': ['name-on-paper', 'reference'],
  journal: ['account', 'line-name'],
}

export function shareHits(live: Live, view: ReportView, kind: ReportFileKind | 'pdf'): readonly PlacedHit[] {
  const places = PLACES[kind]
  const report = kind === 'journal' ? view.withEntries() : view.report
  return shareTexts(report)
    .filter(({ place }) => places === undefined || places.includes(place.kind))
    .flatMap(({ place, text }) => shareHitsIn(live, place, text))
}
