/** What goes into an exported calendar, and that each export is newer than the one before it. Read back by ical.js. */
import { beforeEach, describe, expect, it } from 'vitest'
import { exceptionId } from '#domain/appointment.ts'
import { sponsorship as sponsorshipKind } from '#domain/sponsorship.ts'
import { type CalendarExport, exportCalendar, tellingInExport } from '#state/calendar-export.ts'
import type { AppointmentDraft } from '#state/commands/appointments.ts'
import { makeRule } from '../../support/calendar/make.ts'
import { readWithIcalJs, textsWithIcalJs } from '../../support/calendar/other-readers.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-11-23'
const on = (date: string, from = '10:00', to = '11:00') => ({
  start: `${date}T${from}`,
  end: `${date}T${to}`,
  zone: 'America/Toronto',
  allDay: false,
})
const draft = (fields: Partial<AppointmentDraft['fields']>): AppointmentDraft => ({
  fields: {
    kind: 'health',
    title: 'Check',
    time: on('2026-11-25'),
    place: 'Corner of Main and Third',
    attending: [],
    members: [],
    preparation: '',
    travelMinutes: 0,
    blocksWholeDay: false,
    repeat: null,
    ...fields,
  },
  slots: [],
  care: { ...NO_CARE, placeName: 'Lake Clinic' },
})
const NO_CARE = { title: '', placeName: '', address: '', provider: '', reason: '', who: '', notes: '' }

let desk: Desk
let sponsorship = ''
let id = ''
beforeEach(async () => {
  desk = await openDesk({ today: TODAY })
  await desk.commands.setUpSponsorship({ province: 'ON' })
  sponsorship = desk.live.records(sponsorshipKind)[0]?.id ?? ''
  await desk.commands.editSponsorship(sponsorship, { codeName: 'Maple' })
  id = (await desk.commands.addAppointment(sponsorship, draft({}))).id
})

async function exported(
  change: Partial<CalendarExport> = {},
  readable: readonly string[] = ['team', 'care'],
): Promise<string> {
  const compartments = ['team', 'care'].map(kind => ({ kind, readable: readable.includes(kind) }))
  const made = await exportCalendar(
    { live: desk.live, store: desk.store, vault: { identity: { compartments } as never } },
    { scope: { kind: 'all', today: TODAY }, privacy: 'busy', language: 'en', ...change },
  )
  if (!made.ok) throw new Error(made.problem.kind)
  return new TextDecoder().decode(made.value.bytes)
}

const sequenceOf = async (): Promise<number> => {
  const [sequence] = textsWithIcalJs(await exported(), 'sequence')
  return Number(sequence)
}

describe('an exported calendar', () => {
  it('has the same UID and a higher SEQUENCE whenever something of an appointment was changed', async () => {
    const first = await exported()
    expect(readWithIcalJs(first, '2027')).toEqual([
      `${id}@calendar.invalid 2026-11-25T15:00 2026-11-25T16:00`,
    ])
    const changes = [
      () =>
        desk.commands.editAppointment(
          { id, original: null },
          'all',
          draft({ time: on('2026-11-26', '13:00', '14:00') }),
        ),
      () =>
        desk.commands.editAppointment({ id, original: null }, 'all', {
          ...draft({ time: on('2026-11-26', '13:00', '14:00') }),
          care: { ...NO_CARE, placeName: 'Another clinic' },
        }),
      () => desk.commands.editSponsorship(sponsorship, { codeName: 'Birch' }),
      () => desk.commands.gate.undo(),
      () => desk.commands.deleteAppointment(id),
      () => desk.commands.gate.undo(),
    ]
    let before = await sequenceOf()
    for (const change of changes) {
      expect((await change()).ok).toBe(true)
      const after = await sequenceOf()
      expect(after).toBeGreaterThan(before)
      before = after
    }
    expect(readWithIcalJs(await exported(), '2027')).toEqual([
      `${id}@calendar.invalid 2026-11-26T18:00 2026-11-26T19:00`,
    ])
  })

  it('calls off there what was deleted here, without what Care knew', async () => {
    await desk.commands.deleteAppointment(id)
    const text = await exported({ privacy: 'full' })
    expect(textsWithIcalJs(text, 'status')).toEqual(['CANCELLED'])
    expect(text).not.toContain('Lake Clinic')
  })

  it('counts an occurrence that is as in its series again as a change', async () => {
    const series = draft({
      repeat: { every: 1, unit: 'week', weekdays: ['we'], nth: null, until: '2026-12-09', count: null },
    })
    await desk.commands.editAppointment({ id, original: null }, 'all', series)
    const whole = await sequenceOf()
    await desk.commands.cancelAppointment({ id, original: '2026-12-02' }, 'this')
    expect(desk.store.get(exceptionId(id, '2026-12-02'))).toBeDefined()
    const without = await sequenceOf()
    expect(without).toBeGreaterThan(whole)
    expect(readWithIcalJs(await exported(), '2027')).toHaveLength(2)
    await desk.commands.gate.undo()
    expect(await sequenceOf()).toBeGreaterThan(without)
    expect(readWithIcalJs(await exported(), '2027')).toHaveLength(3)
  })

  it('says only what its level may, and Care only where Care can be read', async () => {
    expect(await exported()).not.toMatch(/Maple|Check|Main|Lake/)
    const neutral = await exported({ privacy: 'neutral' })
    expect(neutral).toMatch(/Maple.*Appointment/)
    expect(neutral).toContain('Corner of Main')
    expect(neutral).not.toMatch(/Check|Lake|Health/)
    expect(await exported({ privacy: 'full' })).toContain('Lake Clinic')
    expect(await exported({ privacy: 'full' }, ['team'])).not.toContain('Lake Clinic')
  })

  it('goes back thirty days, and takes what still repeats or was moved into them', async () => {
    const add = async (fields: Partial<AppointmentDraft['fields']>) =>
      (await desk.commands.addAppointment(sponsorship, draft(fields))).id
    await add({ time: on('2026-10-23') })
    const onTheDay = await add({ time: on('2026-10-24') })
    const endless = await add({ time: on('2026-01-07'), repeat: makeRule() })
    await add({ time: on('2026-01-07'), repeat: makeRule({ until: '2026-03-04' }) })
    const moved = await add({ time: on('2026-01-07'), repeat: makeRule({ until: '2026-03-04' }) })
    await desk.commands.editAppointment(
      { id: moved, original: '2026-03-04' },
      'this',
      draft({ time: on('2026-12-01'), repeat: makeRule({ until: '2026-03-04' }) }),
    )
    const uids = new Set(textsWithIcalJs(await exported(), 'uid').map(uid => uid.replace(/@.*/, '')))
    expect(uids).toEqual(new Set([id, onTheDay, endless, moved]))
    expect(textsWithIcalJs(await exported({ scope: { kind: 'one', id: onTheDay } }), 'uid')).toEqual([
      `${onTheDay}@calendar.invalid`,
    ])
  })

  it('is looked through for drop-off points that tell why somebody is here', async () => {
    const scope = { kind: 'all', today: TODAY } as const
    expect(tellingInExport(desk.live, scope)).toEqual([])
    await desk.commands.addAppointment(sponsorship, draft({ place: 'Door of the refugee clinic' }))
    expect(tellingInExport(desk.live, scope)).not.toEqual([])
  })
})
