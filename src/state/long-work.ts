/**
 * Work that may take seconds, in steps: each yields the share done, 0 to 1. Between two of them the page can draw, and
 * whoever waits can stop it: what was begun is then dropped, so nothing may be written before the last step.
 */
import { err, ok, type Result } from '#domain/result.ts'

export type Steps<T> = AsyncGenerator<number, T, undefined>

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((share: number) => void) | undefined
}

export interface Cancelled {
  readonly kind: 'cancelled'
}

/** Rows between two steps: a few milliseconds of work, so that a usual file has no step at all. */
export const ROWS_A_STEP = 4_000

export async function runSteps<T>(
  steps: Steps<T>,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<T, Cancelled>> {
  for (;;) {
    if (signal?.aborted) return err({ kind: 'cancelled' })
    const step = await steps.next()
    if (step.done) return signal?.aborted ? err({ kind: 'cancelled' }) : ok(step.value)
    onProgress?.(step.value)
    await giveWay()
  }
}

/** To the end, with nobody waiting at a screen. */
export async function endOf<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}

/** Steps that are a part of longer work. */
export async function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

/** Lets the page draw and hear a key. */
export const giveWay = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))
