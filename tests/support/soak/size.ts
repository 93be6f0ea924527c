/**
 * How much a soak does, and what it found. `npm test` runs every kind in small, on the seed in `tests/soak/seed.json`,
 * which each `npm run soak` moves on; the soak itself runs the full counts and collects a line for each kind.
 * `npm run check` takes a quarter of the small counts.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createDice, type Dice } from './dice.ts'

const SEED_FILE = resolve(import.meta.dirname, '../../soak/seed.json')

export const isFull = process.env['SOAK_FULL'] === '1'

/** Set by `npm run check`. */
export const isQuick = process.env['CHECK_QUICKLY'] === '1' && !isFull

/** A share of the full count, for trying a soak out. */
const share = Number(process.env['SOAK_SHARE'] ?? 1)

export const seed: number = Number(
  process.env['SOAK_SEED'] ?? (JSON.parse(readFileSync(SEED_FILE, 'utf8')) as { seed: number }).seed,
)

export const count = (small: number, full: number): number =>
  isFull ? Math.max(small, Math.round(full * share)) : isQuick ? Math.ceil(small / 4) : small

/** Dice of a kind of their own, so that one kind's throws do not move another's. */
export const diceFor = (kind: string): Dice =>
  createDice([...kind].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) >>> 0)

export interface Figures {
  /** As `docs/reliability.md` names it. */
  readonly kind: string
  readonly cases: number
  readonly failures: number
  /** What else was counted, in words. */
  readonly note: string
}

/** A line for `docs/reliability.md`; only a soak collects them. */
export function reportFigures(figures: Figures): void {
  const path = process.env['SOAK_FIGURES']
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(figures)}\n`)
}
