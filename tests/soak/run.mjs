#!/usr/bin/env node
/**
 * `npm run soak`: the reliability cases at their full counts, one after another, the first evening in all its eight
 * combinations, and the property tests at their counts.
 * Prints the figures as JSON, puts them into the table of `docs/reliability.md`, and moves the seed of `npm test` on.
 *
 *   SOAK_SEED=N    another seed than the clock's
 *   SOAK_SHARE=0.1 a tenth of the counts, to try it out: no document is written
 *   a name or more (`kills`, `damage`, `convergence` …): only those, and their lines of the table
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../../electron/start/prepare.mjs'
import { mergeFigures, rewriteTable } from './table.mjs'

const root = resolve(import.meta.dirname, '../..')
const only = process.argv.slice(2)
const seed = Number(process.env.SOAK_SEED ?? Math.floor(Date.now() / 1000) % 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'porchlight-soak-figures-'))
const figuresFile = join(folder, 'figures.jsonl')

/** @param {string[]} args @returns {Promise<boolean>} */
function succeeds(args) {
  return new Promise(done => {
    const env = { ...process.env, SOAK_FULL: '1', SOAK_SEED: String(seed), SOAK_FIGURES: figuresFile }
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env })
    child.on('error', () => done(false))
    child.on('exit', code => done(code === 0))
  })
}

const isWanted = file => only.length === 0 || only.some(name => file.includes(name))
const specs = readdirSync(join(root, 'tests/e2e')).filter(
  name =>
    /^(reliability|screens|driver-laptop|paper-sheets|plan|appointments|housing|(desktop-)?journey)/.test(
      name,
    ) && isWanted(name),
)
const units = [
  'tests/unit/store/convergence.test.ts',
  'tests/unit/store/hostile.test.ts',
  'tests/unit/domain/reanchoring.test.ts',
  'tests/unit/domain/recurrence.test.ts',
  'tests/unit/domain/appointment-edits.test.ts',
  'tests/unit/imports/calendar-import.test.ts',
  'tests/unit/imports/calendar-refusals.test.ts',
  'tests/unit/imports/ics-rules.test.ts',
  'tests/unit/reports/calendar-file.test.ts',
  'tests/unit/domain/working-days.test.ts',
].filter(isWanted)

if (!(await build())) process.exit(1)
const began = Date.now()
const playwright = [
  join(root, 'node_modules/@playwright/test/cli.js'),
  'test',
  '--config=tests/playwright.config.ts',
  '--trace=off',
  // A failure of one kind must not hide the others, and figures must not be taken twice.
  '--retries=0',
  `--workers=${availableParallelism() > 2 ? 2 : 1}`,
]
const results = []
for (const spec of specs) {
  const project = spec.startsWith('desktop') ? 'desktop' : 'browser'
  results.push(await succeeds([...playwright, `--project=${project}`, spec]))
}
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config=tests/vitest.config.ts']
if (units.length > 0) results.push(await succeeds([...vitest, '--testTimeout=3600000', ...units]))

const lines = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trim().split('\n') : []
const figures = mergeFigures(lines.filter(Boolean).map(line => JSON.parse(line)))
const passed = results.every(Boolean)
console.log(
  JSON.stringify({ seed, minutes: Math.round((Date.now() - began) / 60_000), passed, figures }, null, 2),
)
if (process.env.SOAK_SHARE === undefined) {
  rewriteTable(join(root, 'docs/reliability.md'), { seed, figures })
  // What `npm test` runs in small is other throws after each soak, and the same on every machine until the next.
  writeFileSync(join(root, 'tests/soak/seed.json'), `{ "seed": ${seed + 1} }\n`)
}
rmSync(folder, { recursive: true })
process.exitCode = passed ? 0 : 1
