/** Whose copy it is, and what is gathered for it. */
import { byOrder } from '#domain/budget-actual.ts'
import type { Person } from '#domain/household.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Live } from '../live.ts'
import type { HeldItem, HeldNames } from './held-words.ts'

export const heldSectionIds = ['you', 'stay', 'appointments', 'tasks', 'papers', 'consents', 'money'] as const
export type HeldSectionId = (typeof heldSectionIds)[number]

/** What the sections are made of: the person, where they belong, and names for ids. */
export interface HeldScope {
  readonly live: Live
  readonly today: string
  readonly of: Person
  readonly names: HeldNames
}

export interface Gathered {
  readonly id: HeldSectionId
  readonly items: readonly HeldItem[]
}

export const inOrder = <R extends { readonly order: string; readonly id: RecordId }>(
  records: readonly R[],
): readonly R[] => records.toSorted(byOrder)
