/** How members stand with their police checks and training, against the support that these have to cover. */
import { addDays, addMonthsToDate, type IsoDate } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import {
  type CoverNeeded,
  currentStandings,
  memberCheck,
  type Standing,
  shippedPoliceRule,
  standingOf,
} from '#domain/member-check.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { supportEnds } from '#domain/support-months.ts'
import type { Live } from './live.ts'

/**
 * The last day of support of any arrival. While an arrival has no date, support lasts at least so many months from today
 * on. Null: nothing is to be covered, because there is no sponsorship, or its support has ended.
 */
export function coverNeeded(live: Live, today: IsoDate): CoverNeeded | null {
  return live.derive(`cover needed ${today}`, [sponsorship, arrival], () => {
    const active = new Map(
      live
        .records(sponsorship)
        .filter(each => each.status === 'active')
        .map(each => [each.id, each]),
    )
    let latest: CoverNeeded | null = null
    for (const each of live.records(arrival)) {
      const of = active.get(each.sponsorship)
      if (!of) continue
      const ends = supportEnds(of, each)
      const until = ends ?? addDays(addMonthsToDate(today, of.supportMonths), -1)
      if (until >= today && (!latest || until > latest.until)) latest = { until, certain: ends !== null }
    }
    return latest
  })
}

/** By member, all that are entered: the newest first, and which of them count now. */
export interface MemberStanding {
  readonly all: readonly Standing[]
  readonly current: readonly Standing[]
}

export function memberStandings(live: Live, today: IsoDate): ReadonlyMap<RecordId, MemberStanding> {
  return live.derive(`member standings ${today}`, [memberCheck, sponsorship, arrival], () => {
    const needed = coverNeeded(live, today)
    const { data } = shippedPoliceRule()
    const newestFirst = live.records(memberCheck).toSorted((a, b) => (a.doneOn < b.doneOn ? 1 : -1))
    const byMember = new Map<RecordId, Standing[]>()
    for (const check of newestFirst) {
      const all = byMember.get(check.member) ?? []
      byMember.set(check.member, all)
      all.push(standingOf(check, data, needed, today))
    }
    return new Map([...byMember].map(([id, all]) => [id, { all, current: currentStandings(all) }]))
  })
}

/** Present members of whom something that was entered has run out, or does before support ends; by name. */
export function membersToRenew(live: Live, today: IsoDate): readonly string[] {
  if (coverNeeded(live, today) === null) return []
  const standings = memberStandings(live, today)
  return live
    .records(member)
    .filter(each => each.leftAt === null)
    .filter(each => standings.get(each.id)?.current.some(({ state }) => state !== 'ok'))
    .map(each => each.name)
}
