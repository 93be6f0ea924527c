/** Cards: what stands on them in each language, figures that no direction of reading turns around, nothing of Care. */
import { beforeEach, describe, expect, it } from 'vitest'
import { appointmentPrivate, privateId } from '#domain/appointment.ts'
import { person } from '#domain/household.ts'
import { cardLanguages, shippedPhrases } from '#domain/phrases.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { appointmentCard, type CardAppointment, supportCard, weekSheet } from '#reports/card.ts'
import { appointmentCards, cardHits, supportCards, weekOfCards } from '#state/cards.ts'
import { createOp } from '#state/commands/gate.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const ENGLISH = shippedPhrases('en')
const books = (language: (typeof cardLanguages)[number]) => ({
  book: shippedPhrases(language),
  english: ENGLISH,
})
const VISIT: CardAppointment = {
  id: 'v1',
  kind: 'health',
  title: 'North end',
  time: { start: '2026-12-01T10:15', end: '2026-12-01T13:00', zone: 'America/Toronto', allDay: false },
  place: 'Corner of Elm and 4th',
  preparation: 'Card, 2 photos',
  attending: ['A1', 'C1'],
  along: [
    { role: 'driver', name: 'Heron' },
    { role: 'interpreter', name: '' },
  ],
}
/** As it is read: without the marks that keep directions apart. */
const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u2066-\u2069]/g, '')
const value = (language: (typeof cardLanguages)[number], key: string, of = VISIT) =>
  appointmentCard(of, books(language)).lines.find(each => each.key === key)?.values[0]
const allText = (card: unknown): string => JSON.stringify(card)

describe('a card', () => {
  // Written by hand, with a calendar: 1 December 2026 is a Tuesday.
  it.each([
    ['en', 'Tuesday, December 1, 2026', '10:15\u00a0a.m. to 1:00\u00a0p.m.'],
    ['fr', 'mardi 1er décembre 2026', 'de 10\u00a0h\u00a015 à 13\u00a0h'],
    ['es', 'martes, 1 de diciembre de 2026', 'de 10:15 a 13:00'],
    ['uk', 'вівторок, 1 грудня 2026 р.', 'з 10:15 до 13:00'],
    ['ru', 'вторник, 1 декабря 2026 г.', 'с 10:15 до 13:00'],
    ['ar', 'الثلاثاء، 1 كانون الأول (ديسمبر) 2026', 'من 10:15 إلى 13:00'],
    ['fa-AF', 'سه‌شنبه، 1 دسمبر 2026', 'از 10:15 تا 13:00'],
    ['ti', 'ሰሉስ፣ 1 ታሕሳስ 2026', 'ካብ 10:15 ክሳብ 13:00 (ከምቲ ተሌፎን ዘርእዮ)'],
    ['so', 'Talaado, 1 Diseembar 2026', '10:15 ilaa 13:00 (sida telefoonku muujinayo)'],
    ['sw', 'Jumanne, 1 Desemba 2026', '10:15 hadi 13:00 (kama simu inavyoonyesha)'],
  ] as const)('says day and time as people of the language write them: %s', (language, date, time) => {
    expect(plain(value(language, 'date')?.text)).toBe(date)
    expect(plain(value(language, 'time')?.text)).toBe(time)
  })

  it('has English beneath everything but what somebody typed, and an English card has nothing beneath', () => {
    expect(plain(value('ti', 'date')?.english)).toBe('Tuesday, December 1, 2026')
    expect(plain(value('ti', 'time')?.english)).toBe(
      '10:15\u00a0a.m. to 1:00\u00a0p.m. (as a phone shows it)',
    )
    expect(plain(value('ti', 'with-you')?.english)).toBe('Driver – Heron')
    expect(value('ti', 'drop-off')?.english).toBeNull()
    expect(allText(appointmentCard(VISIT, books('en')))).not.toContain('"english":"')
  })

  it.each(cardLanguages)(
    'keeps every figure and every typed text apart from the direction around it: %s',
    language => {
      const all = [
        appointmentCard(VISIT, books(language)),
        supportCard({ id: 's', ends: '2027-11-30', people: ['A1'] }, books(language)),
      ]
      const texts = [...allText(all).matchAll(/"(?:text|english|title)":"([^"]*)"/g)].map(
        match => match[1] ?? '',
      )
      expect(texts.some(text => text.includes('10:15'))).toBe(true)
      for (const text of texts) {
        expect([...text.matchAll(/[\u2066\u2068]/g)].length, text).toBe([...text.matchAll(/\u2069/g)].length)
        expect(text.replace(/[\u2066\u2068][^\u2069]*\u2069/g, ''), text).not.toMatch(/\d/)
      }
      // Digits as on every clock in Canada.
      expect(texts.join('')).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9\u1369-\u137c]/)
    },
  )

  it('leaves out what is not there, and has a line to write a number on', () => {
    const bare = { ...VISIT, title: ' ', place: '', preparation: ' \n', along: [], attending: [] }
    const card = appointmentCard(bare, books('uk'))
    expect(card.title).toBe('')
    expect(card.lines.map(({ key }) => key)).toEqual(['date', 'time', 'call-if-late'])
    expect(card.lines.at(-1)?.values).toEqual([])
  })

  it('says a whole day, several days and a night in words of days', () => {
    const at = (start: string, end: string, allDay: boolean) => ({
      ...VISIT,
      time: { ...VISIT.time, start, end, allDay },
    })
    const oneDay = at('2026-12-01T00:00', '2026-12-02T00:00', true)
    expect(value('sw', 'time', oneDay)?.text).toBe('Siku nzima')
    expect(value('sw', 'until', oneDay)).toBeUndefined()
    const trip = at('2026-12-01T00:00', '2026-12-04T00:00', true)
    expect(plain(value('es', 'until', trip)?.text)).toBe('jueves, 3 de diciembre de 2026')
    const night = at('2026-12-01T22:00', '2026-12-02T06:30', false)
    expect(plain(value('en', 'time', night)?.text)).toBe('10:00\u00a0p.m.')
    expect(plain(value('en', 'until', night)?.text)).toBe('Wednesday, December 2, 2026, 6:30\u00a0a.m.')
    expect(plain(value('en', 'time', at('2026-12-01T00:05', '2026-12-01T00:05', false))?.text)).toBe(
      '12:05\u00a0a.m.',
    )
  })
})

describe('a week', () => {
  it('has the days from the first to the seventh that have something, in order', () => {
    const on = (id: string, start: string, end = start) => ({
      ...VISIT,
      id,
      time: { ...VISIT.time, start: `${start}T09:00`, end: `${end}T10:00` },
    })
    const week = weekSheet(
      '2026-11-27',
      [on('late', '2026-12-03'), on('after', '2026-12-04'), on('began', '2026-11-25', '2026-11-28')],
      books('ru'),
    )
    expect(week.days.map(({ date, cards }) => [date, cards.map(each => each.id)])).toEqual([
      ['2026-11-27', ['began']],
      ['2026-12-03', ['late']],
    ])
    expect(plain(week.from.text)).toBe('пятница, 27 ноября 2026 г.')
    expect(plain(week.to.text)).toBe('четверг, 3 декабря 2026 г.')
  })
})

describe('the end of support', () => {
  it.each(cardLanguages)('is a date, and that nothing is to be repaid: %s', language => {
    const card = supportCard({ id: 's', ends: '2027-11-30', people: ['A1'] }, books(language))
    expect(card.heading.text).toBe(shippedPhrases(language).phrases['support-until'])
    expect(card.note?.text).toBe(shippedPhrases(language).phrases['never-repay'])
    expect(plain(card.lines[0]?.values[0]?.text)).toMatch(/30.*2027/)
    expect(findTellingWords(shippedRates()['telling-words'], plain(allText(card)))).toEqual([])
  })
})

describe('cards of an open group', () => {
  const SECRETS = [
    'Zuquavik',
    'Xormepjol',
    'Wynfjognu',
    'Kazplythrax',
    'Mepzuvik',
    'Quaxorwyn',
    'Jolkazmep',
  ] as const
  const [title = '', placeName = '', address = '', provider = '', reason = '', who = '', notes = ''] = SECRETS
  let desk: Desk
  const choice = (language: (typeof cardLanguages)[number], persons = ['p1']) =>
    ({ language, persons: new Set(persons), from: '2026-11-30', only: null }) as const
  const add = (fields: object) =>
    desk.commands.addAppointment('s1', {
      fields: {
        kind: 'health',
        title: VISIT.title,
        time: VISIT.time,
        place: VISIT.place,
        attending: ['p1'],
        members: [],
        preparation: VISIT.preparation,
        travelMinutes: 0,
        blocksWholeDay: false,
        repeat: null,
        ...fields,
      },
      slots: [{ id: null, role: 'driver', filledBy: null, note: '' }],
      care: { title, placeName, address, provider, reason, who, notes },
    })

  beforeEach(async () => {
    desk = await openDesk()
    await desk.store.commit({
      command: 'setUpPeople',
      ops: [
        createOp(person, 'p1', { label: 'A1', unit: 'u1', order: 'a' }),
        createOp(person, 'p2', { label: 'A2', unit: 'u2', order: 'b' }),
      ],
    })
  })

  it('have nothing of Care on them, in any language', async () => {
    const { id } = await add({})
    expect(desk.live.get(appointmentPrivate, privateId(id))?.reason).toBe(reason)
    for (const language of cardLanguages) {
      const printed = allText([
        appointmentCards(desk.live, choice(language)),
        weekOfCards(desk.live, choice(language)),
        supportCards(desk.live, choice(language)),
      ])
      expect(printed).toContain('Corner of Elm')
      expect(
        SECRETS.filter(secret => printed.includes(secret)),
        language,
      ).toEqual([])
    }
  })

  it('are of those chosen, by themselves or by their unit, planned, and in the seven days', async () => {
    await add({ title: 'own' })
    await add({ title: 'unit', attending: ['u1'] })
    await add({ title: 'other', attending: ['p2'] })
    await add({ title: 'later', time: { ...VISIT.time, start: '2026-12-07T10:00', end: '2026-12-07T11:00' } })
    const { id } = await add({ title: 'off' })
    await desk.commands.cancelAppointment({ id, original: null }, 'all')
    const titles = (persons: readonly string[]) =>
      appointmentCards(desk.live, choice('en', [...persons]))
        .map(each => plain(each.title))
        .sort()
    expect(titles(['p1'])).toEqual(['own', 'unit'])
    expect(titles(['p1', 'p2'])).toEqual(['other', 'own', 'unit'])
    expect(titles([])).toEqual([])
  })

  it('point out what a member typed that would tell', async () => {
    await add({ title: 'Refugee office', preparation: 'Bring the card' })
    expect(cardHits(desk.live, choice('ar')).map(({ hit }) => [hit.text, hit.kind])).toEqual([
      ['Refugee', 'refuge'],
    ])
  })
})
