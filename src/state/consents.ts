/** The consent register as screens show it: of each person, with the places where something is used, and what lapses. */
import { byOrder } from '#domain/budget-actual.ts'
import { type Consent, type ConsentPlace, consent, consentPlace, consentState } from '#domain/consent.ts'
import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Live } from './live.ts'

const NO_PLACES: readonly ConsentPlace[] = []

/** In their order. The same list while no place changed. */
export const placesOfConsent = (live: Live, of: RecordId): readonly ConsentPlace[] =>
  live
    .derive('places by consent', [consentPlace], () => {
      const byConsent = new Map<RecordId, ConsentPlace[]>()
      for (const each of live.records(consentPlace).toSorted(byOrder)) {
        const known = byConsent.get(each.consent)
        if (known) known.push(each)
        else byConsent.set(each.consent, [each])
      }
      return byConsent
    })
    .get(of) ?? NO_PLACES

/** Those that stand first, the latest given on top. */
export const consentsOf = (live: Live, person: RecordId): readonly Consent[] =>
  live.derive(`consents of ${person}`, [consent], () =>
    live
      .records(consent)
      .filter(each => each.person === person)
      .toSorted((a, b) => {
        const [one, other] = [a.withdrawn === null, b.withdrawn === null]
        if (one !== other) return one ? -1 : 1
        return a.days.given === b.days.given ? (a.id < b.id ? -1 : 1) : a.days.given > b.days.given ? -1 : 1
      }),
  )

export interface LapsingConsent {
  readonly id: RecordId
  readonly person: RecordId
  readonly until: IsoDate
  readonly isOver: boolean
}

/** So long after its end a consent that nobody renewed or took back is still said. */
const SAID_AFTER_DAYS = 30

/** Within 30 days of their end, or past it for as long and no newer one given for the same; the earliest first. */
export const lapsingConsents = (live: Live, today: IsoDate): readonly LapsingConsent[] =>
  live.derive(`lapsing consents ${today}`, [consent], () => {
    const all = live.records(consent)
    return all
      .flatMap((each): readonly LapsingConsent[] => {
        const state = consentState(each, today)
        if (state.kind !== 'lapsing' && state.kind !== 'lapsed') return []
        const isOver = state.kind === 'lapsed'
        if (isOver && daysBetween(state.until, today) > SAID_AFTER_DAYS) return []
        const isRenewed = all.some(
          other =>
            other.id !== each.id &&
            other.person === each.person &&
            other.subject === each.subject &&
            other.forWhom === each.forWhom &&
            other.withdrawn === null &&
            (other.days.until === null || other.days.until > state.until),
        )
        return isRenewed ? [] : [{ id: each.id, person: each.person, until: state.until, isOver }]
      })
      .toSorted((a, b) => (a.until < b.until ? -1 : 1))
  })
