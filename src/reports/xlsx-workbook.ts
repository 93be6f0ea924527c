/**
 * A workbook (ECMA-376, SpreadsheetML) from plain sheets: typed cells, formulas with their value beside them, frozen
 * heads, page set-up. Written by hand because it has to hold four things that no package gave together: totals that a
 * preview shows without calculating, no document properties at all (no author, title or time), no worker started from
 * a blob, and texts that stay texts.
 *
 * [Note: texts stay texts] A text is an inline string (`t="inlineStr"`), which no spreadsheet evaluates, so `=1+1` in a
 * note is shown as it was typed. Only `formula` writes an `<f>`, and only addresses and signs go into it.
 */
import { zipTexts } from './zip-archive.ts'

export type SheetStyle = 'plain' | 'title' | 'head' | 'bold' | 'note'

export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly style: SheetStyle }
  /** In cents; `formula` without the `=`. */
  | { readonly kind: 'money'; readonly cents: number; readonly bold: boolean; readonly formula: string }
  | { readonly kind: 'count'; readonly value: number }
  /** ISO date. */
  | { readonly kind: 'date'; readonly date: string }

export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** In characters. */
  readonly widths: readonly number[]
  readonly frozenRows: number
  readonly landscape: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Places in `cellXfs` of the style sheet below. */
const STYLES = {
  plain: 0,
  title: 1,
  head: 2,
  bold: 3,
  note: 4,
  money: 5,
  boldMoney: 6,
  date: 7,
  count: 8,
} as const

const STYLE_SHEET = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00;\\-#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="bottom"/></xf>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
].join('')}</cellXfs></styleSheet>`

/** Also drops the control characters that XML cannot carry. */
const escapeXml = (text: string): string =>
  [...text]
    .filter(char => char >= ' ' || char === '\t' || char === '\n')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** Both 0 first: `B3` for row 2, column 1. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** Days since 30 December 1899, as spreadsheets count from March 1900 on. */
const serialDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569

function cellXml(cell: SheetCell, name: string): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return `<c r="${name}" s="${STYLES[cell.style]}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`
    case 'money': {
      const formula = cell.formula === '' ? '' : `<f>${escapeXml(cell.formula)}</f>`
      const style = cell.bold ? STYLES.boldMoney : STYLES.money
      return `<c r="${name}" s="${style}">${formula}<v>${cell.cents / 100}</v></c>`
    }
    case 'count':
      return `<c r="${name}" s="${STYLES.count}"><v>${cell.value}</v></c>`
    case 'date':
      return `<c r="${name}" s="${STYLES.date}"><v>${serialDate(cell.date)}</v></c>`
  }
}

function sheetXml(sheet: WorkbookSheet): string {
  const rows = sheet.rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, i) => cellXml(cell, cellName(row, i))).join('')}</row>`,
  )
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const top = `A${sheet.frozenRows + 1}`
  const pane =
    sheet.frozenRows === 0
      ? ''
      : `<pane ySplit="${sheet.frozenRows}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/>`
  const orientation = sheet.landscape ? 'landscape' : 'portrait'
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><pageSetup orientation="${orientation}" fitToHeight="0"/></worksheet>`
}

/** A sheet's name: at most 31 characters and none that spreadsheets refuse. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)

export function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const numbers = sheets.map((_, i) => i + 1)
  const overrides = numbers.map(
    n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  const listed = sheets.map(
    (sheet, i) => `<sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const related = numbers.map(
    n => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`
  return zipTexts([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}${styles}</Relationships>`,
    ],
    ['xl/styles.xml', STYLE_SHEET],
    ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as const),
  ])
}
