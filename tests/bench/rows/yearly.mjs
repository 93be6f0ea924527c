/**
 * A year's figures against plain-text accounting, on the journal that our own exporter writes. Warm is the file in the
 * page cache; cold is after it was dropped from there. Neither program stays running, so each reads the journal anew.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { figure, summarise } from '../../support/bench/figures.mjs'
import { runInNode } from './node-bench.mjs'

const PROGRAMS = [
  { name: 'ledger', args: path => ['-f', path, 'bal', '--flat'] },
  { name: 'hledger', args: path => ['-f', path, 'bal', '--flat', '-N'] },
]

/** @returns {{ ms: number, text: string } | null} */
function runOnce({ name, args }, path) {
  const start = performance.now()
  const { status, stdout } = spawnSync(name, args(path), { timeout: 60_000, maxBuffer: 2 ** 26 })
  return status === 0 ? { ms: performance.now() - start, text: stdout.toString() } : null
}

/** Asks the kernel to forget the file; false where there is no such tool. */
function dropFromCache(path) {
  closeSync(openSync(path, 'r'))
  spawnSync('sync', [path], { timeout: 20_000 })
  const args = [`if=${path}`, 'of=/dev/null', 'iflag=nocache', 'count=0']
  return spawnSync('dd', args, { stdio: 'ignore', timeout: 20_000 }).status === 0
}

const isInstalled = ({ name }) =>
  spawnSync(name, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

export async function yearlyRow({ script, journal, entries, runs, peerRuns, coldStart, say }) {
  say(`yearly figures over ${entries} entries`)
  const { samples, closing } = await runInNode(script, [entries, runs, journal], 120_000)
  const peers = {}
  for (const program of PROGRAMS) {
    if (!isInstalled(program)) {
      say(`${program.name} is not installed and left out`)
      continue
    }
    say(`the same by ${program.name}`)
    const cold = dropFromCache(journal) ? runOnce(program, journal) : null
    const warm = Array.from({ length: peerRuns }, () => runOnce(program, journal))
    const taken = warm.flatMap(run => (run === null ? [] : [run]))
    if (taken.length < peerRuns) throw new Error(`${program.name} could not read the journal`)
    checkBalances(program.name, taken[0]?.text ?? '', closing)
    peers[program.name] = { warm: taken.map(({ ms }) => ms), cold: cold === null ? [] : [cold.ms] }
  }
  const ranked = Object.entries(peers).sort(
    ([, a], [, b]) => summarise(a.warm).median - summarise(b.warm).median,
  )
  const [best] = ranked
  if (best === undefined) return { row: 'yearly', skipped: 'neither ledger nor hledger is installed' }
  return figure({
    row: 'yearly',
    what: `a year's report over ${entries} entries, unlocked`,
    unit: 'ms',
    ours: samples.report,
    peer: { name: `${best[0]}, journal in the page cache`, samples: best[1].warm },
    aim: { timesFaster: 10 },
    more: {
      steps: {
        'figures without a kept ledger': summarise(samples.build),
        'figures with it': summarise(samples.facts),
        ...(coldStart === undefined ? {} : { 'our cold start: sealed snapshot to typed entries': coldStart }),
      },
      peers: Object.fromEntries(
        ranked.map(([name, { warm, cold }]) => [name, { warm: summarise(warm), cold: summarise(cold) }]),
      ),
      leftOut: "Actual's engine: not available here",
    },
  })
}

/** A faster figure that is another figure would be worth nothing. */
function checkBalances(name, text, closing) {
  for (const [account, cents] of Object.entries(closing)) {
    const amount = (cents / 100).toFixed(2)
    if (!text.split('\n').some(line => line.includes(`assets:${account}`) && line.includes(`${amount} CAD`)))
      throw new Error(`${name} finds another balance of ${account}`)
  }
}
