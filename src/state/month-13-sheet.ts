/** What somebody typed that the printed page of month 13 would tell outside the group. */
import type { Live } from './live.ts'
import { type MonthThirteen, whomTheyCall } from './month-13.ts'
import { textHits } from './safe-to-share.ts'

/** A contact's own name and number are what the page is for, and no hits. */
export const tellingIn = (live: Live, { lines, sponsorship }: MonthThirteen): readonly string[] => [
  ...new Set(
    [
      ...lines.map(each => each.name),
      ...whomTheyCall(live, sponsorship.id).flatMap(each => [each.about, each.contact?.organization ?? '']),
    ].flatMap(text => textHits(live, text).map(({ hit }) => hit.text)),
  ),
]
