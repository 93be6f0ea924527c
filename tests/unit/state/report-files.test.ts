/** What the report's screen shows and saves, over the demo household. */
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { line } from '#domain/line.ts'
import type { RawRecord } from '#domain/record-kind.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { createLive } from '#state/live.ts'
import { currentPeriod } from '#state/overview.ts'
import { pdfName, type ReportFileKind, type ReportView, reportFile, reportView } from '#state/report-files.ts'
import { readZip } from '../../support/reports/read-zip.ts'

const TODAY: IsoDate = '2026-11-23'

/** The demo's records as a store would give them, and a way to change one. */
function demoTables() {
  const records = new Map<string, RawRecord>()
  for (const op of demoHousehold({ today: TODAY, now: 1_795_000_000_000, memberId: 'me', language: 'en' }))
    if (op.op === 'create')
      records.set(op.id, { id: op.id, kind: op.kind, deleted: false, fields: op.fields })
  const lists = new Map<string, readonly RawRecord[]>()
  const all = (kind: string): readonly RawRecord[] => {
    const known = lists.get(kind) ?? [...records.values()].filter(each => each.kind === kind)
    lists.set(kind, known)
    return known
  }
  const put = (record: RawRecord): void => {
    records.set(record.id, record)
    lists.delete(record.kind)
  }
  return {
    records,
    put,
    all,
    get: (id: string) => records.get(id),
    trash: () => [],
    subscribe: () => () => {},
  }
}

function open(options: Partial<Parameters<typeof reportView>[1]> = {}, tables = demoTables()) {
  const live = createLive(tables)
  const period = currentPeriod(live, TODAY)
  const view = reportView(live, { audience: 'group', period, preparedOn: TODAY, ...options }, 'en')
  if (!view) throw new Error('no sponsorship')
  return { live, period, view, tables }
}

async function textOf(view: ReportView, kind: ReportFileKind): Promise<string> {
  const file = await reportFile(view, kind)
  if (!file.ok) return file.problem.kind
  if (kind !== 'xlsx') return new TextDecoder().decode(file.value.bytes)
  return [...(await readZip(file.value.bytes)).values()].join('\n')
}

const KINDS: readonly ReportFileKind[] = ['xlsx', 'csv', 'csv-excel-fr', 'sah-row', 'journal']
const payees = (tables: ReturnType<typeof demoTables>): readonly string[] =>
  tables.all('entry').flatMap(each => {
    const { payee } = each.fields as { payee?: string }
    return payee ? [payee] : []
  })

describe('the view of a report', () => {
  it('is there only once there is a sponsorship', () => {
    const live = createLive({ ...demoTables(), all: () => [] })
    const period = currentPeriod(live, TODAY)
    expect(reportView(live, { audience: 'group', period, preparedOn: TODAY }, 'en')).toBeNull()
  })

  it('is computed once, and again after a change', () => {
    const { live, period, view, tables } = open()
    const again = () => reportView(live, { audience: 'group', period, preparedOn: TODAY }, 'en')
    expect(again()).toBe(view)
    const [first] = tables.all(line.kind)
    if (!first) throw new Error('no line')
    tables.put({ ...first, fields: { ...first.fields, name: 'Renamed' } })
    expect(again()).not.toBe(view)
    expect(JSON.stringify(again()?.tables)).toContain('Renamed')
  })

  it('keeps reports of another language, audience or period apart', () => {
    const { live, period, view } = open()
    const french = reportView(live, { audience: 'group', period, preparedOn: TODAY }, 'fr')
    expect(french?.report).toBe(view.report)
    expect(french?.tables[0]?.title).toBe('Rapport annuel')
    const sah = reportView(live, { audience: 'sah', period, preparedOn: TODAY }, 'en')
    expect(sah?.report.box.reference).toBe('DEMO-07')
    expect(view.report.box.reference).toBeNull()
  })

  it('draws the balance so that it ends on the closing balance of page 1', () => {
    const { view } = open()
    const { balance } = view.charts
    expect(balance?.points[0]?.month).toBe('2026-01')
    expect(balance?.points.at(-1)).toMatchObject({
      month: '2026-11',
      cents: view.report.figures.closingCents,
    })
  })

  it('gives donors no months', () => {
    expect(open({ audience: 'donors' }).view.charts.balance).toBeNull()
  })
})

describe('the lines behind the rows', () => {
  it('are those whose names stand in the rows of B and E', () => {
    const { live, view } = open()
    for (const id of ['b', 'e'] as const) {
      const rows = view.tables.find(table => table.id === id)?.rows ?? []
      const linked = view.lineOfRow[id].flatMap((lineId, i) => (lineId === null ? [] : [{ lineId, i }]))
      expect(linked.length).toBeGreaterThan(4)
      for (const { lineId, i } of linked) {
        const behind = live.get(line, lineId)
        if (!behind) throw new Error(lineId)
        expect(rows[i]?.role).toBe('row')
        expect(rows[i]?.cells[0]).toEqual({ kind: 'text', text: view.words.line(behind) })
      }
      expect(rows.length).toBeGreaterThan(view.lineOfRow[id].length)
    }
  })

  it('are left out where two lines share a name, so that no figure leads to the wrong entries', () => {
    const tables = demoTables()
    const own = tables.get('demo-line-own-line')
    if (!own) throw new Error('no own line')
    expect(open({}, tables).view.lineOfRow.e).toContain(own.id)
    tables.put({ ...own, id: 'twin' })
    const { lineOfRow } = open({}, tables).view
    expect(lineOfRow.e).not.toContain(own.id)
    expect(lineOfRow.e).not.toContain('twin')
  })
})

describe('payee names', () => {
  it('are in no file when they were not asked for, whoever reads it', async () => {
    for (const audience of ['group', 'sah', 'donors'] as const) {
      const { view, tables } = open({ audience, includeEntries: true })
      for (const kind of KINDS) {
        const text = await textOf(view, kind)
        const written = (payee: string) =>
          text.includes(payee) || text.includes(payee.replaceAll('&', '&amp;'))
        expect(payees(tables).filter(written)).toEqual([])
      }
    }
  })

  it('are listed before they are saved: what is listed is what is in the file', async () => {
    const { view, tables, period } = open({ includeEntries: true, includePayeeNames: true })
    const names = view.payeeNames()
    expect(names.length).toBeGreaterThan(20)
    expect(new Set(names).size).toBe(names.length)
    const csv = await textOf(view, 'csv')
    expect(names.filter(name => !csv.includes(name))).toEqual([])
    const inPeriod = tables.all('entry').flatMap(each => {
      const { payee = '', date, leftOut } = each.fields as { payee?: string; date: string; leftOut?: boolean }
      return payee && !leftOut && date >= period.from && date <= period.to ? [payee] : []
    })
    expect(inPeriod.filter(payee => csv.includes(payee) && !names.includes(payee))).toEqual([])
  })

  it('are never for donors', async () => {
    const { view, tables } = open({ audience: 'donors', includeEntries: true, includePayeeNames: true })
    expect(view.payeeNames()).toEqual([])
    const csv = await textOf(view, 'csv')
    expect(payees(tables).filter(payee => csv.includes(payee))).toEqual([])
  })
})

describe('the files', () => {
  it('all say the same eight figures', async () => {
    const { view } = open({ audience: 'sah' })
    const { figures } = view.report
    const cents = [
      figures.openingCents,
      figures.inCents,
      figures.outCents,
      figures.closingCents,
      figures.statement?.cents,
      figures.statement?.differenceCents,
      figures.stillToPayCents,
      figures.leftOverCents,
    ].map(each => ((each ?? Number.NaN) / 100).toFixed(2))
    expect(cents).not.toContain('NaN')
    const [csv, french, row] = await Promise.all(
      (['csv', 'csv-excel-fr', 'sah-row'] as const).map(kind => textOf(view, kind)),
    )
    expect(cents.filter(each => !csv?.includes(each))).toEqual([])
    expect(cents.filter(each => !row?.includes(each))).toEqual([])
    expect(cents.filter(each => !french?.includes(each.replace('.', ',')))).toEqual([])
  })

  it('have names without anything that tells', async () => {
    const { view } = open({ audience: 'sah' })
    const names = await Promise.all(
      KINDS.map(async kind => {
        const file = await reportFile(view, kind)
        return file.ok ? file.value.name : file.problem.kind
      }),
    )
    expect([pdfName(view), ...names]).toEqual([
      'Report-2026-Tamarack.pdf',
      'Report-2026-Tamarack.xlsx',
      'Report-2026-Tamarack.csv',
      'Report-2026-Tamarack.csv',
      'Row-2026-Tamarack.csv',
      'Journal-2026-Tamarack.journal',
    ])
  })

  it('give the row to the agreement holder only, and no journal to donors', async () => {
    expect(await textOf(open().view, 'sah-row')).toBe('not-for-this-audience')
    expect(await textOf(open({ audience: 'donors' }).view, 'journal')).toBe('no-entries')
  })

  it('write the journal with its entries, also when the paper has no entry list', async () => {
    const { view } = open()
    expect(view.report.entries).toBeNull()
    expect(await textOf(view, 'journal')).toMatch(/^2026-\d\d-\d\d \* Entry 1$/m)
  })
})
