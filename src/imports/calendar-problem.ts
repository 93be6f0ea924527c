/**
 * Why a calendar file was not read. It is refused in full; `row` is the line of the file, counted from 1. Texts are what
 * stood in the file: for the screen, never for a log.
 */
import type { ImportProblem } from './import-problem.ts'

/** A name of a zone that says nothing to this laptop; `name` null: times without a zone. */
export type UnknownZone = {
  readonly name: string | null
  /** Where it is used first. */
  readonly row: number
  /** Offered first: what the file hints at, else the group's own. */
  readonly likely: string
}

export type ZoneQuestion = { readonly kind: 'zones'; readonly zones: readonly UnknownZone[] }

export type CalendarProblem =
  | Extract<
      ImportProblem,
      { readonly kind: 'empty' | 'too-large' | 'binary' | 'cancelled' | 'reader-failed' | 'cut-in-character' }
    >
  | { readonly kind: 'not-a-calendar'; readonly looksLike: 'web-page' | 'text' }
  /** vCalendar 1.0, of telephones before 2005: the same words mean other things there. */
  | { readonly kind: 'old-version'; readonly row: number }
  | { readonly kind: 'no-events' }
  | { readonly kind: 'too-many-events'; readonly limit: number }
  /** The file ends before what begins on this line has ended: it was not downloaded to its end. */
  | { readonly kind: 'cut'; readonly row: number; readonly component: string }
  | { readonly kind: 'damaged-line'; readonly row: number; readonly text: string }
  /** A part ends that did not begin, or begins where it cannot be; or something stands twice in one event. */
  | { readonly kind: 'damaged-structure'; readonly row: number; readonly name: string }
  | { readonly kind: 'missing-start'; readonly row: number }
  | { readonly kind: 'unreadable-time'; readonly row: number; readonly name: string; readonly text: string }
  | { readonly kind: 'ends-before-start'; readonly row: number }
  | { readonly kind: 'text-too-long'; readonly row: number; readonly name: string; readonly limit: number }
  /** A way of repeating that appointments here cannot have. */
  | { readonly kind: 'unsupported-repeat'; readonly row: number; readonly text: string }
  | { readonly kind: 'too-many-occurrences'; readonly row: number; readonly limit: number }
  | { readonly kind: 'needs-answer'; readonly question: ZoneQuestion }
