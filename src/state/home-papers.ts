/** What a landlord is sent for a home, and until when its rent is sure. */
import type { IsoDate } from '#domain/dates.ts'
import {
  type HomePaper,
  type HomePaperKey,
  homePaper,
  homePaperId,
  homePaperKeys,
} from '#domain/home-paper.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { supportEnds } from '#domain/support-months.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival } from './household.ts'
import type { Live } from './live.ts'

/** By paper; those of which nobody has said anything are not in it. */
export const homePapersOf = (live: Live, of: RecordId): ReadonlyMap<HomePaperKey, HomePaper> =>
  live.derive(
    `home papers of ${of}`,
    [homePaper],
    () =>
      new Map(
        homePaperKeys.flatMap(key => {
          const known = live.get(homePaper, homePaperId(of, key))
          return known && (known.sent || known.by !== null || known.on !== null)
            ? [[key, known] as const]
            : []
        }),
      ),
  )

/** The last day of support of those who arrived first. Null: the arrival has no date. */
export function rentSureUntil(live: Live): IsoDate | null {
  const of = currentSponsorship({ live })
  const first = of && firstArrival({ live }, of.id)
  return of && first ? supportEnds(of, first) : null
}
