/** The consent register through the real commands: noted, edited, taken back with tasks, each taken back by one undo. */
import { describe, expect, it } from 'vitest'
import { consent } from '#domain/consent.ts'
import { task } from '#domain/task.ts'
import { consentsOf, lapsingConsents, placesOfConsent } from '#state/consents.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-09-30'
const PHOTO = {
  person: 'maple',
  subject: 'photo',
  details: 'A picture without faces',
  forWhom: 'The parish newsletter',
  days: { given: '2026-01-05', until: null },
  language: 'Dari',
  way: 'interpreter',
  notedBy: 'robin',
} as const
const BACK = { on: TODAY, notedBy: 'robin', note: 'By telephone' }
const lines = (...places: readonly string[]) => places.map(place => ({ id: null, place }))
const places = (desk: Desk, id: string) => placesOfConsent(desk.live, id).map(each => each.place)

describe('a consent', () => {
  it('is noted with the places where it is used, in one change', async () => {
    const desk = await openDesk({ today: TODAY })
    const { id } = await desk.commands.addConsent(PHOTO, lines('Newsletter, June', '', ' Notice board '))
    expect(desk.live.get(consent, id)).toMatchObject({ ...PHOTO, withdrawn: null })
    expect(places(desk, id)).toEqual(['Newsletter, June', 'Notice board'])
    const [first, second] = placesOfConsent(desk.live, id)
    await desk.commands.editConsent(id, { forWhom: 'The parish' }, [
      { id: second?.id ?? '', place: 'Board in the hall' },
      ...lines('Web page'),
    ])
    expect(places(desk, id)).toEqual(['Board in the hall', 'Web page'])
    await desk.commands.gate.undo()
    expect(places(desk, id)).toEqual(['Newsletter, June', 'Notice board'])
    expect(placesOfConsent(desk.live, id)[0]?.id).toBe(first?.id)
    await desk.commands.gate.undo()
    expect([consentsOf(desk.live, 'maple'), places(desk, id)]).toEqual([[], []])
  })

  it('taken back stays on record and makes a task for each place, in one change with one undo', async () => {
    const desk = await openDesk({ today: TODAY })
    const { id } = await desk.commands.addConsent(PHOTO, lines('Newsletter, June', 'Notice board'))
    await desk.commands.withdrawConsent(id, BACK, [
      'Take something back (1 of 2)',
      'Take something back (2 of 2)',
    ])
    expect(desk.live.get(consent, id)).toMatchObject({ ...PHOTO, withdrawn: BACK })
    const tasks = desk.live.records(task).toSorted((a, b) => (a.order < b.order ? -1 : 1))
    expect(tasks.map(each => [each.title, each.due, each.links])).toEqual(
      placesOfConsent(desk.live, id).map((place, i) => [
        `Take something back (${i + 1} of 2)`,
        { kind: 'date', date: TODAY },
        [{ kind: 'consent', id: place.id }],
      ]),
    )
    // What everybody in the group reads says neither where nor what for.
    expect(JSON.stringify(tasks)).not.toMatch(/Newsletter|Notice board|parish|maple/i)
    await desk.commands.gate.undo()
    expect(desk.live.get(consent, id)?.withdrawn).toBeNull()
    expect(desk.live.records(task)).toEqual([])
    await desk.commands.gate.redo()
    expect(desk.live.records(task)).toHaveLength(2)
  })

  it('of which no place is noted makes one task, and is taken back once', async () => {
    const desk = await openDesk({ today: TODAY })
    const { id } = await desk.commands.addConsent(PHOTO, [])
    await desk.commands.withdrawConsent(id, BACK, ['Take something back'])
    const again = await desk.commands.withdrawConsent(id, { ...BACK, on: '2026-10-01' }, ['x'])
    expect(again).toEqual({ ok: false, problem: { kind: 'nothing-to-do' } })
    expect(desk.live.records(task).map(each => each.title)).toEqual(['Take something back'])
    expect(desk.live.get(consent, id)?.withdrawn?.on).toBe(TODAY)
  })

  it('taken back on two laptops at once makes each task once', async () => {
    const amina = await openDesk({ today: TODAY, device: 'amina' })
    const { id } = await amina.commands.addConsent(PHOTO, lines('Newsletter'))
    const ben = await openDesk({ today: TODAY, device: 'ben' })
    await give(amina, ben)
    await amina.commands.withdrawConsent(id, BACK, ['Take something back'])
    await ben.commands.withdrawConsent(id, { ...BACK, note: 'In person' }, ['Take something back'])
    await give(ben, amina)
    await give(amina, ben)
    for (const desk of [amina, ben]) expect(desk.live.records(task)).toHaveLength(1)
    expect(amina.live.get(consent, id)).toEqual(ben.live.get(consent, id))
  })

  it('is said thirty days before it lapses and for as long after, unless a newer one is there', async () => {
    const desk = await openDesk({ today: TODAY })
    const until = (date: string | null, given = '2026-01-05') => ({ ...PHOTO, days: { given, until: date } })
    await desk.commands.addConsent(until('2026-12-01'), [])
    const said = () => lapsingConsents(desk.live, TODAY).map(each => [each.until, each.isOver])
    expect(said()).toEqual([])
    await desk.commands.addConsent({ ...until('2026-10-20'), subject: 'media' }, [])
    const over = await desk.commands.addConsent({ ...until('2026-09-20'), subject: 'story' }, [])
    await desk.commands.addConsent({ ...until('2026-08-01'), subject: 'presence' }, [])
    expect(said()).toEqual([
      ['2026-09-20', true],
      ['2026-10-20', false],
    ])
    await desk.commands.addConsent({ ...until(null, '2026-09-30'), subject: 'story' }, [])
    expect(said()).toEqual([['2026-10-20', false]])
    await desk.commands.gate.undo()
    await desk.commands.withdrawConsent(over.id, BACK, ['Take something back'])
    expect(said()).toEqual([['2026-10-20', false]])
  })
})
