/**
 * What is looked at and asked when a home is viewed: an answer a question, each a record of its own, because two members
 * walk through two rooms. The list is put together from what groups write about viewings (heat, locks, mould, transit)
 * and from what a comparison and a lease need to know; it is nobody's official list.
 */
import { z } from 'zod/mini'
import { recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'

export const checkGroups = {
  rooms: ['heat', 'hot-water', 'leaks', 'mould', 'windows', 'pests', 'power'],
  safety: ['locks', 'smoke-alarm', 'co-alarm', 'second-exit'],
  around: ['transit', 'noise', 'laundry', 'snow'],
  landlord: ['included', 'deposit', 'form', 'repairs', 'papers'],
} as const
export type CheckGroup = keyof typeof checkGroups
export const checkGroupNames = Object.keys(checkGroups) as readonly CheckGroup[]
export type CheckKey = (typeof checkGroups)[CheckGroup][number]
export const checkKeys: readonly CheckKey[] = checkGroupNames.flatMap(group => [...checkGroups[group]])

/** Empty: not looked at. */
export const checkAnswers = ['', 'good', 'bad'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

export const homeCheck = defineKind({
  kind: 'home-check',
  compartment: 'team',
  fields: {
    home: recordId,
    /** Of `checkGroups`; one of a later version is kept and not shown. */
    key: shortText,
    answer: z.enum(checkAnswers),
    note: shortText,
  },
  defaults: { home: 'none', key: '', answer: '', note: '' },
})
export type HomeCheck = RecordOf<typeof homeCheck>

/** One for each home and question, on every laptop. */
export const homeCheckId = (home: RecordId, key: CheckKey): RecordId => `${home}-check-${key}`
