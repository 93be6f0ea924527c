/** What the page and the import worker say to each other. A read is named by a number of the page's. */
import type { Result } from '#domain/result.ts'
import type { BankFile, BankFileInput } from './bank-file.ts'
import type { CalendarFile, CalendarInput } from './calendar-import.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import type { ImportProblem } from './import-problem.ts'

export type ImportRequest =
  | { readonly kind: 'read'; readonly id: number; readonly input: BankFileInput }
  | { readonly kind: 'read-calendar'; readonly id: number; readonly input: CalendarInput }
  | { readonly kind: 'cancel'; readonly id: number }

export type ImportReply =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result<BankFile, ImportProblem> }
  | {
      readonly kind: 'calendar-done'
      readonly id: number
      readonly result: Result<CalendarFile, CalendarProblem>
    }

/** The side of a worker (or of `self` in it) that both ends use; a `MessagePort` serves in tests. */
export interface MessageEnd<Out, In> {
  postMessage(message: Out, transfer: Transferable[]): void
  addEventListener(kind: 'message', listener: (event: { readonly data: In }) => void): void
}
