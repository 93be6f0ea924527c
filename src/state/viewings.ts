/** What a viewing left behind: answers, pictures, and the appointment that it is. */
import { appointment, appointmentException, slot } from '#domain/appointment.ts'
import { type HomePhoto, homePhoto } from '#domain/attachment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import type { Home } from '#domain/home.ts'
import { type CheckKey, checkKeys, type HomeCheck, homeCheck, homeCheckId } from '#domain/home-check.ts'
import { type Occurrence, occurrencesIn } from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { openSlotsOn } from '#domain/slots.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { exceptionIndex, slotIndex } from './calendar.ts'
import type { Live } from './live.ts'

/** In their order. */
export const photosOf = (live: Live, of: RecordId): readonly HomePhoto[] =>
  live.derive(`photos of ${of}`, [homePhoto], () =>
    live
      .records(homePhoto)
      .filter(each => each.home === of)
      .toSorted(byOrder),
  )

/** By question; those that nobody has answered are not in it. */
export const checksOf = (live: Live, of: RecordId): ReadonlyMap<CheckKey, HomeCheck> =>
  live.derive(
    `checks of ${of}`,
    [homeCheck],
    () =>
      new Map(
        checkKeys.flatMap(key => {
          const known = live.get(homeCheck, homeCheckId(of, key))
          return known && (known.answer !== '' || known.note !== '') ? [[key, known] as const] : []
        }),
      ),
  )

export interface BookedViewing {
  readonly occurrence: Occurrence
  /** Places that nobody has taken yet. */
  readonly open: number
}

/** Null: none was booked, or it was deleted. */
export function bookedViewing(live: Live, { viewing }: Pick<Home, 'viewing'>): BookedViewing | null {
  if (viewing === null) return null
  return live.derive(`viewing ${viewing}`, [appointment, appointmentException, slot], () => {
    const of = live.get(appointment, viewing)
    if (of === undefined) return null
    const day = dateOf(of.time.start)
    const { occurrences } = occurrencesIn({ from: day, to: day }, [of], exceptionIndex(live))
    const [occurrence] = occurrences
    return occurrence ? { occurrence, open: openSlotsOn(occurrence, slotIndex(live)).length } : null
  })
}
