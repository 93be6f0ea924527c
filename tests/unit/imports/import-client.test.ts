import { describe, expect, test } from 'vitest'
import { createImportClient, type ImportWorker } from '#imports/import-client.ts'
import type { ImportReply, ImportRequest } from '#imports/import-messages.ts'
import { serveImports } from '#imports/import-server.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { bankBytes, utf8 } from '../../support/imports/write-bank-files.ts'

/** Both ends in one thread, each message cloned as between a page and its worker. */
function pair() {
  const toWorker: ((event: { data: ImportRequest }) => void)[] = []
  const toPage: ((event: { data: ImportReply }) => void)[] = []
  const failures: (() => void)[] = []
  const sent: ImportReply[] = []
  let ended = false
  serveImports({
    postMessage: message => {
      sent.push(message)
      const data = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of toPage) listener({ data })
      })
    },
    addEventListener: (_, listener) => toWorker.push(listener),
  })
  const worker: ImportWorker = {
    postMessage: message => {
      const data = structuredClone(message)
      queueMicrotask(() => {
        if (!ended) for (const listener of toWorker) listener({ data })
      })
    },
    addEventListener: (kind: 'message' | 'error', listener: never) => {
      if (kind === 'message') toPage.push(listener)
      else failures.push(listener)
    },
    terminate: () => {
      ended = true
    },
  }
  const fail = (): void => {
    for (const listener of failures) listener()
  }
  return { worker, sent, fail }
}

const td = { bytes: bankBytes('td.csv', accountTable), name: 'td.csv' }
const long = {
  bytes: utf8(`Date,Description,Amount\n${'2025-01-02,Shop,1.00\n'.repeat(60_000)}`),
  name: 'long.csv',
}

describe('reading in the worker', () => {
  test('gives the file and says how far it is', async () => {
    const { worker } = pair()
    const shares: number[] = []
    const file = await createImportClient(worker).read(td, { onProgress: share => shares.push(share) })
    expect(file.ok && file.value.accounts[0]?.sums.count).toBe(173)
    expect(shares.length).toBeGreaterThan(0)
  })

  test('a problem comes back as a value', async () => {
    const file = await createImportClient(pair().worker).read({ bytes: new Uint8Array(), name: '' })
    expect(file).toEqual({ ok: false, problem: { kind: 'empty' } })
  })

  test('two files at once keep apart', async () => {
    const client = createImportClient(pair().worker)
    const [a, b] = await Promise.all([client.read(td), client.read(long)])
    expect([a, b].map(file => file.ok && file.value.accounts[0]?.sums.count)).toEqual([173, 60_000])
  })

  test('a calendar beside a bank file, each with its own result or problem', async () => {
    const client = createImportClient(pair().worker)
    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART:20261102T140000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    const calendar = { bytes: utf8(lines.join('\n')), zone: 'America/Toronto' }
    const [read, bank, torn] = await Promise.all([
      client.readCalendar(calendar),
      client.read(td),
      client.readCalendar({ ...calendar, bytes: calendar.bytes.subarray(0, 60) }),
    ])
    expect(read.ok && read.value.events[0]?.time.start).toBe('2026-11-02T09:00')
    expect(bank.ok && bank.value.accounts[0]?.sums.count).toBe(173)
    expect(torn).toMatchObject({ ok: false, problem: { kind: 'cut', component: 'VEVENT' } })
    client.close()
    expect(await client.readCalendar(calendar)).toEqual({ ok: false, problem: { kind: 'cancelled' } })
  })

  test('a real worker fits the port', () => {
    const fits = (worker: Worker): ImportWorker => worker
    expect(fits).toBeTypeOf('function')
  })
})

describe('stopping', () => {
  test('a cancelled read settles at once, and the worker stops in the middle of the file', async () => {
    const { worker, sent } = pair()
    const stop = new AbortController()
    const client = createImportClient(worker)
    const reading = client.read(long, {
      signal: stop.signal,
      onProgress: share => share > 0.2 && stop.abort(),
    })
    expect(await reading).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    // The next read goes through the same worker, so by its end the first one has ended too.
    expect((await client.read(td)).ok).toBe(true)
    expect(sent.filter(one => one.kind === 'done').map(one => one.result.ok)).toEqual([false, true])
  })

  test('one cancelled before it began is never sent', async () => {
    const { worker, sent } = pair()
    const file = await createImportClient(worker).read(td, { signal: AbortSignal.abort() })
    expect(file).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect(sent).toEqual([])
  })

  test('closing the client and a failing worker settle what waits and what comes after', async () => {
    const first = pair()
    const client = createImportClient(first.worker)
    const waiting = client.read(td)
    client.close()
    expect(await waiting).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    const second = pair()
    const other = createImportClient(second.worker)
    const lost = other.read(td)
    second.fail()
    expect(await lost).toEqual({ ok: false, problem: { kind: 'reader-failed' } })
    expect(await other.read(td)).toEqual({ ok: false, problem: { kind: 'reader-failed' } })
  })
})
