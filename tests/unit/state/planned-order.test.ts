/** A plan that is patched by what was edited stands in the order in which it would be sorted anew. */
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { task } from '#domain/task.ts'
import { createOp } from '#state/commands/gate.ts'
import { createLive } from '#state/live.ts'
import { plannedTasks } from '#state/plan.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count, diceFor } from '../../support/soak/size.ts'
import { openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-11-23'

describe('the order of a plan', () => {
  it('is the same patched and sorted, whatever is edited, added, deleted, done or undone', async () => {
    const desk = await openDesk({ today: TODAY })
    const dice = createDice(diceFor('planned order')(2 ** 30))
    const due = () =>
      dice(6) === 0
        ? ({ kind: 'none' } as const)
        : ({ kind: 'date', date: addDays(TODAY, dice(40) - 20) } as const)
    const order = () => `m${dice(30)}`
    const ops = Array.from({ length: 200 }, (_, i) =>
      createOp(task, `t${i}`, { title: `task ${i}`, due: due(), order: order() }),
    )
    expect((await desk.store.commit({ command: 'test', ops })).ok).toBe(true)
    const idsOf = (live: typeof desk.live) => plannedTasks(live, TODAY).map(each => each.task.id)
    const states = ['open', 'doing', 'done', 'dropped'] as const
    idsOf(desk.live)
    for (let round = 0; round < count(60, 600); round += 1) {
      const id = () => `t${dice(200)}`
      const act = [
        () => desk.commands.editTask(id(), { due: due() }),
        () => desk.commands.editTask(id(), { order: order() }),
        () => desk.commands.setTaskState([id(), id()], states[dice(4)] ?? 'open'),
        () => desk.commands.snoozeTasks([id()], dice(2) === 0 ? null : addDays(TODAY, 3)),
        () => desk.commands.deleteTasks([id()]),
        () => desk.commands.gate.undo(),
      ][dice(6)]
      await act?.()
      expect(idsOf(desk.live)).toEqual(idsOf(createLive(desk.store)))
    }
  })
})
