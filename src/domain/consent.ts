/**
 * What a newcomer agreed to: for whom, until when, in which language it was explained. A consent that was taken back
 * stays on record with its day. Where something was used with it is kept beside it, so that each place can be told when
 * the consent ends. All of it is Care.
 */
import { z } from 'zod/mini'
import { daysBetween, type IsoDate } from './dates.ts'
import { isoDate, longText, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const consentSubjects = [
  'photo',
  'media',
  'story',
  'contact-details',
  'sharing',
  'presence',
  'other',
] as const
export type ConsentSubject = (typeof consentSubjects)[number]

export const consentWays = ['spoken', 'interpreter', 'written', 'message'] as const
export type ConsentWay = (typeof consentWays)[number]

export const consent = defineKind({
  kind: 'consent',
  compartment: 'care',
  fields: {
    person: recordId,
    subject: z.enum(consentSubjects),
    /** What exactly, in the words in which it was explained. */
    details: longText,
    /** Who may have or use it: a paper, a parish, a teacher. */
    forWhom: shortText,
    /** Both days included; null: until it is taken back. */
    days: z.object({ given: isoDate, until: z.nullable(isoDate) }),
    /** In which it was explained. */
    language: shortText,
    way: z.enum(consentWays),
    /** The member who noted it. */
    notedBy: z.nullable(recordId),
    /** Taken back: when, and who noted it. Null: it stands. */
    withdrawn: z.nullable(z.object({ on: isoDate, notedBy: z.nullable(recordId), note: shortText })),
  },
  defaults: {
    person: '',
    subject: 'other',
    details: '',
    forWhom: '',
    days: { given: '2000-01-01', until: null },
    language: '',
    way: 'spoken',
    notedBy: null,
    withdrawn: null,
  },
  keepBoth: ['days', 'withdrawn'],
})
export type Consent = RecordOf<typeof consent>

/** A place where something is because of a consent: a newsletter, a wall, a teacher's list. */
export const consentPlace = defineKind({
  kind: 'consent-place',
  compartment: 'care',
  fields: { consent: recordId, place: shortText, order: orderKey },
  defaults: { consent: '', place: '', order: '' },
})
export type ConsentPlace = RecordOf<typeof consentPlace>

/** So many days before its end a consent is said to lapse. */
export const LAPSING_DAYS = 30

export type ConsentState =
  | { readonly kind: 'stands' }
  /** The last day still counts. */
  | { readonly kind: 'lapsing'; readonly days: number; readonly until: IsoDate }
  | { readonly kind: 'lapsed'; readonly until: IsoDate }
  | { readonly kind: 'withdrawn'; readonly on: IsoDate }

export function consentState(of: Pick<Consent, 'days' | 'withdrawn'>, today: IsoDate): ConsentState {
  if (of.withdrawn !== null) return { kind: 'withdrawn', on: of.withdrawn.on }
  const { until } = of.days
  if (until === null) return { kind: 'stands' }
  const days = daysBetween(today, until)
  if (days < 0) return { kind: 'lapsed', until }
  return days <= LAPSING_DAYS ? { kind: 'lapsing', days, until } : { kind: 'stands' }
}
