import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  currentFigure,
  currentTable,
  findCommunity,
  parseRates,
  parseRateTable,
  type RateFileName,
  rateFileNames,
  weakestStatus,
} from '#domain/rates.ts'
import { programs } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
const rates = shippedRates()

function rawFiles(): Record<RateFileName, Record<string, unknown>> {
  const files = new Map<string, Record<string, unknown>>()
  for (const folder of [resources, resolve(resources, 'rates')])
    for (const name of readdirSync(folder).filter(each => each.endsWith('.json')))
      files.set(name.replace('.json', ''), JSON.parse(readFileSync(resolve(folder, name), 'utf8')))
  return Object.fromEntries(files) as Record<RateFileName, Record<string, unknown>>
}

describe('data files', () => {
  it('are all read by the app, and none is left unread', () => {
    const inFolder = readdirSync(resolve(resources, 'rates')).map(name => name.replace('.json', ''))
    expect([...inFolder, 'code-names', 'telling-words'].sort()).toEqual([...rateFileNames].sort())
  })

  it('name every problem of a broken set, with the place', () => {
    const raw = rawFiles()
    const costData = raw['cost-table']['data'] as { income12: unknown[] }
    costData.income12[3] = 'twenty'
    raw.programs = { id: 'programs' }
    const parsed = parseRates(raw)
    expect(parsed).toMatchObject({
      ok: false,
      problem: [
        { kind: 'unreadable-table', file: 'cost-table', at: 'data.income12.3' },
        { kind: 'unreadable-table', file: 'programs' },
      ],
    })
  })

  it.each([undefined, null, [], 'text', { data: {} }])('refuse %j as a table', raw => {
    expect(parseRateTable('benefits', raw)).toMatchObject({ ok: false })
  })

  it('have a source for each, fit for a line record', () => {
    for (const name of rateFileNames) {
      expect(rates[name].source.url.length).toBeLessThanOrEqual(200)
      expect(rates[name].source.url).toMatch(/^https:\/\//)
    }
  })

  it('hold the cost table of May 2018 as published: income and start-up make the total', () => {
    const { income12, startUp, total, extraMember } = rates['cost-table'].data
    expect(total).toEqual([16500, 24800, 26700, 28700, 32300, 35500])
    expect(income12.map((income, i) => income + (startUp[i] ?? 0))).toEqual(total)
    expect(extraMember.income12 + extraMember.startUp).toBe(extraMember.total)
  })

  it('keep the start-up table and the 2018 in-kind table in step: 70 %, 50 % and 100 % of it', () => {
    const startUp = rates['rap-startup'].data
    const inKind = rates['in-kind-deductions'].data
    expect(startUp.furniture.map(dollars => Math.round(dollars * 0.7))).toEqual(inKind.furniture)
    expect(startUp.household.map(dollars => dollars * 0.5)).toEqual(inKind.household)
    expect(startUp.linens).toEqual(inKind.linens)
    expect(inKind.staples.map((_, i) => (startUp.staples.first + i * startUp.staples.each) / 2)).toEqual(
      inKind.staples,
    )
  })

  it('describe every program once', () => {
    expect(rates.programs.data.programs.map(each => each.key).sort()).toEqual([...programs].sort())
  })

  it('give every community a place in the monthly table, with figures for Toronto and area alone', () => {
    const keys = rates.communities.data.communities.map(each => each.key)
    const monthly = rates['rap-monthly'].data.communities
    expect(keys.sort()).toEqual(Object.keys(monthly).sort())
    expect(keys.filter(key => monthly[key] !== null)).toEqual(['ON-GTA'])
  })

  it('list the standard lines in order, each key once', () => {
    const { lines } = rates.lines.data
    expect(new Set(lines.map(each => each.key)).size).toBe(lines.length)
    expect([...lines].sort((a, b) => (a.order < b.order ? -1 : 1))).toEqual(lines)
    expect(lines.filter(each => each.countsAs === 'income').map(each => each.key)).toEqual([
      'income-people',
      'income-groups',
      'income-grants',
      'income-fundraising',
      'income-interest',
      'income-other',
    ])
    expect(lines.find(each => each.givenAs === 'cash')?.key).toBe('household-support')
  })
})

describe('a figure that is looked up', () => {
  const monthly = rates['rap-monthly']

  it('comes with its source, date and status', () => {
    expect(currentFigure(monthly, 'ON-GTA', '2026-06-01')).toMatchObject({
      kind: 'figure',
      value: { basic: { single: 343, couple: 494 } },
      from: { asOf: '2023-01-01', status: 'derived', mayBeReplaced: true },
    })
  })

  it('is none for a community that is not known, and never a neighbour', () => {
    expect(currentFigure(monthly, 'ON-OTTAWA', '2026-06-01')).toEqual({ kind: 'none', why: 'not-known' })
    expect(currentFigure(monthly, '', '2026-06-01')).toEqual({ kind: 'none', why: 'unknown-community' })
    expect(currentFigure(monthly, 'toString', '2026-06-01')).toEqual({
      kind: 'none',
      why: 'unknown-community',
    })
  })

  it('is none before it began and after it ended, and never an older edition', () => {
    expect(currentFigure(monthly, 'ON-GTA', '2022-12-31')).toEqual({ kind: 'none', why: 'not-yet-in-effect' })
    const ended = { ...rates['cost-table'], effectiveTo: '2025-12-31' }
    expect(currentTable(ended, '2025-12-31')).toMatchObject({ kind: 'figure' })
    expect(currentTable(ended, '2026-01-01')).toEqual({ kind: 'none', why: 'no-longer-in-effect' })
  })

  it('is only as sure as its weakest part', () => {
    expect(weakestStatus(['verified', 'secondary'])).toBe('secondary')
    expect(weakestStatus(['derived', 'unverified', 'verified'])).toBe('unverified')
    expect(weakestStatus(['verified'])).toBe('verified')
  })
})

describe('a typed town', () => {
  const { communities } = rates.communities.data

  it.each([
    ['ON', 'toronto', 'ON-GTA'],
    ['QC', 'montreal', 'QC-MONTREAL'],
    ['', 'Montréal', 'QC-MONTREAL'],
    ['NL', 'St. John’s', 'NL-ST-JOHNS'],
    ['NB', 'Saint John', 'NB-SAINT-JOHN'],
  ] as const)('in %j named %j is %s', (province, town, key) => {
    expect(findCommunity(communities, province, town)?.key).toBe(key)
  })

  it.each([
    ['ON', 'London, England'],
    ['BC', 'Toronto'],
    ['ON', ''],
    ['ON', '…'],
  ] as const)('in %j named %j is nowhere that is known', (province, town) => {
    expect(findCommunity(communities, province, town)).toBeNull()
  })
})
