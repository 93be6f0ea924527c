/** Runs a bench in a Node of its own, so that no row warms or fills the heap of another. */
import { spawn } from 'node:child_process'

/** @param {string} script @param {readonly (string | number)[]} args @param {number} limitMs @returns {Promise<any>} */
export function runInNode(script, args, limitMs) {
  return new Promise((done, fail) => {
    const options = ['--expose-gc', '--max-old-space-size=6144', script, ...args.map(String)]
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'], timeout: limitMs })
    let text = ''
    child.stdout.on('data', data => {
      text += data
    })
    child.on('error', fail)
    child.on('close', code => {
      if (code === 0) done(JSON.parse(text))
      else fail(new Error(`${script} ended with ${code ?? 'its time used up'}`))
    })
  })
}
