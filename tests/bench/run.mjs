#!/usr/bin/env node
/**
 * `npm run bench`: the figures of `docs/performance.md`, each beside its limit or peer in the same run. Prints one JSON
 * object; what it is doing goes to stderr. Never ends with an error for a figure that misses its aim: it measures.
 *
 *   --quick       small and few, under a minute: shows that the benches work, says nothing about speed
 *   --only a,b    some rows: unlock (with memory and edit), plan (board, month, search), unlock-node, merge, yearly, ready
 */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from '../../electron/start/open-browser.mjs'
import { build } from '../../electron/start/prepare.mjs'
import { bundleForNode, bundlePages, createWorkFolder } from '../support/bench/bundle.mjs'
import { mergeRow } from './rows/merge.mjs'
import { openGroupRows } from './rows/open-group.mjs'
import { planRows } from './rows/plan.mjs'
import { readyRow } from './rows/ready.mjs'
import { unlockInNodeRow } from './rows/unlock-in-node.mjs'
import { yearlyRow } from './rows/yearly.mjs'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const full = {
  records: 100_000,
  runs: 7,
  presses: 50,
  base: 20_000,
  changes: 10_000,
  peerRuns: 3,
  tasks: 10_000,
  appointments: 20_000,
}
const small = {
  records: 2_000,
  runs: 2,
  presses: 5,
  base: 500,
  changes: 200,
  peerRuns: 1,
  tasks: 200,
  appointments: 400,
}
const size = options.quick ? small : full
const wanted = options.only?.split(',')
const say = text => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)

/** Built quietly: this program's stdout is its one JSON object. */
async function isBuilt() {
  const { log } = console
  console.log = say
  try {
    return await build()
  } finally {
    console.log = log
  }
}

const work = createWorkFolder()
const rows = []
try {
  say('building the benches')
  const script = await bundleForNode(work.folder)
  const pages = await bundlePages(work.folder)
  /** @type {[string, () => Promise<any>][]} */
  const steps = [
    ['unlock', () => openGroupRows({ pages, ...size, say })],
    ['plan', () => planRows({ pages, ...size, say })],
    ['unlock-node', () => unlockInNodeRow({ script: script('unlock'), ...size, say })],
    ['merge', () => mergeRow({ script: script('merge'), ...size, say })],
    [
      'yearly',
      () =>
        yearlyRow({
          script: script('yearly'),
          journal: join(work.folder, 'year.journal'),
          entries: size.records,
          runs: size.runs,
          peerRuns: size.peerRuns,
          coldStart: rows.find(({ row }) => row === 'unlock')?.steps,
          say,
        }),
    ],
    [
      'ready',
      async () =>
        (await isBuilt())
          ? readyRow({ pages, runs: size.runs * 2, say })
          : { row: 'ready', skipped: 'the app does not build' },
    ],
  ]
  for (const [name, step] of steps)
    if (wanted === undefined || wanted.includes(name)) rows.push(...[await step()].flat())
} finally {
  work.remove()
}

const chromium = findChromium()
const chromiumVersion =
  chromium === null
    ? null
    : spawnSync(chromium, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
        .stdout.toString()
        .trim()
console.log(
  JSON.stringify(
    {
      date: new Date().toISOString(),
      quick: options.quick,
      machine: {
        cpu: cpus()[0]?.model ?? '',
        cores: cpus().length,
        memoryGiB: Number((totalmem() / 2 ** 30).toFixed(1)),
        node: process.version,
        chromium: chromiumVersion,
        load: loadavg().map(value => Number(value.toFixed(2))),
      },
      rows,
    },
    null,
    2,
  ),
)
