/** Times of day as people in Canada type them, in both languages. */
import { describe, expect, it } from 'vitest'
import { parseTypedTime } from '#ui/words/typed-time.ts'

const READ: readonly (readonly [string, string])[] = [
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['9:30 am', '09:30'],
  ['2:30 p.m.', '14:30'],
  ['2:30\u202fp.m.', '14:30'],
  ['2p', '14:00'],
  ['2 PM', '14:00'],
  ['12 am', '00:00'],
  ['12 pm', '12:00'],
  ['12:00', '12:00'],
  ['0:05', '00:05'],
  ['14 h 30', '14:30'],
  ['14\u00a0h\u00a030', '14:30'],
  ['14h', '14:00'],
  ['8H05', '08:05'],
  [' midi ', '12:00'],
  ['minuit', '00:00'],
  ['noon', '12:00'],
]

describe('a typed time', () => {
  it.each(READ)('%s is %s', (typed, time) => {
    expect(parseTypedTime(typed)).toEqual({ ok: true, value: time })
  })

  it.each(['25:00', '24:00', '12:60', '13 pm', '0 am', '9:3', 'x', '14:30:00', '-1', '9 9', '99999', '१२'])(
    '%s is none',
    typed => {
      expect(parseTypedTime(typed)).toEqual({ ok: false, problem: { kind: 'not-a-time' } })
    },
  )

  it('is empty where nothing was typed', () => {
    expect(parseTypedTime('  ')).toEqual({ ok: false, problem: { kind: 'empty' } })
  })
})
