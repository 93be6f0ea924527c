/** A task read from one line, in English and French. Dates were counted by hand from a calendar. */
import { describe, expect, it } from 'vitest'
import { parseQuickTask, type QuickNames } from '#ui/plan/list/quick-add.ts'

/** A Monday. */
const names: QuickNames = {
  today: '2026-11-23',
  areas: [
    { area: 'housing', names: ['Housing', 'Logement'] },
    { area: 'household', names: ['Household goods', 'Articles ménagers'] },
    { area: 'school', names: ['School and child care', 'École et garde d’enfants'] },
  ],
  members: [
    { id: 'r', name: 'Robin' },
    { id: 'z', name: 'Zoé' },
    { id: 'm', name: 'Marie Claude' },
    { id: 'n', name: 'Marie' },
  ],
}
const read = (text: string) => parseQuickTask(text, names)

describe('a day in a quick task', () => {
  it.each([
    ['Call the school tomorrow', '2026-11-24'],
    ['Appeler demain', '2026-11-24'],
    ['Appeler après-demain', '2026-11-25'],
    ['Call the day after tomorrow', '2026-11-25'],
    ['Call today', '2026-11-23'],
    ['Appeler aujourd’hui', '2026-11-23'],
    ['Call fri', '2026-11-27'],
    ['Call on Friday.', '2026-11-27'],
    ['Call by mon', '2026-11-30'],
    ['Call next fri', '2026-12-04'],
    ['Appeler vendredi', '2026-11-27'],
    ['Appeler vendredi prochain', '2026-11-27'],
    ['Appeler pour lundi', '2026-11-30'],
    ['Call 2026-12-04', '2026-12-04'],
    ['Call on 4 Dec', '2026-12-04'],
    ['Appeler le 4 décembre', '2026-12-04'],
    ['Call on Feb 3', '2027-02-03'],
    ['Appeler le 1er mars 2027', '2027-03-01'],
    ['Call in 2 weeks', '2026-12-07'],
    ['Appeler dans 2 semaines', '2026-12-07'],
    ['Call in a month', '2026-12-23'],
    ['Appeler dans trois jours', null],
    ['Appeler dans 10 jours', '2026-12-03'],
    ['Call next week', '2026-11-30'],
    ['Appeler la semaine prochaine', '2026-11-30'],
    ['Call next month', '2026-12-01'],
  ])('%s', (text, date) => {
    const task = read(text)
    expect(task.date).toBe(date)
    if (date !== null) expect(['Call', 'Call the school', 'Appeler']).toContain(task.title)
  })

  it('is taken out wherever it stands, but a weekday only at the end', () => {
    expect(read('tomorrow buy bread')).toMatchObject({ title: 'buy bread', date: '2026-11-24' })
    expect(read('Book 2026-12-04 van for 6 people')).toMatchObject({
      title: 'Book van for 6 people',
      date: '2026-12-04',
    })
    expect(read('Monday meeting on Friday')).toMatchObject({ title: 'Monday meeting', date: '2026-11-27' })
    expect(read('Buy sun cream')).toMatchObject({ title: 'Buy sun cream', date: null })
  })

  it('is not made up where there is none: no such day, a number, a year', () => {
    for (const text of ['Buy 4 beds', 'Form 2026-02-31', 'Unit 12', 'Plan for 2027', 'Read page 30'])
      expect(read(text)).toMatchObject({ title: text, date: null })
  })
})

describe('an area and a member in a quick task', () => {
  it('are named by a beginning, without accents or capitals, wherever they stand', () => {
    expect(read('#housing Look at the flat @robin fri')).toEqual({
      title: 'Look at the flat',
      date: '2026-11-27',
      area: 'housing',
      owner: 'r',
      notKnown: [],
    })
    expect(read('Appeler #ecole @zoe')).toMatchObject({ title: 'Appeler', area: 'school', owner: 'z' })
    expect(read('Lits #article')).toMatchObject({ area: 'household' })
    expect(read('x @marie')).toMatchObject({ owner: 'n' })
    expect(read('x @marie-claude')).toMatchObject({ owner: 'm' })
  })

  it('stay in the title where they name nothing, or more than one', () => {
    expect(read('Call #garden @bob')).toMatchObject({
      title: 'Call #garden @bob',
      area: '',
      owner: null,
      notKnown: ['#garden', '@bob'],
    })
    expect(read('Call #hous')).toMatchObject({ area: '', notKnown: ['#hous'] })
    expect(read('a # b @ c')).toMatchObject({ title: 'a # b @ c', notKnown: [] })
  })
})
