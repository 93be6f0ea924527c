/**
 * Writes the account table as the files that banks give: eleven CSV shapes, OFX 1 as QFX, OFX 2. Every writer gives
 * bytes, in the encoding and with the line ends of that bank.
 */
import type { TableRow } from './account-table.ts'

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)
/** Characters that the encoding lacks become `?`, as a bank's own export does. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, char => {
    if (char === '–') return 0x96
    const code = char.codePointAt(0) ?? 63
    return code < 128 || (code >= 160 && code < 256) ? code : 63
  })
const latin1 = (text: string): Uint8Array => windows1252(text.replaceAll('–', '?'))
export const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian)
  return bytes
}

const dollars = (cents: number): string => (cents / 100).toFixed(2)
const cell = (text: string): string => (/[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const line = (cells: readonly string[]): string => cells.map(cell).join(',')
const text = ([, , name, memo]: TableRow): string => (memo === '' ? name : `${name} ${memo}`)
const slashes = (date: string, pad: boolean): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return pad ? `${month}/${day}/${year}` : `${Number(month)}/${Number(day)}/${year}`
}
const compact = (date: string): string => date.replaceAll('-', '')
const out = (cents: number): string => (cents < 0 ? dollars(-cents) : '')
const into = (cents: number): string => (cents > 0 ? dollars(cents) : '')
const crlf = (lines: readonly string[]): string => lines.map(one => `${one}\r\n`).join('')

const french = (cents: number, space: string): string =>
  dollars(cents)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, space)
const grouped = (cents: number): string => `$ ${dollars(cents).replace(/\B(?=(\d{3})+\.)/g, ',')}`

function withBalances(rows: readonly TableRow[]): readonly (readonly [TableRow, number])[] {
  let balance = 0
  return rows.map(row => {
    balance += row[1]
    return [row, balance] as const
  })
}

type Writer = (rows: readonly TableRow[]) => string

const rbc: Writer = rows =>
  crlf([
    'Account Type,Account Number,Transaction Date,Cheque Number,Description 1,Description 2,CAD$,USD$',
    ...rows.map(([date, cents, name, memo]) =>
      line(['Chequing', '01234-5678901', slashes(date, false), '', name, memo, dollars(cents), '']),
    ),
  ])
const td: Writer = rows =>
  crlf(
    withBalances(rows).map(([row, balance]) =>
      line([slashes(row[0], true), text(row), out(row[1]), into(row[1]), dollars(balance)]),
    ),
  )
const cibc: Writer = rows =>
  crlf(
    [...rows].reverse().map(row => line([row[0], text(row), out(row[1]), into(row[1]), '4500********1234'])),
  )
const scotiabank: Writer = rows =>
  [
    'Filter,Date,Time,Description,Sub-description,Status,Type of Transaction,Amount',
    ...rows.map(([date, cents, name, memo]) =>
      line(['', date, '', name, memo, 'Posted', cents < 0 ? 'Debit' : 'Credit', dollars(cents)]),
    ),
    '',
  ].join('\n')
const scotiabankOld: Writer = rows =>
  crlf(rows.map(([date, cents, name, memo]) => line([slashes(date, false), dollars(cents), '-', name, memo])))
const bmo: Writer = rows =>
  crlf([
    'Following data is valid as of 20261101093212 (Year/Month/Day/Hour/Minute/Second)',
    '',
    '',
    'First Bank Card,Transaction Type,Date Posted, Transaction Amount,Description',
    ...rows.map(row =>
      line([
        "'5012345678901234'",
        row[1] < 0 ? 'DEBIT' : 'CREDIT',
        compact(row[0]),
        dollars(row[1]),
        `[CW]${text(row)}`,
      ]),
    ),
  ])
const tangerine: Writer = rows =>
  crlf([
    'Date,Transaction,Name,Memo,Amount',
    ...rows.map(([date, cents, name, memo]) =>
      line([slashes(date, false), cents < 0 ? 'DEBIT' : 'CREDIT', name, memo, dollars(cents)]),
    ),
  ])
const simplii: Writer = rows =>
  crlf([
    'Date, Transaction Details, Funds Out, Funds In',
    ...rows.map(row => line([slashes(row[0], true), text(row), out(row[1]), into(row[1])])),
  ])
const eq: Writer = rows =>
  crlf([
    'Date,Description,In,Out,Balance',
    ...withBalances(rows).map(([row, balance]) =>
      line([
        compact(row[0]),
        text(row),
        row[1] > 0 ? grouped(row[1]) : '',
        row[1] < 0 ? grouped(-row[1]) : '',
        grouped(balance),
      ]),
    ),
  ])
const desjardins: Writer = rows =>
  crlf(
    withBalances(rows).map(([row, balance], i) =>
      line([
        'Caisse Desjardins',
        '815',
        'EOP',
        row[0].replaceAll('-', '/'),
        String(i + 1),
        text(row),
        '',
        out(row[1]),
        into(row[1]),
        '',
        '',
        '',
        '',
        dollars(balance),
      ]),
    ),
  )
const genericFr: Writer = rows =>
  `\ufeff${crlf([
    'Date;Description;Débit;Crédit;Solde',
    ...withBalances(rows).map(([row, balance]) =>
      [
        row[0],
        cell(text(row)).replace(/^"([^"]*)"$/, '$1'),
        row[1] < 0 ? french(-row[1], '\u00a0') : '',
        row[1] > 0 ? french(row[1], '\u00a0') : '',
        french(balance, '\u202f'),
      ].join(';'),
    ),
  ])}`

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function ofxBody(rows: readonly TableRow[], closed: boolean): readonly string[] {
  const leaf = (tag: string, value: string): string =>
    closed ? `<${tag}>${escaped(value)}</${tag}>` : `<${tag}>${escaped(value)}`
  const total = rows.reduce((sum, row) => sum + row[1], 0)
  return [
    '<OFX><SIGNONMSGSRSV1><SONRS><STATUS>',
    leaf('CODE', '0'),
    leaf('SEVERITY', 'INFO'),
    '</STATUS>',
    leaf('DTSERVER', '20261101120000[-5:EST]'),
    '</SONRS></SIGNONMSGSRSV1>',
    '<BANKMSGSRSV1><STMTTRNRS>',
    leaf('TRNUID', '0'),
    '<STMTRS>',
    leaf('CURDEF', 'CAD'),
    '<BANKACCTFROM>',
    leaf('BANKID', '000303001'),
    leaf('ACCTID', '012345678901'),
    leaf('ACCTTYPE', 'CHECKING'),
    '</BANKACCTFROM>',
    '<BANKTRANLIST>',
    leaf('DTSTART', compact(rows[0]?.[0] ?? '')),
    leaf('DTEND', compact(rows.at(-1)?.[0] ?? '')),
    ...rows.flatMap(([date, cents, name, memo], i) => [
      '<STMTTRN>',
      leaf('TRNTYPE', cents < 0 ? 'DEBIT' : 'CREDIT'),
      leaf('DTPOSTED', `${compact(date)}${i % 3 === 0 ? '233000' : '000000'}[-5:EST]`),
      leaf('TRNAMT', dollars(cents)),
      leaf('FITID', `9${compact(date)}${String(i).padStart(5, '0')}`),
      leaf('NAME', name),
      ...(memo === '' ? [] : [leaf('MEMO', memo)]),
      '</STMTTRN>',
    ]),
    '</BANKTRANLIST>',
    '<LEDGERBAL>',
    leaf('BALAMT', dollars(total)),
    leaf('DTASOF', compact(rows.at(-1)?.[0] ?? '')),
    '</LEDGERBAL>',
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1>',
    '</OFX>',
  ]
}

const qfx: Writer = rows =>
  crlf([
    'OFXHEADER:100',
    'DATA:OFXSGML',
    'VERSION:102',
    'SECURITY:NONE',
    'ENCODING:USASCII',
    'CHARSET:1252',
    'COMPRESSION:NONE',
    'OLDFILEUID:NONE',
    'NEWFILEUID:NONE',
    '',
    ...ofxBody(rows, false),
  ])
const ofx2: Writer = rows =>
  crlf([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
    ...ofxBody(rows, true),
  ])

export type FixtureName = keyof typeof writers

const writers = {
  'rbc.csv': [rbc, utf8],
  'td.csv': [td, utf8],
  'cibc.csv': [cibc, utf8],
  'scotiabank.csv': [scotiabank, utf8],
  'scotiabank-old.csv': [scotiabankOld, utf8],
  'bmo.csv': [bmo, utf8],
  'tangerine.csv': [tangerine, utf8],
  'simplii.csv': [simplii, utf8],
  'eq.csv': [eq, utf8],
  'desjardins.csv': [desjardins, latin1],
  'generic-fr.csv': [genericFr, utf8],
  'statement-v1.qfx': [qfx, windows1252],
  'statement-v2.ofx': [ofx2, utf8],
} as const

export const fixtureNames = Object.keys(writers) as readonly FixtureName[]

export const bankText = (name: FixtureName, rows: readonly TableRow[]): string => writers[name][0](rows)

export const bankBytes = (name: FixtureName, rows: readonly TableRow[]): Uint8Array =>
  writers[name][1](bankText(name, rows))
