/** Which tasks are about a thing, and whether what a task is about can be shown on this laptop. */
import { appointment, seriesOf } from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Occurrence, occurrencesIn } from '#domain/occurrences.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import { type Task, task } from '#domain/task.ts'
import { compartmentLinked, kindsLinked, type TaskLink } from '#domain/task-link.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { exceptionIndex } from './calendar.ts'
import type { Live } from './live.ts'

const NONE: readonly Task[] = []

/** Those that link to it. */
export const tasksAbout = (live: Live, id: RecordId): readonly Task[] =>
  live
    .derive('tasks by what they are about', [task], () => {
      const about = new Map<RecordId, Task[]>()
      for (const each of live.records(task))
        for (const linked of new Set(each.links.map(link => link.id))) {
          const known = about.get(linked)
          if (known) known.push(each)
          else about.set(linked, [each])
        }
      return about
    })
    .get(id) ?? NONE

/**
 * `kept`: under a key that this laptop does not have. `unknown`: it should be readable and is not there, as when the
 * other laptop's changes are on their way.
 */
export type LinkState = 'here' | 'deleted' | 'kept' | 'unknown'

export function stateOfLink(live: Live, canRead: (of: Compartment) => boolean, link: TaskLink): LinkState {
  const kinds = kindsLinked(link.kind)
  if (kinds.some(kind => live.get(kind, link.id))) return 'here'
  if (!canRead(compartmentLinked(link.kind))) return 'kept'
  return kinds.some(kind => live.trash(kind).some(each => each.id === link.id)) ? 'deleted' : 'unknown'
}

const AHEAD_DAYS = 366

/**
 * By the id of one occurrence, that one. Of an appointment, the occurrence that comes next; the last or the first one
 * where none comes within a year.
 */
export function occurrenceToShow(live: Live, id: RecordId, today: IsoDate): Occurrence | null {
  const of = live.get(appointment, id) ?? live.get(appointment, seriesOf(id))
  if (!of) return null
  const within = (from: IsoDate, to: IsoDate) =>
    occurrencesIn({ from, to }, [of], exceptionIndex(live)).occurrences
  const first = dateOf(of.time.start)
  const all = of.id === id ? [] : within(addDays(today, -AHEAD_DAYS), addDays(today, AHEAD_DAYS))
  return (
    all.find(each => each.id === id) ??
    within(today, addDays(today, AHEAD_DAYS))[0] ??
    within(addDays(today, -AHEAD_DAYS), today).at(-1) ??
    within(first, addDays(first, AHEAD_DAYS))[0] ??
    null
  )
}
