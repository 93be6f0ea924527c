/**
 * Concurrent changes of four laptops, against CRDT libraries. Automerge would take many minutes to write this workload,
 * so it is compared at a tenth of it, with ours measured at the same tenth.
 */
import { figure, summarise } from '../../support/bench/figures.mjs'
import { runInNode } from './node-bench.mjs'

export async function mergeRow({ script, base, changes, runs, say }) {
  const take = (library, records, count, times) => {
    say(`merging ${count} changes into ${records} records: ${library}`)
    return runInNode(script, [library, records, count, times], 120_000)
  }
  const ours = await take('ours', base, changes, runs)
  const yjs = await take('yjs', base, changes, runs)
  const loro = await take('loro', base, changes, 1)
  const small = { records: Math.round(base / 10), changes: Math.round(changes / 40) * 4 }
  const oursSmall = await take('ours', small.records, small.changes, runs)
  const automerge = await take('automerge', small.records, small.changes, 2)
  for (const { live } of [yjs, loro])
    if (live !== ours.live) throw new Error('the libraries do not end with the same records')
  const [best, bestSamples] =
    summarise(yjs.samples).median <= summarise(loro.samples).median
      ? ['Yjs', yjs.samples]
      : ['Loro', loro.samples]
  return figure({
    row: 'merge',
    what: `${changes} concurrent changes of four laptops taken into ${base} records, without crypto`,
    unit: 'ms',
    ours: ours.samples,
    peer: { name: best, samples: bestSamples },
    aim: { timesFaster: 2 },
    more: {
      peers: { yjs: summarise(yjs.samples), loro: summarise(loro.samples) },
      atATenth: { ours: summarise(oursSmall.samples), automerge: summarise(automerge.samples) },
    },
  })
}
