/** Which homes somebody has to do something about: a next step that is due, or a lead that nobody has spoken to for days. */
import { addMonthsToDate, daysBetween, type IsoDate } from './dates.ts'
import type { Home, HomeContact, HomeStage } from './home.ts'

/**
 * A lead without a word for so long comes up on Today. The group's habit and no rule of anybody: five days hold one
 * weekend, when volunteers call, and few advertised homes are still free after a second one.
 */
export const STALE_AFTER_DAYS = 5

/** Here the group still has to move; from a signed lease on, the plan's tasks say what is next. */
const OPEN_STAGES: readonly HomeStage[] = ['lead', 'called', 'viewed', 'applied']

export const isOpenHome = ({ use, stage }: Pick<Home, 'use' | 'stage'>): boolean =>
  use === 'home' && OPEN_STAGES.includes(stage.at)

/** The newest of what was said with the landlord and the day it came to its stage. A day to come counts for none. */
export function lastHeardOn(
  of: Pick<Home, 'stage'>,
  contacts: readonly Pick<HomeContact, 'on'>[],
  today: IsoDate,
): IsoDate {
  return contacts.reduce(
    (last, { on }) => (on > last && on <= today ? on : last),
    of.stage.since > today ? today : of.stage.since,
  )
}

/**
 * Days without a word, where that is too many. Null: it is well, closed, or somebody has said what they do next and that
 * day is not over.
 */
export function staleDays(
  of: Pick<Home, 'use' | 'stage' | 'next'>,
  contacts: readonly Pick<HomeContact, 'on'>[],
  today: IsoDate,
): number | null {
  if (!isOpenHome(of)) return null
  if (of.next?.on != null && of.next.on >= today) return null
  const days = daysBetween(lastHeardOn(of, contacts, today), today)
  return days >= STALE_AFTER_DAYS ? days : null
}

/** A police check of a host is taken as good for three years (AURA, committee requirements). */
const HOST_CHECK_YEARS = 3

export type HostCheck = 'missing' | 'too-old' | 'good'

/** Of a host in whose home people stay, on the last day of the stay that is known, today if none is. */
export function hostCheck(of: Pick<Home, 'hostCheckedOn' | 'stay'>, today: IsoDate): HostCheck {
  if (of.hostCheckedOn === null) return 'missing'
  const until = of.stay.to !== null && of.stay.to > today ? of.stay.to : today
  return addMonthsToDate(of.hostCheckedOn, HOST_CHECK_YEARS * 12) > until ? 'good' : 'too-old'
}
