#!/usr/bin/env node
/**
 * `npm run check`: types, lint, layers and unit tests, while developing. Property tests and the like take a quarter of
 * the cases that `npm test` takes; no kind of test is left out. The
 * tests are run where types and lint are fine.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** @param {string} script @param {string[]} args @returns {Promise<boolean>} */
function succeeds(script, ...args) {
  return new Promise(done => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHECK_QUICKLY: '1' },
    })
    child.on('error', () => done(false))
    child.on('exit', code => done(code === 0))
  })
}

// Neither keeps all cores busy by itself.
const [typed, linted] = await Promise.all([
  succeeds('tests/types.mjs'),
  succeeds('node_modules/@biomejs/biome/bin/biome', 'check', '.'),
])
const config = ['--config', 'tests/vitest.config.ts', '--reporter=dot']
if (!typed || !linted || !(await succeeds('node_modules/vitest/vitest.mjs', 'run', ...config)))
  process.exitCode = 1
