import { describe, expect, it } from 'vitest'
import { paperGroups } from '#ui/setup/paper-groups.ts'

const DATA = 'TG97NA5HAA3QSPWKKF4ZNYHSTH4XNDD3XMM3FM6MH6ULRE96FAVQTANLLL'
const SECRET = `AGE-SECRET-KEY-PQ-1${DATA}`

describe('the secret on the recovery sheet', () => {
  it('keeps every character, in order', () => {
    const { beginning, groups, last } = paperGroups(SECRET)
    expect([beginning, ...groups, ...last].join('')).toBe(SECRET)
  })

  it('sets the fixed beginning apart, the rest in fives, and the eight that are typed last', () => {
    const { beginning, groups, last } = paperGroups(SECRET)
    expect(beginning).toBe('AGE-SECRET-KEY-PQ-1')
    expect(groups.map(group => group.length)).toEqual(Array.from({ length: 10 }, () => 5))
    expect(last).toEqual(['VQTA', 'NLLL'])
  })
})
