/** The search for a home as it stands: each home with what was said about it, and what somebody has to do about it. */
import { byOrder } from '#domain/budget-actual.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Home, type HomeContact, home, homeContact } from '#domain/home.ts'
import { isOpenHome, lastHeardOn, staleDays } from '#domain/home-follow-up.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Live } from './live.ts'

export interface HomeHere {
  readonly home: Home
  /** The newest first. */
  readonly contacts: readonly HomeContact[]
  readonly lastHeard: IsoDate
  /** Null: nobody is waiting for a word. */
  readonly stale: number | null
}

/** The newest first; of one day, the last that was written. */
export function contactsByHome(live: Live): ReadonlyMap<RecordId, readonly HomeContact[]> {
  return live.derive('contacts by home', [homeContact], () => {
    const byHome = new Map<RecordId, HomeContact[]>()
    for (const each of live.records(homeContact)) {
      const known = byHome.get(each.home)
      if (known) known.push(each)
      else byHome.set(each.home, [each])
    }
    for (const contacts of byHome.values())
      contacts.sort((a, b) => (a.on === b.on ? byOrder(b, a) : a.on < b.on ? 1 : -1))
    return byHome
  })
}

const NONE: readonly HomeContact[] = []

/** In the order in which they were found. */
export function homesHere(live: Live, today: IsoDate): readonly HomeHere[] {
  return live.derive(`homes ${today}`, [home, homeContact], () => {
    const byHome = contactsByHome(live)
    return live
      .records(home)
      .toSorted(byOrder)
      .map(each => {
        const contacts = byHome.get(each.id) ?? NONE
        return {
          home: each,
          contacts,
          lastHeard: lastHeardOn(each, contacts, today),
          stale: staleDays(each, contacts, today),
        }
      })
  })
}

/** How far ahead Today looks for next steps. */
const DAYS_AHEAD = 7

export interface HomesToFollow {
  /** Next steps of the days ahead and those that are late, the earliest first. */
  readonly steps: readonly HomeHere[]
  /** Without a word for too long, the longest first. */
  readonly stale: readonly HomeHere[]
}

export function homesToFollow(live: Live, today: IsoDate): HomesToFollow {
  return live.derive(`homes to follow ${today}`, [home, homeContact], () => {
    const all = homesHere(live, today)
    const until = addDays(today, DAYS_AHEAD)
    const steps = all
      .filter(each => hasStepUntil(each.home, until))
      .toSorted((a, b) => ((a.home.next?.on ?? '') < (b.home.next?.on ?? '') ? -1 : 1))
    const stale = all
      .filter(each => each.stale !== null && !steps.includes(each))
      .toSorted((a, b) => (b.stale ?? 0) - (a.stale ?? 0))
    return { steps, stale }
  })
}

const hasStepUntil = (of: Home, until: IsoDate): boolean =>
  of.next?.on != null && of.next.on <= until && (isOpenHome(of) || of.use === 'temporary')
