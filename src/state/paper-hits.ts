/** What on a sheet would tell something: a newcomer's name, a code name, a telling word. Shown before it is printed. */
import type { RunHere } from './household-list.ts'
import type { Live } from './live.ts'
import { type TextHit, textHits } from './safe-to-share.ts'

/** Sheets are made of places and of whom to call there: those are no surprise. */
const EXPECTED: ReadonlySet<string> = new Set(['member', 'payee', 'address', 'phone', 'email'])

/** `typed`: what members wrote that stands on it. */
export const paperHits = (live: Live, typed: readonly string[]): readonly TextHit[] =>
  [...new Set(typed)]
    .filter(text => text !== '')
    .flatMap(text => textHits(live, text))
    .filter(({ hit }) => !EXPECTED.has(hit.kind))

export const typedOnRun = ({ run, stops }: RunHere): readonly string[] => [
  run.name,
  run.note,
  ...stops.flatMap(({ stop, items }) => [
    stop.place,
    stop.contact,
    stop.note,
    ...items.flatMap(each => [each.name, each.delivery]),
  ]),
]
