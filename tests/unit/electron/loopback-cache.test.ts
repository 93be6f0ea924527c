import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { addressOf, listen } from '../../../electron/loopback/server.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

it('lets the browser keep what the build names by its content, and never the page that names it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'porchlight-loopback-'))
  undo.push(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'other.js'), '')
  writeFileSync(join(root, 'assets/index-abc.js'), '')
  const listening = await listen(root, 0)
  if (!('server' in listening)) throw new Error(listening.kind)
  undo.push(() => listening.server.close())
  const kept = async (path: string) => {
    const response = await fetch(addressOf(listening.port) + path, { headers: { connection: 'close' } })
    return [response.status, response.headers.get('cache-control')]
  }
  expect(await kept('')).toEqual([200, 'no-cache'])
  expect(await kept('other.js')).toEqual([200, 'no-cache'])
  expect(await kept('assets/index-abc.js')).toEqual([200, 'private, max-age=31536000, immutable'])
  expect(await kept('assets/index-gone.js')).toEqual([404, 'no-cache'])
})
