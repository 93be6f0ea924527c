/** The same figures by other people's programs: LibreOffice recalculates the workbook, hledger adds up the journal. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { hledgerJournal } from '#reports/hledger-journal.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import { yearlyXlsx } from '#reports/yearly-xlsx.ts'
import { zipTexts } from '#reports/zip-archive.ts'
import { readZip } from '../../support/reports/read-zip.ts'
import {
  cashEntry,
  makeAccount,
  makeEntry,
  part,
  sampleNotes,
  sampleRecords,
  sampleRows,
  year,
} from '../../support/reports/sample-account.ts'

const folder = mkdtempSync(join(tmpdir(), 'porchlight-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (tool: string, why: string): boolean => {
  const found = spawnSync(tool, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0
  if (!found) console.log(`left out: ${tool} is not installed (${why})`)
  return found
}

/** The sample with a bit of everything: a transfer, gifts in kind, money owed, a split, a row that is not sorted. */
const records = {
  ...sampleRecords,
  accounts: [
    ...sampleRecords.accounts,
    makeAccount('cash', { name: 'Envelope', type: 'cash', opening: { date: '2025-01-01', cents: 2_500 } }),
  ],
  entries: [
    ...sampleRecords.entries,
    makeEntry('t', {
      type: 'transfer',
      account: 'bank',
      date: '2025-12-30',
      money: { cents: -5_000, splits: [], toAccount: 'cash' },
    }),
    makeEntry('g', {
      type: 'in-kind',
      date: '2025-12-30',
      money: { cents: 30_000, splits: [part('furniture', 30_000)], toAccount: null },
    }),
    makeEntry('o', {
      type: 'owed',
      date: '2025-12-30',
      money: { cents: -1_234, splits: [part('food', -1_234)], toAccount: null },
    }),
    cashEntry('u', '2025-12-30', -999, null, { account: 'cash' }),
  ],
  notes: { ...sampleNotes, changes: '=1+1' },
}
const reportOf = (number: number) =>
  buildYearlyReport(records, {
    audience: 'sah',
    period: year(number),
    preparedOn: '2026-10-01',
    includeEntries: true,
  })
const report = reportOf(2025)

describe.skipIf(!has('soffice', 'the workbook is not recalculated'))('LibreOffice', () => {
  test('recalculates every total to the same figure', { timeout: 180_000 }, async () => {
    // The values kept beside the formulas are taken out, so that only a calculation can give them.
    const files = await readZip(await yearlyXlsx(report, 'en'))
    const bare = [...files].map(
      ([path, text]) => [path, text.replace(/<\/f><v>[^<]*<\/v>/g, '</f>')] as const,
    )
    expect(bare.some(([, text]) => text.includes('</f></c>'))).toBe(true)
    const workbook = join(folder, 'report.xlsx')
    writeFileSync(workbook, await zipTexts(bare))
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
        '--outdir',
        folder,
        workbook,
      ],
      { stdio: 'ignore', timeout: 170_000 },
    )
    const sheet = (name: string): readonly string[] =>
      readFileSync(join(folder, `report-${name}.csv`), 'utf8')
        .replaceAll('"', '')
        .split('\n')
    const line = (name: string, start: string): string | undefined =>
      sheet(name).findLast(each => each.startsWith(start))

    expect(line('1', 'Closing balance')).toBe(`Closing balance,${report.figures.closingCents / 100},`)
    expect(line('B Income by source', 'Total')).toBe('Total,,,48825')
    expect(line('E Budget and spent', 'Total')?.split(',')[3]).toBe(String(report.figures.outCents / 100))
    expect(line('E2 Spent by month', 'Total')?.split(',').at(-1)).toBe(String(2_142_963 / 100))
    expect(line('K Entries by number', 'Total')?.split(',')[9]).toBe(
      String((4_882_500 - 2_142_963 - 999) / 100),
    )
    expect(line('D Support by month', '4,2025-12')?.split(',')[11]).toBe(
      String((report.support?.rows[3]?.differenceCents ?? 0) / 100),
    )
    expect(sheet('H Changes and late months')).toContain('=1+1,,,')
  })
})

describe.skipIf(!has('hledger', 'the journal is not added up'))('hledger', () => {
  const balances = (number: number): ReadonlyMap<string, string> => {
    const journal = hledgerJournal(reportOf(number), 'en')
    if (!journal.ok) throw new Error('expected a journal')
    const path = join(folder, `${number}.journal`)
    writeFileSync(path, journal.value)
    const out = execFileSync('hledger', ['-f', path, 'bal', '--flat', '-N', '-O', 'csv'], {
      timeout: 60_000,
    }).toString()
    return new Map([...out.matchAll(/^"(.+?)","(.+?)"$/gm)].map(match => [match[1] ?? '', match[2] ?? '']))
  }

  test('agrees with the report, and every asserted balance holds', () => {
    const found = balances(2025)
    expect(found.get('assets:Chequing')).toBe('27345.37 CAD')
    expect(found.get('assets:Envelope')).toBe('65.01 CAD')
    expect(found.get('expenses:monthly-support:Rent')).toBe('7800.00 CAD')
    expect(found.get('in kind:Furniture')).toBe('300.00 CAD')
    expect(found.get('liabilities:owed to members')).toBe('-12.34 CAD')
    expect(found.get('expenses:not sorted')).toBe('9.99 CAD')
  })

  test.each([
    ['fiscal', '2025-04-01', '2026-03-31', 'en'],
    ['sponsorship', '2025-09-27', '2026-09-26', 'fr'],
    ['before-arrival', '1900-01-01', '2025-09-26', 'fr'],
  ] as const)('agrees with the bank’s rows in a %s year from %s to %s, in %s', (kind, from, to, language) => {
    const period =
      kind === 'fiscal'
        ? ({ kind, startYear: 2025, key: '2025-26', from, to } as const)
        : kind === 'sponsorship'
          ? ({ kind, number: 1, key: 'year-1', from, to } as const)
          : ({ kind, key: 'before-arrival', from, to } as const)
    const made = buildYearlyReport(sampleRecords, {
      audience: 'sah',
      period,
      preparedOn: '2026-10-01',
      includeEntries: true,
    })
    const sum = (rows: typeof sampleRows) => rows.reduce((total, [, cents]) => total + cents, 0)
    const closing = sum(sampleRows.filter(([date]) => date <= to))
    expect(made.figures.openingCents).toBe(sum(sampleRows.filter(([date]) => date < from)))
    expect(made.figures.closingCents).toBe(closing)
    expect(made.budget.totalCents).toBe(made.figures.outCents)
    expect(made.income.totalCents).toBe(made.figures.inCents)
    const journal = hledgerJournal(made, language)
    if (!journal.ok) throw new Error('expected a journal')
    const path = join(folder, `${kind}.journal`)
    writeFileSync(path, journal.value)
    const out = execFileSync('hledger', ['-f', path, 'bal', '-N', '-O', 'csv', 'assets'], { timeout: 60_000 })
    expect(out.toString()).toContain(`"${(closing / 100).toFixed(2)} CAD"`)
  })

  test('begins the next year where this one closed', () => {
    expect(balances(2026).get('assets:Chequing')).toBe('8315.50 CAD')
  })
})
