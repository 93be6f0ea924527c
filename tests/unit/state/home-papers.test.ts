/** Papers to a landlord through the real commands, and words that tell nothing on what is sent. */
import { describe, expect, it } from 'vitest'
import { homePaper, parseApplicationPapers, shippedApplicationPapers } from '#domain/home-paper.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import papersFile from '#resources/housing/application-papers.json' with { type: 'json' }
import letters from '#resources/letters/rent-letter.json' with { type: 'json' }
import { homePapersOf, rentSureUntil } from '#state/home-papers.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'
const SENT = { key: 'letter', sent: true, by: 'heron', on: TODAY } as const

async function withHome() {
  const desk = await setUpGroup({ today: TODAY })
  return { desk, id: (await desk.commands.addHome({ name: 'Elm' })).id }
}

describe('papers of an application', () => {
  it('are ticked with who and when, and one undo takes all of it back', async () => {
    const { desk, id } = await withHome()
    const before = desk.tables()
    const identity = { key: 'identity', sent: false, by: null, on: '2026-12-01' } as const
    await desk.commands.saveHomePapers(id, [SENT, identity])
    expect([...homePapersOf(desk.live, id)].map(([key, of]) => [key, of.sent, of.by, of.on])).toEqual([
      ['letter', true, 'heron', TODAY],
      ['identity', false, null, '2026-12-01'],
    ])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    expect(homePapersOf(desk.live, id).size).toBe(0)
  })

  it('are one record of each paper, whoever ticked it', async () => {
    const { desk: amina, id } = await withHome()
    const ben = await openDesk({ today: TODAY })
    await give(amina, ben)
    await amina.commands.saveHomePapers(id, [SENT])
    await ben.commands.saveHomePapers(id, [SENT, { ...SENT, key: 'bank' }])
    await give(ben, amina)
    expect(amina.live.records(homePaper)).toHaveLength(2)
  })

  it('go to the trash with their home and come back with it', async () => {
    const { desk, id } = await withHome()
    await desk.commands.saveHomePapers(id, [SENT])
    const before = homePapersOf(desk.live, id)
    await desk.commands.deleteHomes([id])
    expect(desk.live.records(homePaper)).toEqual([])
    await desk.commands.restoreHomes([id])
    expect(homePapersOf(desk.live, id)).toEqual(before)
  })

  it('are unticked without leaving anything said', async () => {
    const { desk, id } = await withHome()
    await desk.commands.saveHomePapers(id, [SENT])
    await desk.commands.saveHomePapers(id, [{ key: 'letter', sent: false, by: null, on: null }])
    expect(homePapersOf(desk.live, id).size).toBe(0)
  })
})

describe('the list of papers', () => {
  it('says of each how sure it is: practice alone is to check', () => {
    const { papers, sources } = shippedApplicationPapers().data
    expect(papers.map(each => [each.key, sources[each.source]?.status])).toEqual([
      ['letter', 'verified'],
      ['identity', 'unverified'],
      ['references', 'verified'],
      ['guarantor', 'verified'],
      ['bank', 'unverified'],
    ])
  })

  it('warns beside a paper of identity of what IRCC and its health program print', () => {
    const identity = shippedApplicationPapers().data.papers.find(each => each.key === 'identity')
    expect(identity?.tells.map(each => each.key)).toEqual(['landing', 'health-cover', 'protection'])
  })

  it('marks every warning, and what is general practice, as our own reading', () => {
    const { papers, sources } = shippedApplicationPapers().data
    const ours = (name: string) => sources[name]?.ours
    expect(papers.flatMap(each => each.tells).every(each => ours(each.source))).toBe(true)
    expect(papers.filter(each => ours(each.source)).map(each => each.key)).toEqual(['identity', 'bank'])
  })

  it('is refused where our own reading calls itself checked, or a source has no address', () => {
    const { practice, ontario } = papersFile.data.sources
    for (const sources of [
      { ...papersFile.data.sources, practice: { ...practice, status: 'verified' } },
      { ...papersFile.data.sources, ontario: { ...ontario, url: null } },
    ])
      expect(parseApplicationPapers({ ...papersFile, data: { ...papersFile.data, sources } }).ok).toBe(false)
  })

  it('is refused with a paper that has no source', () => {
    const [first, ...rest] = papersFile.data.papers
    const hearsay = [{ key: 'letterhead', source: 'hearsay' }]
    for (const wrong of [
      { ...first, source: 'hearsay' },
      { ...first, tells: hearsay },
    ]) {
      const papers = [wrong, ...rest]
      expect(parseApplicationPapers({ ...papersFile, data: { ...papersFile.data, papers } }).ok).toBe(false)
    }
  })
})

describe('the letter about the rent', () => {
  it.each(['en', 'fr'] as const)('has no word that tells why somebody is here, in %s', language => {
    const text = Object.values(letters[language]).join('\n')
    expect(findTellingWords(shippedRates()['telling-words'], text)).toEqual([])
    expect(text).not.toMatch(/refug|réfug|immigr|newcomer|nouvel arrivant|program/i)
    expect(Object.keys(letters[language])).toEqual(Object.keys(letters.en))
  })

  it('is sure until the last day of support, and asks while there is none', async () => {
    expect(rentSureUntil((await openDesk({ today: TODAY })).live)).toBeNull()
    const desk = await setUpGroup({ today: TODAY })
    expect(rentSureUntil(desk.live)).toBe('2026-09-26')
  })
})
