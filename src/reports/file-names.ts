/** Names of files that leave the group: the year and the code name, nothing that tells who or why. */
import type { YearlyReport } from './report-model.ts'
import { type ReportLanguage, reportWords } from './words.ts'

export type ReportFile = 'pdf' | 'xlsx' | 'csv' | 'sah-row' | 'journal'

const kinds = {
  pdf: { word: 'file.report', extension: 'pdf' },
  xlsx: { word: 'file.report', extension: 'xlsx' },
  csv: { word: 'file.report', extension: 'csv' },
  'sah-row': { word: 'file.row', extension: 'csv' },
  journal: { word: 'file.journal', extension: 'journal' },
} as const

/** `Report-2025-Maple.pdf`. Only letters, digits and hyphens are kept, so that every file system takes it. */
export function fileNameFor(
  report: Pick<YearlyReport, 'period' | 'code'>,
  file: ReportFile,
  language: ReportLanguage,
): string {
  const { word, extension } = kinds[file]
  const code = report.code.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return `${[reportWords(language).text(word), report.period.key, code].filter(Boolean).join('-')}.${extension}`
}
