/**
 * Papers of a newcomer: what there is, its number, until when it is good, where the original lies, and pictures of it.
 * All of it is Care: even which papers somebody has can tell why they are here. A newer version is a record of its own
 * that names the one it stands in for; the older one stays, with its pictures.
 */
import { z } from 'zod/mini'
import { daysBetween, type IsoDate } from './dates.ts'
import { isoDate, longText, recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'

export const documentKinds = [
  'copr',
  'travel-document',
  'passport',
  'pr-card',
  'sin-letter',
  'health-card',
  'ifhp',
  'birth-certificate',
  'marriage-certificate',
  'driver-licence',
  'school',
  'vaccination',
  'lease',
  'tax',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const personDocument = defineKind({
  kind: 'document',
  compartment: 'care',
  fields: {
    /** Whose it is; several for a lease or a family's certificate. */
    people: z.array(recordId).check(z.maxLength(30)),
    kind: z.enum(documentKinds),
    /** What it is called here; empty: the name of its kind. */
    title: shortText,
    number: shortText,
    /** What agrees is one field. Null: not on the paper, or not known. */
    dates: z.object({ issued: z.nullable(isoDate), expires: z.nullable(isoDate) }),
    /** Where the original is kept. */
    original: shortText,
    tags: z.array(shortText).check(z.maxLength(20)),
    note: longText,
    /** The earlier version that this one stands in for. */
    replaces: z.nullable(recordId),
  },
  defaults: {
    people: [],
    kind: 'other',
    title: '',
    number: '',
    dates: { issued: null, expires: null },
    original: '',
    tags: [],
    note: '',
    replaces: null,
  },
  keepBoth: ['number', 'dates'],
})
export type PersonDocument = RecordOf<typeof personDocument>

/** Days before the end at which a paper is said to run out: three months, one, and the last week. */
export const EXPIRY_DAYS = [90, 30, 7] as const

export type Expiry =
  | { readonly kind: 'none' }
  /** `within`: the narrowest of 90, 30 and 7 days that it falls in; null: there is time. The last day still counts. */
  | { readonly kind: 'valid'; readonly days: number; readonly within: (typeof EXPIRY_DAYS)[number] | null }
  | { readonly kind: 'expired'; readonly days: number }

export function expiryOf(expires: IsoDate | null, today: IsoDate): Expiry {
  if (expires === null) return { kind: 'none' }
  const days = daysBetween(today, expires)
  if (days < 0) return { kind: 'expired', days: -days }
  return { kind: 'valid', days, within: EXPIRY_DAYS.findLast(limit => days <= limit) ?? null }
}

export interface DocumentVersions {
  readonly current: PersonDocument
  /** What it stands in for, the newest first. */
  readonly earlier: readonly PersonDocument[]
}

/**
 * Each paper once, with its earlier versions. Two laptops may each have made a newer one of the same paper: both are
 * shown. Versions that name each other in a ring, which only a damaged or hostile record does, are shown apart.
 */
export function documentVersions(documents: readonly PersonDocument[]): readonly DocumentVersions[] {
  const byId = new Map(documents.map(each => [each.id, each]))
  const replaced = new Set(documents.flatMap(each => each.replaces ?? []))
  const heads = documents.filter(each => !replaced.has(each.id))
  const shown = new Set<RecordId>()
  const versions = heads.map(current => {
    const earlier: PersonDocument[] = []
    const seen = new Set([current.id])
    shown.add(current.id)
    for (let next = byId.get(current.replaces ?? ''); next && !seen.has(next.id); ) {
      seen.add(next.id)
      shown.add(next.id)
      earlier.push(next)
      next = byId.get(next.replaces ?? '')
    }
    return { current, earlier }
  })
  const ringed = documents.filter(each => !shown.has(each.id)).map(current => ({ current, earlier: [] }))
  return [...versions, ...ringed]
}

/** Those that run out first on top, then those without an end by kind. */
export function byExpiry(a: DocumentVersions, b: DocumentVersions): number {
  const [one, other] = [a.current.dates.expires, b.current.dates.expires]
  if (one !== other) return one === null ? 1 : other === null ? -1 : one < other ? -1 : 1
  const kinds = documentKinds.indexOf(a.current.kind) - documentKinds.indexOf(b.current.kind)
  return kinds !== 0 ? kinds : a.current.id < b.current.id ? -1 : 1
}
