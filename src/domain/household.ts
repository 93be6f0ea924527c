/**
 * The household as code labels and age bands, and its support units: an adult paid separately, or adults and children
 * supported together. Names, sex and birth dates are not here; they belong to Care.
 */
import { z } from 'zod/mini'
import { isoMonth, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const ageBands = ['adult', 'child-6-17', 'child-0-5'] as const
export type AgeBand = (typeof ageBands)[number]

export const supportUnit = defineKind({
  kind: 'support-unit',
  compartment: 'team',
  fields: { sponsorship: recordId, label: shortText, order: orderKey },
  defaults: { sponsorship: '', label: '', order: '' },
})
export type SupportUnit = RecordOf<typeof supportUnit>

export const person = defineKind({
  kind: 'person',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    arrival: recordId,
    unit: recordId,
    /** `A1`, `C2` …: never initials. */
    label: shortText,
    band: z.enum(ageBands),
    order: orderKey,
  },
  defaults: { sponsorship: '', arrival: '', unit: '', label: '', band: 'adult', order: '' },
})
export type Person = RecordOf<typeof person>

export interface PeopleByAge {
  readonly adults: number
  readonly childrenUnder6: number
  readonly children6to17: number
}

/** How many there are of each age band. */
export function peopleByAge(people: readonly Pick<Person, 'band'>[]): PeopleByAge {
  const count = (band: Person['band']): number => people.filter(each => each.band === band).length
  return {
    adults: count('adult'),
    childrenUnder6: count('child-0-5'),
    children6to17: count('child-6-17'),
  }
}

/**
 * Who turns 18 in which month, known only to those who keep the money: from then on a unit of its own, which entries and
 * minimums name by this record's id (`household-units.ts`).
 */
export const majority = defineKind({
  kind: 'majority',
  compartment: 'money',
  fields: { person: recordId, month: isoMonth },
  defaults: { person: '', month: '2000-01' },
  keepBoth: ['month'],
})
export type Majority = RecordOf<typeof majority>

/** The answer that nobody turns 18, of a sponsorship: as the months are, known only to those who keep the money. */
export const majorityAnswer = defineKind({
  kind: 'majority-answer',
  compartment: 'money',
  fields: { sponsorship: recordId, nobody: z.boolean() },
  defaults: { sponsorship: '', nobody: false },
})
