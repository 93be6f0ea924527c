/** What is found in a report before it is saved, over the demo household and with texts that would tell. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { GROUP_ID } from '#domain/group.ts'
import { line } from '#domain/line.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { currentPeriod } from '#state/overview.ts'
import { reportView } from '#state/report-files.ts'
import { hitKey, shareHits } from '#state/safe-to-share.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-11-23'
type Audience = Parameters<typeof reportView>[1]['audience']

async function openDemo(language: 'en' | 'fr' = 'en'): Promise<Desk> {
  const desk = await openDesk({ today: TODAY })
  const ops = demoHousehold({ today: TODAY, now: 1_795_000_000_000, memberId: 'me', language })
  expect((await desk.store.commit({ command: 'openDemo', ops })).ok).toBe(true)
  return desk
}

function found(desk: Desk, audience: Audience = 'group', kind: Parameters<typeof shareHits>[2] = 'pdf') {
  const period = currentPeriod(desk.live, TODAY)
  const options = { audience, period, preparedOn: TODAY, includeEntries: true }
  const view = reportView(desk.live, options, 'en')
  if (!view) throw new Error('no sponsorship')
  return shareHits(desk.live, view, kind)
}
const said = (hits: ReturnType<typeof found>) =>
  hits.map(({ place, hit }) => `${place.kind}: ${hit.kind} ${hit.text}`)

async function notes(desk: Desk, fields: Record<string, string>): Promise<void> {
  const { from, to } = currentPeriod(desk.live, TODAY)
  const of = desk.live.records(sponsorship)[0]?.id ?? ''
  expect((await desk.commands.saveReportNotes({ sponsorship: of, from, to }, fields)).ok).toBe(true)
}

describe('before a report is saved', () => {
  it.each(['en', 'fr'] as const)('the demo’s own texts and names are no hits: %s', async language => {
    const desk = await openDemo(language)
    for (const audience of ['group', 'sah', 'donors'] as const)
      for (const kind of ['pdf', 'csv', 'journal'] as const)
        if (kind !== 'journal' || audience !== 'donors') expect(said(found(desk, audience, kind))).toEqual([])
  })

  it.each(['en', 'fr'] as const)(
    'no web address is printed, which could name a program: %s',
    async language => {
      const desk = await openDemo(language)
      const period = currentPeriod(desk.live, TODAY)
      const kept = desk.live.records(line).flatMap(each => each.official?.source ?? [])
      expect(kept.some(source => source.startsWith('https://'))).toBe(true)
      for (const audience of ['group', 'sah', 'donors'] as const) {
        const options = { audience, period, preparedOn: TODAY, includeEntries: true }
        const printed = JSON.stringify(reportView(desk.live, options, language)?.tables)
        expect(printed).not.toMatch(/https?:|www\.|resettlement/i)
      }
    },
  )

  it('an address in the middle of what somebody typed is looked at', async () => {
    const desk = await openDemo()
    const rated = desk.live.records(line).find(each => each.official !== null)
    const official = rated?.official
    if (!rated || !official) throw new Error('the demo has an official figure')
    const source = 'https://example.org, told by 613-555-0142'
    await desk.commands.editLine(rated.id, { official: { ...official, source } })
    expect(said(found(desk))).toContain('source: phone 613-555-0142')
  })

  it('every place where somebody typed is looked at', async () => {
    const desk = await openDemo()
    const furniture = desk.live.records(line).find(each => each.whyOver !== '')
    await desk.commands.editGroup({ nameOnPaper: 'Rainbow friends' })
    await desk.commands.editLine(furniture?.id ?? '', { whyOver: 'Moved to 12 Elm Street' })
    await desk.commands.addLine({
      name: 'Refugee camp visit',
      countsAs: 'extra',
      sponsorship: furniture?.sponsorship ?? '',
      budget: { kind: 'once', cents: 100, month: null },
    })
    await desk.commands.editAccount(desk.live.records(account)[0]?.id ?? '', { name: 'Parish chequing' })
    await notes(desk, {
      changes: 'Heron drove them. Call 613-555-0142.',
      balancePlan: 'Goes to Tamarack.',
      preparedBy: 'Robin, robin@example.org',
    })
    expect(said(found(desk)).toSorted()).toEqual([
      'account: faith Parish',
      'balance: code-name Tamarack',
      'changes: member Heron',
      'changes: phone 613-555-0142',
      'line-name: refuge Refugee',
      'name-on-paper: identity Rainbow',
      'prepared-by: email robin@example.org',
      'why-over: address 12 Elm Street',
    ])
  })

  it('only what the file would print is looked at', async () => {
    const desk = await openDemo()
    await desk.commands.editGroup({ nameOnPaper: 'Rainbow friends' })
    await notes(desk, { changes: 'Call 613-555-0142.' })
    await desk.commands.editSponsorship(desk.live.records(sponsorship)[0]?.id ?? '', {
      reference: '11-2345-6789',
    })
    expect(said(found(desk, 'group'))).toEqual([
      'name-on-paper: identity Rainbow',
      'changes: phone 613-555-0142',
    ])
    expect(said(found(desk, 'donors'))).toEqual(['name-on-paper: identity Rainbow'])
    expect(said(found(desk, 'sah', 'sah-row'))).toEqual([
      'name-on-paper: identity Rainbow',
      'reference: file-number 11-2345-6789',
    ])
    expect(said(found(desk, 'group', 'journal'))).toEqual([])
  })

  it('names of whoever money came from are known, as they were typed later', async () => {
    const desk = await openDemo()
    await notes(desk, { changes: 'Siskin brought a crib; the puffin on the card was sweet.' })
    expect(said(found(desk))).toEqual(['changes: payee Siskin'])
  })

  it('a hit is the same hit only in the same text', async () => {
    const desk = await openDemo()
    await notes(desk, { changes: 'Call 613-555-0142.' })
    const keys = () => found(desk).map(hitKey)
    const before = keys()
    expect(keys()).toEqual(before)
    await notes(desk, { changes: 'Please call 613-555-0142.' })
    expect(keys()).not.toEqual(before)
  })

  it('keeps the group as it was', async () => {
    const desk = await openDemo()
    const before = desk.tables()
    found(desk)
    expect(desk.tables() === before).toBe(true)
    expect(desk.store.get(GROUP_ID)).toBeDefined()
  })
})
