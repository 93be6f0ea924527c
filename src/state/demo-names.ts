/** Ids of the demo household's records, and what it is made from. */
import type { IsoDate } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { DemoLanguage } from './demo-story-parts.ts'

export const SPONSORSHIP = 'demo-sponsorship'
export const FIRST = { arrival: 'demo-arrival-1', unit: 'demo-unit-1' }
export const SECOND = { arrival: 'demo-arrival-2', unit: 'demo-unit-2' }
export const ACCOUNTS = { bank: 'demo-account-bank', cash: 'demo-account-cash' }

export const sayIn =
  (language: DemoLanguage) =>
  (en: string, fr: string): string =>
    language === 'fr' ? fr : en

export interface DemoInput {
  readonly today: IsoDate
  /** Milliseconds, for what was done for the group file's safety. */
  readonly now: number
  /** The member whose window this is. */
  readonly memberId: RecordId
  readonly language: DemoLanguage
}

export const lineId = (key: string): RecordId => `demo-line-${key}`
export const statementId = (month: string): RecordId => `demo-statement-${month}`
