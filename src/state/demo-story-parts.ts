/** What the demo household's story is made of. */
import type { IsoDate } from '#domain/dates.ts'
import type { Method } from '#domain/entry.ts'
import type { Cents } from '#domain/money.ts'

export type DemoLanguage = 'en' | 'fr'

export interface DemoPart {
  /** Key of a standard line, `own-line` for the group's own, null: not sorted yet. */
  readonly line: string | null
  readonly cents: Cents
  readonly unit?: 'first' | 'second'
  /** Support month of the first arrival that it covers, when it is not the one of its date. */
  readonly covers?: number
}

export interface DemoEvent {
  readonly date: IsoDate
  readonly payee: string
  readonly parts: readonly DemoPart[]
  readonly account?: 'bank' | 'cash'
  readonly type?: 'transfer' | 'in-kind' | 'owed'
  readonly method?: Method
  readonly receipt?: 'missing' | 'have' | 'not-needed'
  readonly note?: string
  readonly chequeNumber?: string
  /** Name by which another event is settled by this one, or this one settles it. */
  readonly settles?: string
  /** Key of the thing of the household list whose worth it says. */
  readonly thing?: string
  readonly tags?: readonly string[]
}

export type Say = (en: string, fr: string) => string

export const one = (line: string | null, cents: Cents, more: Partial<DemoPart> = {}): readonly DemoPart[] => [
  { line, cents, ...more },
]
