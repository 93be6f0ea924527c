/**
 * Whether this laptop's clock and another's disagree by more than ten minutes. Nothing is decided by it: which value
 * counts follows from what was seen, and clocks only break ties. It is said, because dates on the screen would be wrong.
 *
 * Proof is what a right clock cannot have written: a change of another laptop dated after now, or a change dated before
 * one that its writer had already seen.
 */
import type { Engine } from './engine.ts'
import type { JournalEntry } from './journal.ts'

export interface ClockDoubt {
  readonly device: string
  /** The least by which the other laptop's clock is ahead of this one's; negative: behind. */
  readonly aheadMs: number
}

const TOLERATED_MS = 10 * 60_000
/** A clock that was put right is not held against anybody for longer. */
const RECENT_MS = 7 * 86_400_000
const NEWEST = 150

/** One for each other laptop whose clock is in doubt, the largest difference of each. */
export function clockDoubts(engine: Engine, ownDevice: string, now: number): readonly ClockDoubt[] {
  const { chains, journal } = engine
  const recent = journal.newest(NEWEST).filter(({ at }) => at > now - RECENT_MS)
  const deviceOf = (entry: JournalEntry): string => chains.at(entry.chain).device
  const own = recent.filter(entry => deviceOf(entry) === ownDevice)
  const found = new Map<string, number>()
  const note = (device: string, aheadMs: number): void => {
    if (Math.abs(aheadMs) <= TOLERATED_MS) return
    if (Math.abs(aheadMs) > Math.abs(found.get(device) ?? 0)) found.set(device, aheadMs)
  }
  const saw = (a: JournalEntry, b: JournalEntry): boolean =>
    chains.saw(a.chain, a.seq, b.chain, b.seq) === true
  for (const theirs of recent) {
    const device = deviceOf(theirs)
    if (device === ownDevice) continue
    note(device, Math.max(0, theirs.at - now))
    for (const mine of own) {
      const aheadMs = theirs.at - mine.at
      if (aheadMs > TOLERATED_MS && saw(mine, theirs)) note(device, aheadMs)
      if (aheadMs < -TOLERATED_MS && saw(theirs, mine)) note(device, aheadMs)
    }
  }
  return [...found]
    .map(([device, aheadMs]) => ({ device, aheadMs }))
    .sort((a, b) => (a.device < b.device ? -1 : 1))
}
