/** The second figure of unlocking: the same in Node, with real sealing and IndexedDB in memory. */
import { figure, summarise } from '../../support/bench/figures.mjs'
import { runInNode } from './node-bench.mjs'

export async function unlockInNodeRow({ script, records, runs, say }) {
  say(`unlocking ${records} records in Node`)
  const { samples } = await runInNode(script, [records, runs], 180_000)
  return figure({
    row: 'unlock-node',
    what: `${records} records from the sealed snapshot into listed tables, in Node over fake IndexedDB`,
    unit: 'ms',
    ours: samples.list,
    peer: { name: 'JSON.parse of the same rows', samples: samples.parse },
    aim: { atMost: 0.8 },
    more: {
      steps: {
        'opened, rows still in their pages': summarise(samples.open),
        'then read through the schemas': summarise(samples.typed),
      },
    },
  })
}
