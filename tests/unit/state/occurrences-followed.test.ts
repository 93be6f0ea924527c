/** What falls on some days, worked out again for what was edited alone, is what falls on them worked out from the start. */
import { describe, expect, it } from 'vitest'
import { appointment, type RepeatRule } from '#domain/appointment.ts'
import { addDays } from '#domain/dates.ts'
import { marksOf, occurrencesOf } from '#state/calendar.ts'
import { createOp } from '#state/commands/gate.ts'
import { createLive } from '#state/live.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count, diceFor } from '../../support/soak/size.ts'
import { openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-11-23'
const WINDOW = { from: '2026-11-01', to: '2026-12-05' }

describe('the occurrences of a month', () => {
  it('are the same followed and worked out anew, whatever is edited, moved, repeated, deleted or undone', async () => {
    const desk = await openDesk({ today: TODAY })
    const dice = createDice(diceFor('followed occurrences')(2 ** 30))
    const timeOn = (day: string, hour: number) => ({
      start: `${day}T${String(hour).padStart(2, '0')}:00`,
      end: `${day}T${String(hour + 1).padStart(2, '0')}:00`,
      zone: 'America/Toronto',
      allDay: false,
    })
    const someTime = () => timeOn(addDays(TODAY, dice(90) - 45), 8 + dice(10))
    const weekly: RepeatRule = { unit: 'week', every: 1, weekdays: [], nth: null, until: null, count: null }
    const ops = Array.from({ length: 80 }, (_, i) =>
      createOp(appointment, `a${i}`, { title: `visit ${i}`, time: someTime(), repeat: null }),
    )
    expect((await desk.store.commit({ command: 'test', ops })).ok).toBe(true)
    const all = (live: typeof desk.live) => occurrencesOf(live, WINDOW)
    all(desk.live)
    let seen = 0
    for (let round = 0; round < count(80, 800); round += 1) {
      const shown = all(desk.live).occurrences
      const of = shown[dice(shown.length)]
      if (of === undefined) throw new Error('nothing falls on these days')
      const {
        id,
        deleted: _d,
        sponsorship: _s,
        status: _st,
        outcome: _o,
        splitFrom: _f,
        ...fields
      } = of.appointment
      const target = { id, original: of.original }
      const edited = (change: Partial<typeof fields>) => ({
        fields: { ...fields, ...change },
        slots: dice(2) === 0 ? [] : [{ id: null, role: 'driver' as const, note: '', filledBy: null }],
        care: null,
      })
      const act = [
        () => desk.commands.editAppointment(target, 'all', edited({ title: `other ${round}` })),
        () => desk.commands.editAppointment(target, 'this', edited({ time: someTime() })),
        () => desk.commands.editAppointment(target, 'all', edited({ repeat: dice(2) === 0 ? weekly : null })),
        () => desk.commands.editAppointment(target, 'following', edited({ time: someTime() })),
        () => desk.commands.deleteAppointment(id),
        () => desk.commands.gate.undo(),
        () => desk.commands.gate.undo(),
      ][dice(7)]
      await act?.()
      const fresh = createLive(desk.store)
      expect(all(desk.live)).toEqual(all(fresh))
      expect([...marksOf(desk.live, WINDOW)]).toEqual([...marksOf(fresh, WINDOW)])
      seen = Math.max(seen, all(desk.live).occurrences.length)
    }
    expect(seen).toBeGreaterThan(20)
  })

  it('are the very same list while what is edited falls on other days', async () => {
    const desk = await openDesk({ today: TODAY })
    const time = (day: string) => ({
      start: `${day}T09:00`,
      end: `${day}T10:00`,
      zone: 'America/Toronto',
      allDay: false,
    })
    const ops = ['2026-11-10', '2027-03-10'].map(day =>
      createOp(appointment, day, { title: day, time: time(day) }),
    )
    await desk.store.commit({ command: 'test', ops })
    const before = occurrencesOf(desk.live, WINDOW)
    await desk.store.commit({
      command: 'test',
      ops: [createOp(appointment, '2027-06-10', { time: time('2027-06-10') })],
    })
    expect(occurrencesOf(desk.live, WINDOW)).toBe(before)
  })
})
