/** What screens need besides the open group; made by the composition root, which alone knows workers and hosts. */
import type { IsoDate } from '#domain/dates.ts'
import type { ImportClient } from '#imports/import-client.ts'

export interface PassphraseJudgement {
  readonly acceptable: boolean
  /** 0 to 4, for the meter. */
  readonly score: number
  /** Message id of what to do about it, or null. */
  readonly advice: 'too-short' | 'too-easy' | null
}

export interface ScreenTools {
  today(): IsoDate
  now(): number
  /** Five random words in the language of the screen. */
  suggestPassphrase(language: 'en' | 'fr'): Promise<string>
  judgePassphrase(text: string, groupWords: readonly string[]): Promise<PassphraseJudgement>
  /** Parses bank files off the page, with progress and cancel. */
  createImportClient(): ImportClient
  /** A worker for one PDF; whoever asked ends it. */
  startPdfWorker(): Worker
}
