/** A task's form: every form of due comes back from it as it went in, and only what was changed is written. */
import { describe, expect, it } from 'vitest'
import { type Due, dueFrom, dueOn, noDue, pinDue } from '#domain/due.ts'
import { changedTask, draftToDue, dueToDraft, taskToDraft } from '#ui/plan/task/task-draft.ts'
import { randomDue } from '../../../support/plan/random-plan.ts'
import { makeTask } from '../../../support/plan/records.ts'
import { diceFor } from '../../../support/soak/size.ts'

describe('the due date of a form', () => {
  it('comes back as it was, of every form', () => {
    const dues: readonly Due[] = [
      noDue,
      dueOn('2026-12-04'),
      dueFrom('arrival', -10, 'working-days', { onDayOff: 'before', arrival: 'second' }),
      dueFrom('support-month', 0, 'days', { month: 9 }),
      dueFrom('lease-start', 2, 'weeks', { lease: 'lease' }),
      pinDue(dueFrom('landing', 180, 'days'), '2027-01-05'),
    ]
    for (const due of dues) expect(draftToDue(dueToDraft(due))).toEqual(due)
  })

  it('keeps when it falls for 200 thrown by dice', () => {
    const dice = diceFor('task draft')
    for (let i = 0; i < 200; i += 1) {
      const due = randomDue(dice, ['a', 'b'], ['l'])
      const back = draftToDue(dueToDraft(due))
      expect(back).toMatchObject({ kind: due.kind })
      if (due.kind !== 'anchor' || back?.kind !== 'anchor') continue
      const { anchor, offset, unit, onDayOff, pinned } = due
      expect(back).toMatchObject({ anchor, offset, unit, onDayOff, pinned })
    }
  })

  it('is missing while a day is wanted and none is there', () => {
    expect(draftToDue({ ...dueToDraft(noDue), kind: 'date' })).toBeNull()
  })
})

describe('what a form writes', () => {
  const known = makeTask('t', { title: 'Beds', area: 'household', due: dueOn('2026-12-04') })
  const draft = taskToDraft(known, [])

  it('is nothing while nothing was changed, and only the changed fields otherwise', () => {
    expect(changedTask(draft, known)).toEqual({ ok: true, value: {} })
    expect(changedTask({ ...draft, title: ' Two beds ', helpers: ['ben'] }, known)).toEqual({
      ok: true,
      value: { title: 'Two beds', helpers: ['ben'] },
    })
  })

  it('is refused without a title, but for a task of the settlement plan, which has its own words', () => {
    expect(changedTask({ ...draft, title: ' ' }, known)).toEqual({ ok: false, problem: ['no-title'] })
    const seeded = makeTask('s', { seedKey: 'check-flight' })
    expect(changedTask(taskToDraft(seeded, []), seeded)).toEqual({ ok: true, value: {} })
  })
})
