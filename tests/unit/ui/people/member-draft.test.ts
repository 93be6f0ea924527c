/** What is typed about a member, read into a record. */
import { describe, expect, it } from 'vitest'
import { draftToMember, memberToDraft } from '#ui/people/members/member-draft.ts'

const NOW = 1_764_000_000_000
const draft = { ...memberToDraft(null), name: ' Heron ' }

describe('the form of a member', () => {
  it('needs a name and nothing else', () => {
    expect(draftToMember({ ...draft, name: ' ' }, null, NOW)).toBeNull()
    expect(draftToMember(draft, null, NOW)).toMatchObject({ name: 'Heron', roles: ['member'], leftAt: null })
  })

  it('keeps a role always, and ticks in one order whatever was ticked first', () => {
    expect(draftToMember({ ...draft, roles: [] }, null, NOW)?.roles).toEqual(['member'])
    expect(draftToMember({ ...draft, roles: ['member', 'coordinator'] }, null, NOW)?.roles).toEqual([
      'coordinator',
      'member',
    ])
    expect(
      draftToMember({ ...draft, available: ['su-evening', 'mo-morning'] }, null, NOW)?.available,
    ).toEqual(['mo-morning', 'su-evening'])
  })

  it('keeps the moment at which somebody left, and forgets it when they are back', () => {
    const gone = { ...draft, hasLeft: true }
    expect(draftToMember(gone, { leftAt: null }, NOW)?.leftAt).toBe(NOW)
    expect(draftToMember(gone, { leftAt: 1_700_000_000_000 }, NOW)?.leftAt).toBe(1_700_000_000_000)
    expect(draftToMember(draft, { leftAt: 1_700_000_000_000 }, NOW)?.leftAt).toBeNull()
  })
})
