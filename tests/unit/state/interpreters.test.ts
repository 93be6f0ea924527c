/** Wishes about interpreters: kept, looked at while one is booked, and in nothing that leaves the group. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type RepeatRule, slot } from '#domain/appointment.ts'
import { person } from '#domain/household.ts'
import { interpreterWishes, interpreterWishesId } from '#domain/interpreter-wishes.ts'
import { cardLanguages } from '#domain/phrases.ts'
import { calendarPrivacies } from '#reports/calendar-file.ts'
import { exportCalendar } from '#state/calendar-export.ts'
import { appointmentCards, supportCards, weekOfCards } from '#state/cards.ts'
import type { AppointmentFields } from '#state/commands/appointments.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { heldAbout, heldText } from '#state/held/held-about.ts'
import { neverBooked, neverUsed, wishesOf } from '#state/interpreters.ts'
import { currentPeriod } from '#state/overview.ts'
import { reportFile, reportView } from '#state/report-files.ts'
import { journeyWords } from '../../support/journey/words.ts'
import { readZip } from '../../support/reports/read-zip.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-11-23'
const { person: _person, ...NO_WISHES } = interpreterWishes.defaults
const A1 = 'demo-person-A1'
const WINDOW = { from: TODAY, to: '2026-12-20' }
/** Nobody's words but these wishes'. */
const SENTINELS = ['Zuquavik', 'Xorthrax', 'Mepjolwyn']

let desk: Desk
let never = ''
let booked = ''
beforeEach(async () => {
  desk = await openDesk({ today: TODAY })
  const ops = demoHousehold({ today: TODAY, now: 1_795_000_000_000, memberId: 'me', language: 'en' })
  expect((await desk.store.commit({ command: 'openDemo', ops })).ok).toBe(true)
  never = (await desk.commands.addGroupContact({ category: 'interpreter', name: 'Zuquavik' })).id
  booked = (await desk.commands.addGroupContact({ category: 'interpreter', name: 'Fennel' })).id
  const wishes = { ...NO_WISHES, language: 'Xorthrax', dialect: 'Mepjolwyn', never: [never] }
  expect((await desk.commands.editInterpreterWishes(A1, wishes)).ok).toBe(true)
})

const filled = (id: string) => [
  { id: null, role: 'interpreter', filledBy: { kind: 'contact', id }, note: '' } as const,
]

const FIELDS: AppointmentFields = {
  kind: 'official',
  title: 'Forms, again',
  time: { start: '2026-11-26T10:00', end: '2026-11-26T11:00', zone: 'America/Toronto', allDay: false },
  place: 'Main gate',
  attending: [],
  members: [],
  preparation: '',
  travelMinutes: 0,
  blocksWholeDay: false,
  repeat: null,
}

async function book(attending: readonly string[], who: string) {
  const fields = { ...FIELDS, attending: [...attending] }
  return desk.commands.addAppointment('demo-sponsorship', { fields, slots: filled(who), care: null })
}

describe('wishes', () => {
  it('are one change, with one undo', async () => {
    const id = interpreterWishesId('demo-person-A2')
    const before = desk.tables()
    await desk.commands.editInterpreterWishes('demo-person-A2', { ...NO_WISHES, gender: 'woman' })
    await desk.commands.editInterpreterWishes('demo-person-A2', { ...NO_WISHES, gender: 'man' })
    expect(desk.live.get(interpreterWishes, id)?.gender).toBe('man')
    await desk.commands.gate.undo()
    expect(desk.live.get(interpreterWishes, id)?.gender).toBe('woman')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('are Care’s alone', () => {
    expect(interpreterWishes.compartment).toBe('care')
  })
})

describe('somebody who must never be there', () => {
  it('is refused where the person attends, by themself or with their unit, and nowhere else', () => {
    const unit = desk.live.get(person, A1)?.unit ?? ''
    expect(neverUsed(desk.live, [A1], filled(never), [])).toEqual([{ who: never, persons: [A1] }])
    expect(neverUsed(desk.live, [unit], filled(never), [])).toEqual([{ who: never, persons: [A1] }])
    expect(neverUsed(desk.live, ['demo-person-A3'], filled(never), [])).toEqual([])
    expect(neverUsed(desk.live, [A1], filled(booked), [])).toEqual([])
    expect(wishesOf(desk.live, ['demo-person-A3'])).toEqual([])
  })

  it('is refused in any place, and as a member who goes along', async () => {
    const wishes = { ...NO_WISHES, never: ['demo-member-otter'] }
    await desk.commands.editInterpreterWishes(A1, wishes)
    expect(neverUsed(desk.live, [A1], [], ['demo-member-otter'])).toHaveLength(1)
    const drives = [{ filledBy: { kind: 'member', id: 'demo-member-otter' } }] as const
    expect(neverUsed(desk.live, [A1], drives, [])).toHaveLength(1)
  })

  it('is found where a laptop that does not know it has booked them, until it is called off', async () => {
    // Booked before it was asked for, as it would be by a laptop that cannot read the wish.
    await desk.commands.editInterpreterWishes(A1, NO_WISHES)
    expect((await book([A1], never)).ok).toBe(true)
    expect(neverBooked(desk.live, WINDOW)).toEqual([])
    await desk.commands.editInterpreterWishes(A1, { ...NO_WISHES, never: [never] })
    const [found, ...others] = neverBooked(desk.live, WINDOW)
    expect(found?.title).toBe('Forms, again')
    expect(others).toEqual([])
    await desk.commands.cancelAppointment({ id: found?.appointment.id ?? '', original: null }, 'all')
    expect(neverBooked(desk.live, WINDOW)).toEqual([])
  })
})

describe('a command that would bring somebody who must never be there', () => {
  const refused = () => ({
    ok: false,
    problem: { kind: 'never-use', never: [{ who: never, persons: [A1] }] },
  })
  const draft = (who: string, attending: readonly string[] = [A1], repeat: RepeatRule | null = null) => ({
    fields: { ...FIELDS, attending: [...attending], repeat },
    slots: filled(who),
    care: null,
  })

  it('is refused, and writes nothing', async () => {
    const before = desk.tables()
    expect(await book([A1], never)).toMatchObject(refused())
    expect(desk.tables()).toBe(before)
    expect((await book([A1], booked)).ok).toBe(true)
    expect((await book(['demo-person-A3'], never)).ok).toBe(true)
  })

  it('is refused for one, for all that follow and for all, whether they come or the person does', async () => {
    const weekly = { every: 1, unit: 'week', weekdays: ['th'], nth: null, until: null, count: 5 } as const
    const { id } = await desk.commands.addAppointment(
      'demo-sponsorship',
      draft(booked, [A1], { ...weekly, weekdays: ['th'] }),
    )
    const others = await desk.commands.addAppointment('demo-sponsorship', draft(never, ['demo-person-A3']))
    const before = desk.tables()
    for (const scope of ['this', 'following', 'all'] as const) {
      const target = { id, original: '2026-12-03' }
      const wanted = {
        ...draft(never),
        fields: { ...draft(never).fields, repeat: { ...weekly, weekdays: ['th' as const] } },
      }
      expect(await desk.commands.editAppointment(target, scope, wanted)).toMatchObject(refused())
    }
    const joined = draft(never, ['demo-person-A3', A1])
    const target = { id: others.id, original: null }
    expect(await desk.commands.editAppointment(target, 'all', joined)).toMatchObject(refused())
    expect(desk.tables()).toBe(before)
  })

  it('is refused where they take a place, which they can always give back', async () => {
    await desk.commands.editInterpreterWishes(A1, NO_WISHES)
    const { id } = await desk.commands.addAppointment('demo-sponsorship', draft(never))
    const place = desk.live.records(slot).find(each => each.appointment === id)?.id ?? ''
    await desk.commands.editInterpreterWishes(A1, { ...NO_WISHES, never: [never] })
    const target = { id, original: null }
    expect((await desk.commands.fillSlot(target, place, null)).ok).toBe(true)
    expect(await desk.commands.fillSlot(target, place, { kind: 'contact', id: never })).toMatchObject(
      refused(),
    )
    expect((await desk.commands.fillSlot(target, place, { kind: 'contact', id: booked })).ok).toBe(true)
  })

  it('is refused for a viewing of a home', async () => {
    const home = await desk.commands.addHome({ name: 'Elm' })
    expect(await desk.commands.bookViewing(home.id, draft(never))).toMatchObject(refused())
    expect((await desk.commands.bookViewing(home.id, draft(booked))).ok).toBe(true)
  })
})

describe('what leaves the group', () => {
  const leaks = (text: string) => SENTINELS.filter(each => text.includes(each))

  it('has none of it in a calendar, however much that tells', async () => {
    await book([A1], booked)
    const compartments = ['team', 'care'].map(kind => ({ kind, readable: true }))
    for (const privacy of calendarPrivacies)
      for (const language of ['en', 'fr'] as const) {
        const made = await exportCalendar(
          { live: desk.live, store: desk.store, vault: { identity: { compartments } as never } },
          { scope: { kind: 'all', today: TODAY }, privacy, language },
        )
        if (!made.ok) throw new Error(made.problem.kind)
        const text = new TextDecoder().decode(made.value.bytes).replaceAll(/\r\n[ \t]/g, '')
        expect(leaks(text)).toEqual([])
        if (privacy === 'full') expect(text).toContain('Forms\\, again')
      }
  })

  it('has none of it on a card or a week sheet in any language, and has who was booked', async () => {
    await book([A1], booked)
    for (const language of cardLanguages) {
      const choice = { language, persons: new Set([A1]), from: TODAY, only: null }
      const cards = [appointmentCards(desk.live, choice), supportCards(desk.live, choice)]
      const text = JSON.stringify([...cards, weekOfCards(desk.live, choice)])
      expect(leaks(text)).toEqual([])
      expect(text).toContain('Fennel')
    }
  })

  it('has on the person’s own copy who was booked, and nobody whom they never want', async () => {
    await book([A1], booked)
    const { t } = journeyWords('en')
    const say = {
      t,
      date: (date: string) => date,
      month: (month: string) => month,
      time: (time: string) => time,
      money: String,
      number: String,
      list: (items: readonly string[]) => items.join(', '),
    }
    const input = { live: desk.live, today: TODAY, readable: ['team', 'money', 'care'] as const, say }
    const copy = heldAbout(input, A1)
    const text = copy === null ? '' : heldText(copy, say)
    expect(text).toContain('Fennel')
    expect(text).toContain('Xorthrax')
    expect(text).not.toContain('Zuquavik')
  })

  it('has none of it in a report, for any audience, in any kind of file', async () => {
    const period = currentPeriod(desk.live, TODAY)
    for (const audience of ['group', 'sah', 'donors'] as const)
      for (const kind of ['xlsx', 'csv', 'csv-excel-fr', 'sah-row', 'journal'] as const) {
        const options = { audience, period, preparedOn: TODAY, includeEntries: audience !== 'donors' }
        const view = reportView(desk.live, { ...options, includePayeeNames: audience === 'group' }, 'en')
        if (!view) throw new Error('no sponsorship')
        const file = await reportFile(view, kind)
        if (!file.ok) continue
        const { bytes, name } = file.value
        const texts =
          kind === 'xlsx' ? [...(await readZip(bytes)).values()] : [new TextDecoder().decode(bytes)]
        expect(leaks([name, ...texts].join('\n'))).toEqual([])
        expect(texts.join('').length).toBeGreaterThan(100)
      }
  })
})
