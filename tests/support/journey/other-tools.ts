/** The saved files, read by other people's programs: every figure in them must be the one on the screen. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import Papa from 'papaparse'
import { readZip } from '../reports/read-zip.ts'
import { isOnPath } from '../tools.mjs'
import { type JourneyWords, plainSpaces } from './words.ts'

/** Of the report's period, in cents. */
export interface PeriodFigures {
  readonly opening: number
  readonly in: number
  readonly out: number
  readonly closing: number
}

const TOOL_MS = 170_000

/** False, and one line that says so, where the program is not installed. */
function has(tool: string, what: string): boolean {
  if (isOnPath(tool)) return true
  console.log(`left out: ${what}, because ${tool} is not installed`)
  return false
}

const cents = (text: string | undefined): number => Math.round(Number(text?.replace(',', '.')) * 100)
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

/** A sum over the rows of the CSV; its own totals are left out. */
export async function checkCsv(path: string, figures: PeriodFigures): Promise<void> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  const records = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  const column = (table: string, at: number): readonly number[] =>
    records.filter(record => record[0] === table && record[1] === 'row').map(record => cents(record[at + 2]))
  expect(column('figures', 1).slice(0, 4)).toEqual([
    figures.opening,
    figures.in,
    figures.out,
    figures.closing,
  ])
  expect(sum(column('b', 3))).toBe(figures.in)
  expect(sum(column('e', 3))).toBe(figures.out)
  expect(column('k', 9)).toHaveLength(87)
  expect(sum(column('k', 9))).toBe(figures.closing - figures.opening)
}

/** LibreOffice opens the workbook, calculates it anew, and writes its first sheets as text. */
export function checkWorkbook(path: string, figures: PeriodFigures, words: JourneyWords): void {
  if (!has('soffice', 'recalculating the spreadsheet')) return
  const folder = dirname(path)
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      '--outdir',
      folder,
      path,
    ],
    { stdio: 'ignore', timeout: TOOL_MS },
  )
  const sheet = (name: string): readonly (readonly string[])[] =>
    Papa.parse<string[]>(readFileSync(join(folder, `${basename(path, '.xlsx')}-${name}.csv`), 'utf8')).data
  const rowOf = (name: string, start: string): readonly string[] =>
    sheet(name).findLast(row => row[0] === start) ?? []
  const first = (id: string): number => cents(rowOf('1', words.paper(id))[1])
  expect(first('figures.opening')).toBe(figures.opening)
  expect(first('figures.in')).toBe(figures.in)
  expect(first('figures.out')).toBe(figures.out)
  expect(first('figures.closing')).toBe(figures.closing)
  const total = words.paper('total')
  expect(cents(rowOf(`B ${words.paper('section.b')}`, total)[3])).toBe(figures.in)
  expect(cents(rowOf(`E ${words.paper('section.e')}`, total)[3])).toBe(figures.out)
  expect(cents(rowOf(`K ${words.paper('section.k')}`, total)[9])).toBe(figures.closing - figures.opening)
}

/** Every asserted balance must hold, or hledger fails; then what is left is the closing balance. */
export function checkJournal(path: string, figures: PeriodFigures): void {
  if (!has('hledger', 'adding up the journal')) return
  const balance = (...of: string[]): number => {
    const args = ['-f', path, 'bal', '--depth', '1', '-N', '-O', 'csv', ...of]
    const rows = Papa.parse<string[]>(execFileSync('hledger', args, { timeout: TOOL_MS }).toString()).data
    return sum(rows.slice(1).flatMap(row => (row[1] ? [cents(row[1].replace(' CAD', ''))] : [])))
  }
  expect(balance('assets')).toBe(figures.closing)
  expect(-balance('income')).toBe(figures.in)
  expect(balance('expenses')).toBe(figures.out)
}

/** Page 1 stands alone: the figures are on it. */
export function checkPdf(path: string, figures: PeriodFigures, words: JourneyWords): void {
  if (!has('pdftotext', 'reading the PDF back')) return
  const args = ['-l', '1', '-layout', path, '-']
  const text = plainSpaces(execFileSync('pdftotext', args, { timeout: TOOL_MS }).toString())
  const lines: readonly (readonly [string, number])[] = [
    ['figures.opening', figures.opening],
    ['figures.in', figures.in],
    ['figures.out', figures.out],
    ['figures.closing', figures.closing],
  ]
  for (const [id, amount] of lines) expect(text).toContain(`${words.paper(id)} ${words.money(amount)}`)
}

/** What a reader of the file could find in it: its text, and for packed files the text of every part. */
export async function textIn(path: string): Promise<string> {
  const bytes = await readFile(path)
  if (path.endsWith('.xlsx')) {
    const parts = await readZip(bytes)
    return unescaped([...parts].flat().join('\n'))
  }
  if (!path.endsWith('.pdf')) return bytes.toString('utf8')
  const pages = isOnPath('pdftotext') ? execFileSync('pdftotext', [path, '-'], { timeout: TOOL_MS }) : ''
  return `${bytes.toString('latin1')}\n${plainSpaces(pages.toString())}`
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
