/** `npm start` where no desktop window can open: one port, one sentence for each thing that can be in the way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { startEdition } from '../support/browser/edition.ts'
import { expect, test } from '../support/browser/test.ts'

const START = resolve(import.meta.dirname, '../../electron/start.mjs')

async function start(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, [START, '--browser', '--no-open', '--no-build', ...args])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

test('a second start on the same port says where the first one is, and ends', async ({ edition }) => {
  const { port } = new URL(edition.address)
  const began = performance.now()
  const { code, said } = await start('--port', port)
  expect({ code, said: said.trim() }).toEqual({
    code: 0,
    said: `Porchlight is already running at ${edition.address}`,
  })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a port that another program has is one sentence and no start', async () => {
  const stranger = createServer((_request, response) => response.end('hello'))
  await new Promise<void>(done => stranger.listen(0, '127.0.0.1', done))
  const address = stranger.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, said } = await start('--port', String(port))
  expect(code).toBe(1)
  expect(said).toMatch(/^Another program uses port \d+[^\n]*\n$/)
  stranger.closeAllConnections()
  stranger.close()
})

test('a port that is none is refused in one sentence', async () => {
  expect(await start('--port', 'http')).toMatchObject({
    code: 1,
    said: '--port takes a number from 0 to 65535, not “http”.\n',
  })
})

test('it stops when it is told to, and starts again at once on the same port', async ({ page }) => {
  const first = await startEdition()
  await first.stop()
  const second = await startEdition(Number(new URL(first.address).port))
  expect(second.address).toBe(first.address)
  expect((await page.request.get(second.address)).status()).toBe(200)
  await second.stop()
})
