/**
 * A group of many entries in the browser: filled once, then opened anew in each load of the page. The runner calls
 * `window.bench`; times are milliseconds.
 */
import { z } from 'zod/mini'
import { entry } from '#domain/entry.ts'
import { entryOrderOf } from '#state/entry-order.ts'
import { createLive, type Live } from '#state/live.ts'
import { todayFacts } from '#state/today-facts.ts'
import type { OpenStore } from '#store/open-store.ts'
import { noFilter } from '#ui/money/entries/entry-filter.ts'
import { nextShown } from '#ui/money/entries/shown-entries.ts'
import { editOps, entryOps, frameOps } from '../../support/bench/money-records.ts'
import { createParts, foundGroup, openGroup, unlockVault } from './open-parts.ts'
import { showApp } from './show-app.tsx'

// As the product does: zod's compiler would probe `eval`.
z.config({ jitless: true })

const TODAY = '2025-12-31'
const parts = createParts()
let text = ''
let store: OpenStore | null = null
let live: (Live & { stop(): void }) | null = null
/** Held so that the memory of plain parsed rows can be measured. */
let parsed: readonly unknown[] = []

const opened = () => {
  if (store === null || live === null) throw new Error('not open')
  return { store, live }
}

const bench = {
  /** The text of all rows, for `JSON.parse`. */
  async fill(records: number): Promise<string> {
    await foundGroup(parts)
    const filled = await openGroup(parts)
    const created = entryOps(records)
    const commit = async (ops: Parameters<OpenStore['commit']>[0]['ops']) => {
      const result = await filled.commit({ command: 'importBankFile', ops })
      if (!result.ok) throw new Error(result.problem.kind)
    }
    await commit(frameOps())
    for (let from = 0; from < created.length; from += 5_000) await commit(created.slice(from, from + 5_000))
    await commit(editOps(created))
    await filled.settled()
    if (!(await filled.snapshot())) throw new Error('no snapshot')
    const rows = JSON.stringify(filled.all(entry.kind))
    await filled.close()
    return rows
  },
  async fetchRows(): Promise<void> {
    text = await (await fetch('/rows.json')).text()
  },
  unlock: () => unlockVault(parts),
  async open() {
    const start = performance.now()
    store = await openGroup(parts)
    const open = performance.now() - start
    const listed = store.all(entry.kind)
    const list = performance.now() - start
    if (!store.report.fromSnapshot) throw new Error('not opened from the snapshot')
    return { open, list, records: listed.length }
  },
  typed() {
    const start = performance.now()
    if (store === null) throw new Error('not open')
    live = createLive(store)
    live.records(entry)
    return performance.now() - start
  },
  /** What Today and the first look at all entries are drawn from, as these screens ask for it. */
  first() {
    const { store, live } = opened()
    const start = performance.now()
    const facts = todayFacts(live, TODAY, Date.parse(TODAY), store.inbox().length)
    const today = performance.now() - start
    const order = entryOrderOf(live)
    const texts = { words: () => '', figures: () => '' }
    const { entries, sums } = nextShown(null, order, noFilter, texts)
    const window = entries.slice(0, 40).map(each => `${each.date} ${each.payee} ${each.money.cents}`)
    if (sums.count !== order.entries.length || window.length < 40 || facts.moneyNowCents === null)
      throw new Error('the screens have nothing to show')
    return { today, screens: performance.now() - start }
  },
  parse(): number {
    const start = performance.now()
    parsed = JSON.parse(text)
    const took = performance.now() - start
    if (parsed.length === 0) throw new Error('no rows')
    return took
  },
  forgetParsed(): void {
    parsed = []
    text = ''
  },
  held: () => ({ parsed: parsed.length, listed: store?.all(entry.kind).length ?? 0 }),
  show: () => showApp({ ...parts, ...opened() }),
  settled: () => opened().store.settled(),
}

declare global {
  interface Window {
    readonly bench: typeof bench
  }
}

Object.assign(window, { bench })
