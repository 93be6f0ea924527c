/** Samples to figures: least, median and greatest of several runs, and how a row stands to its aim. */
import { loadavg } from 'node:os'

/** @param {readonly number[]} samples */
export function summarise(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const round = value => Number(value.toPrecision(4))
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return {
    runs: sorted.length,
    min: round(sorted[0] ?? 0),
    median: round(median),
    max: round(sorted.at(-1) ?? 0),
  }
}

/**
 * One row. `aim` is either `{ atMost }` (ours ÷ peer) or `{ timesFaster }` (peer ÷ ours); medians both.
 * @param {{ row: string, what: string, unit: string, ours: readonly number[], peer: { name: string, samples: readonly number[] },
 *   aim: { atMost: number } | { timesFaster: number }, more?: Record<string, unknown> }} input
 */
export function figure({ row, what, unit, ours, peer, aim, more = {} }) {
  const own = summarise(ours)
  const other = summarise(peer.samples)
  const isFaster = 'timesFaster' in aim
  const ratio = isFaster ? other.median / own.median : own.median / other.median
  return {
    row,
    what,
    unit,
    figure: own,
    peer: { name: peer.name, ...other },
    ratio: Number(ratio.toPrecision(3)),
    aim: isFaster ? `at least ${aim.timesFaster} × faster` : `at most ${aim.atMost} ×`,
    met: isFaster ? ratio >= aim.timesFaster : ratio <= aim.atMost,
    load: loadavg().map(value => Number(value.toFixed(2))),
    ...more,
  }
}
