#!/usr/bin/env node
/**
 * `npm run check`: types, lint, layers and unit tests, while developing. Property tests and the like take a quarter of
 * the cases that `npm test` takes; no kind of test is left out. Ends at the first of the three that fails.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const steps = [
  ['tests/types.mjs'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot'],
]
for (const [script, ...args] of steps) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHECK_QUICKLY: '1' },
  })
  if (status !== 0) {
    process.exitCode = 1
    break
  }
}
