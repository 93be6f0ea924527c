/**
 * A home that the group looks at, from the first lead to settled, or a temporary stay beside it. Team records: an address
 * and a landlord, never who will live there by name or why they are here – what is said to a landlord is said of a home.
 */
import { z } from 'zod/mini'
import { cents, isoDate, longText, orderKey, recordId, shortText, wholeFrom } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/**
 * As a group speaks of it: found, called about, seen, papers sent, signed, lived in; or not taken. What comes between
 * signing and living there – insurance, electricity, furniture, the look around – are tasks, not stages.
 */
export const homeStages = ['lead', 'called', 'viewed', 'applied', 'lease', 'settled', 'rejected'] as const
export type HomeStage = (typeof homeStages)[number]

/** A stay with a host or in a hotel until there is a home: it has dates in the place of stages. */
export const homeUses = ['home', 'temporary'] as const
export type HomeUse = (typeof homeUses)[number]

/** What a rent may hold besides the rooms. */
export const inclusions = [
  'heat',
  'hot-water',
  'water',
  'electricity',
  'internet',
  'laundry',
  'parking',
  'furniture',
] as const
export type Inclusion = (typeof inclusions)[number]

/** What makes a home usable for somebody who walks, sees or hears badly; of the building, never of a person. */
export const accessFeatures = ['step-free', 'elevator', 'ground-floor', 'wide-doors', 'grab-bars'] as const
export type AccessFeature = (typeof accessFeatures)[number]

export const home = defineKind({
  kind: 'home',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    use: z.enum(homeUses),
    /** What the group calls it: "two rooms on Elm". */
    name: shortText,
    address: shortText,
    /** Where it is, since when, and of one that was not taken, why: they agree, so they are one field. */
    stage: z.object({ at: z.enum(homeStages), since: isoDate, reason: shortText }),
    /** Landlord, agent or host, and how to reach them: text, until contacts have records of their own. */
    landlord: shortText,
    reach: shortText,
    /** Where it was found: a site, a sign, a friend. */
    found: shortText,
    /** Which member follows it; null: nobody yet. */
    owner: z.nullable(recordId),
    /** What is to be done next about it, and by when if that was said. */
    next: z.nullable(z.object({ what: shortText, on: z.nullable(isoDate) })),
    /** As asked by the landlord. Null: not said yet. */
    terms: z.object({
      rentCents: z.nullable(cents),
      depositCents: z.nullable(cents),
      lastMonthCents: z.nullable(cents),
    }),
    /** 0: one room for everything. Null: not known. */
    included: z.array(z.enum(inclusions)).check(z.maxLength(inclusions.length)),
    /** A month, as the group estimates them; of what the rent does not hold. Null: not known. */
    utilitiesCents: z.nullable(cents),
    internetCents: z.nullable(cents),
    insuranceCents: z.nullable(cents),
    /** Once: the van, and what has to be connected or bought to live there. */
    movingCents: z.nullable(cents),
    setUpCents: z.nullable(cents),
    /** As somebody says it: "12 min on foot". */
    toSchool: shortText,
    toTransit: shortText,
    toGroup: shortText,
    toServices: shortText,
    access: z.array(z.enum(accessFeatures)).check(z.maxLength(accessFeatures.length)),
    bedrooms: z.nullable(wholeFrom(0, 12)),
    availableFrom: z.nullable(isoDate),
    /** The appointment at which it is looked at, the last one that was booked. */
    viewing: z.nullable(recordId),
    /** Of a temporary stay. */
    stay: z.object({ from: z.nullable(isoDate), to: z.nullable(isoDate) }),
    /** Of a temporary stay with a host: the day that the host's police check bears. */
    hostCheckedOn: z.nullable(isoDate),
    note: longText,
    order: orderKey,
  },
  defaults: {
    sponsorship: '',
    use: 'home',
    name: '',
    address: '',
    stage: { at: 'lead', since: '2000-01-01', reason: '' },
    landlord: '',
    reach: '',
    found: '',
    owner: null,
    next: null,
    terms: { rentCents: null, depositCents: null, lastMonthCents: null },
    included: [],
    utilitiesCents: null,
    internetCents: null,
    insuranceCents: null,
    movingCents: null,
    setUpCents: null,
    toSchool: '',
    toTransit: '',
    toGroup: '',
    toServices: '',
    access: [],
    bedrooms: null,
    availableFrom: null,
    viewing: null,
    stay: { from: null, to: null },
    hostCheckedOn: null,
    note: '',
    order: '',
  },
})
export type Home = RecordOf<typeof home>

export const contactWays = ['call', 'message', 'email', 'visit', 'other'] as const
export type ContactWay = (typeof contactWays)[number]

/** One time that somebody of the group spoke or wrote with a landlord. Two members add theirs apart from each other. */
export const homeContact = defineKind({
  kind: 'home-contact',
  compartment: 'team',
  fields: {
    home: recordId,
    on: isoDate,
    way: z.enum(contactWays),
    /** The member; null: not said. */
    by: z.nullable(recordId),
    text: longText,
    order: orderKey,
  },
  defaults: { home: '', on: '2000-01-01', way: 'call', by: null, text: '', order: '' },
})
export type HomeContact = RecordOf<typeof homeContact>
