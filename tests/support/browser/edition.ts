/**
 * Starts the browser edition as a person does (`npm start`), one for each test, on a port that the system picks; so
 * each test has an origin, and with it storage, of its own. The build is the one that was made last.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const START = resolve(import.meta.dirname, '../../../electron/start.mjs')
const READY = /^Porchlight is at (\S+)/

export interface Edition {
  readonly address: string
  stop(): Promise<void>
}

export async function startEdition(port = 0): Promise<Edition> {
  const args = [START, '--browser', '--no-open', '--no-build', '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await readyAddress(child)
  return {
    address,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server was started without a pipe')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    const address = READY.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`the browser edition did not start:\n${said.join('\n')}`)
}
