/**
 * The door for bank files: bytes → accounts with rows, or one problem that names the row and the reason. The format is
 * told by content, never by the file's name, and all that was guessed is handed back to be shown and corrected.
 *
 * A file that cannot be read in full is refused in full. Reading runs no code, opens no link and is linear in the size.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { BankAccount } from './bank-account.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { type CsvAnswers, type CsvGuess, readCsvBankFile, type SavedMapping } from './csv-bank-file.ts'
import { decodeText, type TextEncodingName } from './decode-text.ts'
import type { ImportProblem } from './import-problem.ts'
import { type OfxFormat, ofxFormat, readOfxBankFile } from './ofx-bank-file.ts'

export const MAX_BYTES = 50 * 1024 * 1024

/** What a bank sends instead of the file once it has logged somebody out. */
const WEB_PAGE = /^\s*<(!doctype html|html|head|body)\b/i

export type Answers = CsvAnswers & { readonly encoding?: TextEncodingName | undefined }

export type BankFileInput = {
  readonly bytes: Uint8Array
  /** Only shown, and `.qfx` tells QFX from OFX. */
  readonly name: string
  readonly answers?: Answers | undefined
  /** A mapping that a person made for this file; goes before everything that is known. */
  readonly mapping?: ColumnMapping | undefined
  /** Mappings kept with the group; the one with this file's fingerprint is used. */
  readonly savedMappings?: readonly SavedMapping[] | undefined
}

export type BankFileGuess = {
  readonly encoding: TextEncodingName
  readonly byteOrderMark: boolean
  /** Null for OFX, which says all of it itself. */
  readonly csv: CsvGuess | null
}

/** What the person should see although the file was read. */
export type BankFileWarning =
  | { readonly kind: 'not-cad'; readonly account: number; readonly currency: string }
  /** Every amount has the same sign, and nothing in the file says which: it may have to be flipped. */
  | { readonly kind: 'all-one-sign'; readonly account: number; readonly sign: 'in' | 'out' }
  /** What was paid back to a card would be money out: its purchases would be money in. */
  | { readonly kind: 'card-signs'; readonly account: number }
  /** The file has lost its last line end; nothing in its last row looks cut. */
  | { readonly kind: 'no-final-newline' }

export type BankFile = {
  readonly format: 'csv' | OfxFormat
  readonly guess: BankFileGuess
  /** At least one, each with at least one row. */
  readonly accounts: readonly BankAccount[]
  readonly warnings: readonly BankFileWarning[]
}

/** Reads in steps and yields the share done, 0 to 1, so that the worker can hear a cancel between two of them. */
export function* bankFileSteps(input: BankFileInput): Generator<number, Result<BankFile, ImportProblem>> {
  const { bytes, name, answers = {} } = input
  if (bytes.length > MAX_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_BYTES })
  const decoded = decodeText(bytes, answers.encoding)
  if (!decoded.ok) return decoded
  const { text, encoding, byteOrderMark } = decoded.value
  yield 0.1
  const format = ofxFormat(text, name)
  if (format) {
    const accounts = yield* readOfxBankFile(text, answers.flipSign === true)
    if (!accounts.ok) return accounts
    const guess = { encoding, byteOrderMark, csv: null }
    return ok({ format, guess, accounts: accounts.value, warnings: currencyWarnings(accounts.value) })
  }
  if (WEB_PAGE.test(text.slice(0, 2_000))) return err({ kind: 'no-table', looksLike: 'web-page' })
  const csv = yield* readCsvBankFile({
    text,
    answers,
    mapping: input.mapping ?? null,
    savedMappings: input.savedMappings ?? [],
  })
  if (!csv.ok) return csv
  const { guess, accounts } = csv.value
  const warnings: BankFileWarning[] = [...currencyWarnings(accounts), ...signWarnings(guess, accounts)]
  if (!/[\r\n]/.test(text.slice(text.trimEnd().length))) warnings.push({ kind: 'no-final-newline' })
  return ok({ format: 'csv', guess: { encoding, byteOrderMark, csv: guess }, accounts, warnings })
}

const currencyWarnings = (accounts: readonly BankAccount[]): readonly BankFileWarning[] =>
  accounts.flatMap(({ currency }, account) =>
    currency === 'CAD' ? [] : [{ kind: 'not-cad' as const, account, currency }],
  )

/** How Canadian cards call a payment to them. */
const PAID_TO_CARD = /\b(payment\W+thank you|paiement\W+merci)\b/i

function signWarnings(guess: CsvGuess, accounts: readonly BankAccount[]): readonly BankFileWarning[] {
  const { amount } = guess.mapping
  const cards = accounts.flatMap(({ rows }, account) =>
    rows.some(row => row.cents < 0 && PAID_TO_CARD.test(row.text))
      ? [{ kind: 'card-signs' as const, account }]
      : [],
  )
  if (cards.length > 0) return cards
  if (amount.kind !== 'signed' || amount.type !== null || guess.mappedBy === 'bank-shape') return []
  return accounts.flatMap(({ sums }, account) => {
    if (sums.count < 2 || (sums.inCents > 0 && sums.outCents > 0)) return []
    return [
      { kind: 'all-one-sign' as const, account, sign: sums.inCents > 0 ? ('in' as const) : ('out' as const) },
    ]
  })
}

/** The same in one go. `shouldStop` is asked between two steps; `onProgress` is told the share done. */
export function readBankFile(
  input: BankFileInput & {
    readonly shouldStop?: (() => boolean) | undefined
    readonly onProgress?: ((share: number) => void) | undefined
  },
): Result<BankFile, ImportProblem> {
  const steps = bankFileSteps(input)
  for (;;) {
    if (input.shouldStop?.()) return err({ kind: 'cancelled' })
    const step = steps.next()
    if (step.done) return step.value
    input.onProgress?.(step.value)
  }
}
