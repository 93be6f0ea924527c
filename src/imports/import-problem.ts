/**
 * Why a bank file was not read. A file that cannot be read in full is refused in full; every problem is its own kind so
 * that the screen can say what happened and what to do. `row` is the line of the file (the transaction's number in OFX),
 * counted from 1. Texts are what stood in the file: for the screen, never for a log.
 */
import type { Cents } from '#domain/money.ts'
import type { DateOrder } from './bank-dates.ts'
import type { ColumnMapping } from './column-mapping.ts'

/** A column as the mapping screen shows it: its name (or none) and its first values. */
export type ColumnSample = {
  readonly index: number
  readonly name: string | null
  readonly samples: readonly string[]
}

export type DateOrderQuestion = {
  readonly kind: 'date-order'
  readonly column: ColumnSample
  /** The possible orders; the first one makes the rows run in order of time, if only one does. */
  readonly orders: readonly DateOrder[]
  readonly likely: DateOrder | null
}

/** The file has no final line end and its last row ends with a text that no other row has: is it whole? */
export type LastTextQuestion = { readonly kind: 'last-text'; readonly row: number; readonly text: string }

export type AmountReason = 'not-an-amount' | 'too-precise' | 'other-decimal-mark' | 'both-in-and-out'

export type ImportProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'header-only' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'binary'; readonly looksLike: 'zip' | 'pdf' | 'image' | 'old-excel' | 'unknown' }
  | { readonly kind: 'cancelled' }
  /** The reading worker failed: a fault of this program, not of the file. */
  | { readonly kind: 'reader-failed' }
  /** The file ends inside a character, a row, a quoted text, an amount or a text: it was not downloaded to its end. */
  | { readonly kind: 'cut-in-character' }
  | { readonly kind: 'cut-in-row'; readonly row: number; readonly columns: number; readonly expected: number }
  | { readonly kind: 'cut-in-quote'; readonly row: number }
  | { readonly kind: 'cut-in-amount'; readonly row: number; readonly text: string }
  | { readonly kind: 'cut-in-text'; readonly row: number; readonly text: string }
  | { readonly kind: 'damaged-quote'; readonly row: number }
  | { readonly kind: 'uneven-row'; readonly row: number; readonly columns: number; readonly expected: number }
  | { readonly kind: 'unreadable-date'; readonly row: number; readonly text: string }
  /** One column holds dates that are only possible as day/month and others only possible as month/day. */
  | {
      readonly kind: 'mixed-date-orders'
      readonly rows: readonly [number, number]
      readonly texts: readonly [string, string]
    }
  | {
      readonly kind: 'unreadable-amount'
      readonly row: number
      readonly text: string
      readonly reason: AmountReason
    }
  | { readonly kind: 'amount-out-of-range'; readonly row: number; readonly text: string }
  | { readonly kind: 'missing-amount'; readonly row: number }
  | { readonly kind: 'no-amount-column'; readonly columns: readonly ColumnSample[] }
  /** The running balance does not follow from the row: rows are missing, or were changed, just before it. */
  | {
      readonly kind: 'balance-mismatch'
      readonly row: number
      readonly expectedCents: Cents
      readonly foundCents: Cents
    }
  | { readonly kind: 'needs-answer'; readonly question: DateOrderQuestion | LastTextQuestion }
  | { readonly kind: 'mapping-does-not-fit'; readonly column: number; readonly columns: number }
  /** Text without columns, which nobody could map: a letter, or a web page that was saved instead of the file. */
  | { readonly kind: 'no-table'; readonly looksLike: 'web-page' | 'text' }
  /** Not a shape that is known: the person maps the columns by hand. */
  | {
      readonly kind: 'not-recognised'
      readonly columns: readonly ColumnSample[]
      readonly suggestion: ColumnMapping | null
    }
  /** The OFX file ends before its closing tags. `row` is the last transaction that was begun, 0 when none was. */
  | { readonly kind: 'ofx-unclosed'; readonly row: number; readonly tag: string }
  | { readonly kind: 'ofx-damaged'; readonly row: number; readonly tag: string }
