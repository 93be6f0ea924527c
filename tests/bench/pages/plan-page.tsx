/** A group with a long plan and a full calendar: filled once, opened anew in each load, shown on the screen asked for. */
import { z } from 'zod/mini'
import { appointment } from '#domain/appointment.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { task } from '#domain/task.ts'
import type { Commands } from '#state/commands.ts'
import { createLive, type Live } from '#state/live.ts'
import type { OpenStore } from '#store/open-store.ts'
import { frameOps } from '../../support/bench/money-records.ts'
import { planOps } from '../../support/bench/plan-records.ts'
import { createParts, foundGroup, openGroup, unlockVault } from './open-parts.ts'
import { showApp } from './show-app.tsx'

z.config({ jitless: true })

const parts = createParts()
const EVENT = '[data-testid="time-grid"] [role="button"]'

const plan = {
  async fill(tasks: number, appointments: number): Promise<void> {
    await foundGroup(parts)
    const filled = await openGroup(parts)
    const ops = [...frameOps(), ...planOps(tasks, appointments)]
    for (let from = 0; from < ops.length; from += 5_000) {
      const result = await filled.commit({ command: 'seedPlan', ops: ops.slice(from, from + 5_000) })
      if (!result.ok) throw new Error(result.problem.kind)
    }
    await filled.settled()
    if (!(await filled.snapshot())) throw new Error('no snapshot')
    await filled.close()
  },
  /** Opens the group and shows one screen; `a` changes what is in view there. Milliseconds until it was handed to React. */
  async show(screen: 'board' | 'list' | 'calendar'): Promise<{ readonly records: number }> {
    await unlockVault(parts)
    const store: OpenStore = await openGroup(parts)
    const live = createLive(store)
    const route = screen === 'calendar' ? { area: 'calendar' } : { area: 'plan', screen }
    await showApp(
      { ...parts, store, live },
      { route, onKey: screen === 'calendar' ? renameAppointment : rename },
    )
    return { records: live.records(task).length + live.records(appointment).length }
  },
}

let inView: RecordId | null = null
let presses = 0

/** What the first one on the screen is called changes; which that is, is looked for once. */
function idInView(
  selector: string,
  all: readonly { readonly id: RecordId; readonly title: string }[],
): RecordId {
  const shown = document.querySelector(selector)?.textContent ?? ''
  // "Visit 1" stands in "Visit 12" too.
  inView ??=
    all
      .filter(({ title }) => title !== '' && shown.includes(title))
      .toSorted((a, b) => b.title.length - a.title.length)[0]?.id ?? null
  if (inView === null) throw new Error(`nothing of ${selector} is known: ${shown}`)
  presses += 1
  return inView
}

function rename(live: Live, commands: Commands): void {
  const id = idInView('main li', live.records(task))
  void commands.editTask(id, { title: `Call the school, ${presses}` })
}

function renameAppointment(live: Live, commands: Commands): void {
  const of = live.get(appointment, idInView(EVENT, live.records(appointment)))
  if (!of) return
  const { id, deleted: _d, sponsorship: _s, status: _st, outcome: _o, splitFrom: _f, ...fields } = of
  const draft = { fields: { ...fields, title: `Visit, ${presses}` }, slots: [], care: null }
  void commands.editAppointment({ id, original: null }, 'all', draft)
}

declare global {
  interface Window {
    readonly plan: typeof plan
  }
}

Object.assign(window, { plan })
