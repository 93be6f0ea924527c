/** What on a delivery run's sheet would tell something: a newcomer's name, a telling word. Shown before it is printed. */

import type { RunHere } from './household-list.ts'
import type { Live } from './live.ts'
import { type TextHit, textHits } from './safe-to-share.ts'

/** A sheet for the driver is made of places and of whom to call: those are no surprise. */
const EXPECTED: ReadonlySet<string> = new Set(['member', 'payee', 'address', 'phone'])

export function runHits(live: Live, { run, stops }: RunHere): readonly TextHit[] {
  const texts = [
    run.name,
    run.note,
    ...stops.flatMap(({ stop, items }) => [
      stop.place,
      stop.contact,
      stop.note,
      ...items.flatMap(each => [each.name, each.delivery]),
    ]),
  ]
  return [...new Set(texts)]
    .filter(text => text !== '')
    .flatMap(text => textHits(live, text))
    .filter(({ hit }) => !EXPECTED.has(hit.kind))
}
