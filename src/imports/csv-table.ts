/**
 * Text → rows of cells with the line each began on. Papaparse splits; this file finds the delimiter and tells where a
 * quoted text was never closed. It works in slices, so that the worker can stop between two of them.
 *
 * Papaparse is never used with `worker: true`: its promise never settles under our content security policy.
 */
import Papa from 'papaparse'
import { err, ok, type Result } from '#domain/result.ts'
import type { ImportProblem } from './import-problem.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

export type CsvRow = {
  /** Line of the file on which the row begins, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export type CsvTable = {
  readonly delimiter: Delimiter
  /** Blank lines left out. */
  readonly rows: readonly CsvRow[]
  /** False when the last row may have been cut, or has only lost its line end. */
  readonly endsWithNewline: boolean
}

export const MAX_ROWS = 200_000
/** A bank's file has fifteen columns; a line of millions would fill the memory. */
const MAX_COLUMNS = 500
const SLICE_ROWS = 10_000

/** Line ends of all systems become `\n`; the Ctrl-Z that old programs put at the end goes. */
function withPlainNewlines(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n')
  const end = plain.trimEnd()
  return end.endsWith('\x1a') ? plain.slice(0, end.length - 1) : plain
}

export function guessDelimiter(text: string): Delimiter {
  const start = withPlainNewlines(text.slice(0, 60_000))
  const head = text.length > 60_000 ? start.slice(0, start.lastIndexOf('\n') + 1) : start
  let best: Delimiter = ','
  let bestScore = -1
  for (const delimiter of delimiters) {
    const counts = Papa.parse<string[]>(head, {
      delimiter,
      newline: '\n',
      skipEmptyLines: true,
      preview: 200,
    }).data.map(cells => cells.length)
    const columns = mostFrequent(counts)
    if (columns < 2) continue
    const share = counts.filter(count => count === columns).length / counts.length
    const score = share * 1000 + Math.min(columns, 50)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The most frequent number; the greater one where two are as frequent. */
export function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) {
      best = value
      most = count
    }
  return best
}

/** Yields the share that is read, 0 to 1, after each slice. */
export function* readCsvTable(
  source: string,
  delimiter: Delimiter,
): Generator<number, Result<CsvTable, ImportProblem>> {
  const text = withPlainNewlines(source)
  const endsWithNewline = text.endsWith('\n')
  const crowded = crowdedLine(text, delimiter)
  if (crowded > 0)
    return err({ kind: 'uneven-row', row: crowded, columns: MAX_COLUMNS + 1, expected: MAX_COLUMNS })
  const rows: CsvRow[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    // fastMode would split the whole rest again for every slice.
    const slice = Papa.parse<string[]>(text.slice(at), {
      delimiter,
      newline: '\n',
      preview: SLICE_ROWS,
      fastMode: false,
    })
    const broken = new Map(slice.errors.map(error => [error.row ?? 0, error.code]))
    for (const [i, cells] of slice.data.entries()) {
      const problem = broken.get(i)
      if (problem === 'MissingQuotes') return err({ kind: 'cut-in-quote', row: line })
      if (problem === 'InvalidQuotes') return err({ kind: 'damaged-quote', row: line })
      // A cut just behind a row's first delimiters leaves empty cells: no blank line, but a row that was begun.
      const begun = cells.length > 1 && at + slice.meta.cursor >= text.length && i === slice.data.length - 1
      if (cells.some(cell => cell.trim() !== '') || (begun && !endsWithNewline))
        rows.push({ row: line, cells })
      line += 1 + newlinesIn(cells)
    }
    if (rows.length > MAX_ROWS) return err({ kind: 'too-many-rows', limit: MAX_ROWS })
    if (!slice.meta.truncated) break
    at += slice.meta.cursor
    yield at / text.length
  }
  return ok({ delimiter, rows, endsWithNewline })
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** The first line with more delimiters than any table has; 0 when there is none. */
function crowdedLine(text: string, delimiter: Delimiter): number {
  const mark = delimiter.charCodeAt(0)
  let line = 1
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      line++
      count = 0
    } else if (code === mark && ++count > MAX_COLUMNS) return line
  }
  return 0
}
