/** What somebody typed that the printed page of month 13 would tell outside the group. */
import type { Live } from './live.ts'
import type { MonthThirteen } from './month-13.ts'
import { textHits } from './safe-to-share.ts'

export const tellingIn = (live: Live, { lines }: MonthThirteen): readonly string[] => [
  ...new Set(lines.flatMap(each => textHits(live, each.name).map(({ hit }) => hit.text))),
]
