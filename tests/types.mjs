#!/usr/bin/env node
/**
 * `npm run types`: one compiler run for each environment (a page, a worker, Node), two at a time. What a run found is
 * kept beside the packages, so that the next one looks only at what changed.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')
/** The longest first. */
const projects = [
  'tests',
  'src/ui',
  'src/domain',
  'src/reports',
  'src/store',
  'src/imports',
  'electron',
  'src/vault',
  'src/host',
  'src/host/browser',
]

/** @param {string} project @returns {Promise<boolean>} */
function hasTypes(project) {
  const kept = join(root, 'node_modules/.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`)
  const args = [compiler, '-p', project, '--incremental', '--tsBuildInfoFile', kept]
  return new Promise(done => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.on('error', () => done(false))
    child.on('exit', code => done(code === 0))
  })
}

let isFine = true
async function work() {
  for (let next = projects.shift(); next !== undefined; next = projects.shift())
    isFine = (await hasTypes(next)) && isFine
}
await Promise.all([work(), work()])
process.exitCode = isFine ? 0 : 1
