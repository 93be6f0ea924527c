/**
 * What every host must do, as cases that need no test runner: memory and the desktop's files run them under vitest,
 * the browser host runs them inside a real page under Playwright.
 */
import type { Result } from '#domain/result.ts'
import type { Host, OpenedFile, RecordLog } from '#host/host.ts'

/** One laptop under test. Each case gets a fresh one. */
export interface HostMachine {
  /** The app starts (again) on what this laptop has kept. The host before it is gone, as after closing the app. */
  start(): Promise<Host>
  /** The file that the person picks in the next dialog, or null: the dialog is cancelled. */
  willPick(file: OpenedFile | null, ...more: readonly OpenedFile[]): void
  willSave(answer: 'somewhere' | 'cancel'): void
}

export interface HostCase {
  readonly name: string
  run(machine: HostMachine): Promise<void>
}

const VAULT = 'a'.repeat(32)
const OTHER_VAULT = 'b'.repeat(32)

const bytesOf = (...values: number[]): Uint8Array => Uint8Array.from(values)

/** Bytes that differ from record to record and look like nothing in particular. */
function record(seed: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed + 1
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 24
  }
  return bytes
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Uint8Array ? `bytes:${item.length}:${item.slice(0, 4000).join()}` : item,
  )
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (plain(actual) !== plain(expected))
    throw new Error(`${what}: expected ${plain(expected).slice(0, 300)}, got ${plain(actual).slice(0, 300)}`)
}

function need<T>(result: Result<T, unknown>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${plain(result.problem)}`)
  return result.value
}

async function openLog(host: Host, vaultId = VAULT): Promise<RecordLog> {
  return need(await host.openRecordLog(vaultId), 'opening the log')
}

async function everyRecord(log: RecordLog): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const batch of log.read()) all.push(...batch)
  return all
}

const LOG_CASES: readonly HostCase[] = [
  {
    name: 'a new log is empty',
    async run(machine) {
      const log = await openLog(await machine.start())
      equal(await everyRecord(log), [], 'records')
      equal(await log.stats(), { records: 0, bytes: 0, tornBytes: 0, damaged: 0 }, 'stats')
    },
  },
  {
    name: 'records come back in the order they were appended, also after a restart',
    async run(machine) {
      const first = await openLog(await machine.start())
      need(await first.append([bytesOf(1, 2), bytesOf(3)]), 'append')
      need(await first.append([bytesOf()]), 'append of an empty record')
      await first.close()
      const second = await openLog(await machine.start())
      need(await second.append([bytesOf(4, 5, 6)]), 'append')
      equal(await everyRecord(second), [bytesOf(1, 2), bytesOf(3), bytesOf(), bytesOf(4, 5, 6)], 'records')
      equal((await second.stats()).records, 4, 'count')
    },
  },
  {
    name: 'appends that do not wait for each other are kept in the order of the calls',
    async run(machine) {
      const log = await openLog(await machine.start())
      const records = Array.from({ length: 40 }, (_, index) => record(index, 200))
      const results = await Promise.all(records.map(item => log.append([item])))
      for (const result of results) need(result, 'append')
      equal(await everyRecord(log), records, 'records')
    },
  },
  {
    name: 'a batch of reading is at most about one mebibyte',
    async run(machine) {
      const log = await openLog(await machine.start())
      const records = Array.from({ length: 12 }, (_, index) => record(index, 300_000))
      need(await log.append(records), 'append')
      const batches: number[] = []
      const all: Uint8Array[] = []
      for await (const batch of log.read()) {
        batches.push(batch.reduce((sum, { length }) => sum + length, 0))
        all.push(...batch)
      }
      equal(all, records, 'records')
      equal(Math.max(...batches) <= 1024 * 1024, true, 'greatest batch fits a mebibyte')
      equal(batches.length >= 4, true, 'read in several batches')
    },
  },
  {
    name: 'more than one segment is read as one log',
    async run(machine) {
      const log = await openLog(await machine.start())
      const records = Array.from({ length: 20 }, (_, index) => record(index, 1_000_000))
      for (const item of records) need(await log.append([item]), 'append')
      await log.close()
      const again = await openLog(await machine.start())
      equal(await everyRecord(again), records, 'records')
      equal((await again.stats()).records, 20, 'count')
    },
  },
  {
    name: 'a closed log refuses to append',
    async run(machine) {
      const log = await openLog(await machine.start())
      await log.close()
      equal(await log.append([bytesOf(1)]), { ok: false, problem: { kind: 'closed' } }, 'append')
    },
  },
  {
    name: 'the logs of two groups are apart, and removing one group leaves the other',
    async run(machine) {
      const host = await machine.start()
      const one = await openLog(host)
      need(await one.append([bytesOf(1)]), 'append')
      await one.close()
      const other = await openLog(host, OTHER_VAULT)
      need(await other.append([bytesOf(2)]), 'append')
      await other.close()
      need(await host.keyFiles.replace('device.age', bytesOf(9)), 'key file')
      await host.removeGroup(VAULT)
      equal(await everyRecord(await openLog(host)), [], 'removed group')
      equal(await host.keyFiles.read('device.age'), null, 'key file of the removed group')
      const kept = await openLog(host, OTHER_VAULT)
      equal(await everyRecord(kept), [bytesOf(2)], 'other group')
    },
  },
]

const FILE_CASES: readonly HostCase[] = [
  {
    name: 'a key file that was never written is null',
    run: async machine => equal(await (await machine.start()).keyFiles.read('genesis'), null, 'key file'),
  },
  {
    name: 'a key file is replaced as a whole and survives a restart',
    async run(machine) {
      const host = await machine.start()
      need(await host.keyFiles.replace('device.age', record(1, 5000)), 'first')
      need(await host.keyFiles.replace('device.age', record(2, 300)), 'second')
      need(await host.keyFiles.replace('epoch-00ff', bytesOf(7)), 'another file')
      const again = await machine.start()
      equal(await again.keyFiles.read('device.age'), record(2, 300), 'device.age')
      equal(await again.keyFiles.read('epoch-00ff'), bytesOf(7), 'epoch')
    },
  },
  {
    name: 'a removed key file is gone, and removing it again is no mistake',
    async run(machine) {
      const { keyFiles } = await machine.start()
      need(await keyFiles.replace('device.age', bytesOf(1)), 'write')
      await keyFiles.remove('device.age')
      await keyFiles.remove('device.age')
      equal(await keyFiles.read('device.age'), null, 'key file')
    },
  },
  {
    name: 'preferences start with the defaults and are kept',
    async run(machine) {
      const host = await machine.start()
      equal(await host.preferences.read(), { language: null, theme: 'system' }, 'defaults')
      await host.preferences.write({ language: 'fr', theme: 'dark' })
      equal(await (await machine.start()).preferences.read(), { language: 'fr', theme: 'dark' }, 'kept')
    },
  },
]

const HASH = 'ab'.repeat(32)
const OTHER_HASH = '0c'.repeat(32)

const ATTACHMENT_CASES: readonly HostCase[] = [
  {
    name: 'an attachment that was never written is null, and none are listed',
    async run(machine) {
      const { attachments } = await machine.start()
      equal(await attachments.read(VAULT, HASH), null, 'attachment')
      equal(await attachments.list(VAULT), [], 'list')
    },
  },
  {
    name: 'attachments survive a restart, are listed with their size, and written again they are the same',
    async run(machine) {
      const { attachments } = await machine.start()
      need(await attachments.write(VAULT, HASH, record(1, 2_000_000)), 'first')
      need(await attachments.write(VAULT, OTHER_HASH, record(2, 300)), 'second')
      need(await attachments.write(VAULT, HASH, record(1, 2_000_000)), 'first again')
      const again = (await machine.start()).attachments
      equal(await again.read(VAULT, HASH), record(1, 2_000_000), 'first')
      const listed = (await again.list(VAULT)).map(({ hash, bytes }) => `${hash.slice(0, 4)} ${bytes}`)
      equal(listed.sort(), ['0c0c 300', 'abab 2000000'], 'list')
    },
  },
  {
    name: 'a removed attachment is gone, and removing it again is no mistake',
    async run(machine) {
      const { attachments } = await machine.start()
      need(await attachments.write(VAULT, HASH, bytesOf(1)), 'write')
      await attachments.remove(VAULT, HASH)
      await attachments.remove(VAULT, HASH)
      equal(await attachments.read(VAULT, HASH), null, 'attachment')
      equal(await attachments.list(VAULT), [], 'list')
    },
  },
  {
    name: 'attachments of two groups are apart, and removing one group leaves the other',
    async run(machine) {
      const host = await machine.start()
      need(await host.attachments.write(VAULT, HASH, bytesOf(1)), 'one')
      need(await host.attachments.write(OTHER_VAULT, HASH, bytesOf(2)), 'other')
      await host.removeGroup(VAULT)
      equal(await host.attachments.read(VAULT, HASH), null, 'of the removed group')
      equal(await host.attachments.read(OTHER_VAULT, HASH), bytesOf(2), 'of the other group')
    },
  },
]

const PERSON_CASES: readonly HostCase[] = [
  {
    name: 'the file that was picked is opened with its name',
    async run(machine) {
      const host = await machine.start()
      machine.willPick({ name: 'bank.csv', bytes: bytesOf(1, 2, 3) })
      const opened = await host.openFile({ extensions: ['csv'], limitBytes: 3 })
      equal(opened, { ok: true, value: { name: 'bank.csv', bytes: bytesOf(1, 2, 3) } }, 'opened')
    },
  },
  {
    name: 'a file beyond the limit is refused before it is read',
    async run(machine) {
      const host = await machine.start()
      machine.willPick({ name: 'bank.csv', bytes: bytesOf(1, 2, 3, 4) })
      const opened = await host.openFile({ extensions: ['csv'], limitBytes: 3 })
      equal(opened, { ok: false, problem: { kind: 'too-big', limitBytes: 3 } }, 'refused')
    },
  },
  {
    name: 'cancelling a dialog is told as such',
    async run(machine) {
      const host = await machine.start()
      machine.willPick(null)
      machine.willSave('cancel')
      const cancelled = { ok: false, problem: { kind: 'cancelled' } }
      equal(await host.openFile({ extensions: ['csv'], limitBytes: 3 }), cancelled, 'open')
      equal(await host.saveFile({ suggestedName: 'a.csv', bytes: bytesOf(1) }), cancelled, 'save')
    },
  },
  {
    name: 'a saved file can be read back as it is on the disk',
    async run(machine) {
      const host = await machine.start()
      machine.willSave('somewhere')
      const bytes = record(5, 100_000)
      const saved = need(await host.saveFile({ suggestedName: 'Budget: été?.pdf', bytes }), 'save')
      equal(await saved.reread(), bytes, 'reread')
    },
  },
  {
    name: 'a file saved in parts is whole at its place, and is read from any place in it',
    async run(machine) {
      const host = await machine.start()
      machine.willSave('somewhere')
      async function* parts() {
        yield record(1, 300_000)
        yield bytesOf()
        yield record(2, 50)
      }
      const saved = need(await host.saveParts({ suggestedName: 'Copy.porchlight', parts: parts() }), 'save')
      const file = await saved.reopen()
      equal(file?.bytes, 300_050, 'size')
      equal(
        await file?.read(299_990, 1_000_000),
        Uint8Array.from([...record(1, 300_000).slice(299_990), ...record(2, 50)]),
        'the end',
      )
      equal(await file?.read(0, 10), record(1, 300_000).slice(0, 10), 'the beginning')
      equal(await file?.read(300_050, 10), bytesOf(), 'behind the end')
    },
  },
  {
    name: 'a file whose parts break off is not there, and the next one is saved',
    async run(machine) {
      const host = await machine.start()
      machine.willSave('somewhere')
      async function* broken() {
        yield record(1, 1000)
        throw new Error('no more')
      }
      const said = await host.saveParts({ suggestedName: 'Copy.porchlight', parts: broken() }).catch(String)
      equal(said, 'Error: no more', 'thrown on')
      async function* whole() {
        yield bytesOf(7)
      }
      const saved = need(await host.saveParts({ suggestedName: 'Copy.porchlight', parts: whole() }), 'save')
      equal(await (await saved.reopen())?.read(0, 10), bytesOf(7), 'the next one')
    },
  },
  {
    name: 'a chosen file is read piece by piece, and cancelling is told as such',
    async run(machine) {
      const host = await machine.start()
      machine.willPick({ name: 'copy.porchlight', bytes: record(3, 5000) })
      const chosen = need(await host.chooseFile({ extensions: ['porchlight'] }), 'choose')
      equal([chosen.name, chosen.bytes], ['copy.porchlight', 5000], 'chosen')
      equal(await chosen.read(4990, 100), record(3, 5000).slice(4990), 'the end')
      machine.willPick(null)
      machine.willSave('cancel')
      const cancelled = { ok: false, problem: { kind: 'cancelled' } }
      equal(await host.chooseFile({ extensions: ['porchlight'] }), cancelled, 'choose')
      async function* none() {}
      equal(await host.saveParts({ suggestedName: 'a.porchlight', parts: none() }), cancelled, 'save')
    },
  },
  {
    name: 'several files are chosen at once, in their order, and read one by one',
    async run(machine) {
      const host = await machine.start()
      const extensions = ['jpg', 'png']
      machine.willPick(
        { name: 'b.jpg', bytes: record(1, 3000) },
        { name: 'a.png', bytes: record(2, 2000) },
        { name: 'c.jpg', bytes: bytesOf(7) },
      )
      const chosen = need(await host.chooseFiles({ extensions }), 'choose')
      const facts = chosen.map(({ name, bytes }) => [name, bytes])
      equal(
        facts,
        [
          ['b.jpg', 3000],
          ['a.png', 2000],
          ['c.jpg', 1],
        ],
        'chosen',
      )
      equal(await chosen[1]?.read(0, 2000), record(2, 2000), 'the second')
      equal(await chosen[2]?.read(0, 1), bytesOf(7), 'the last')
      machine.willPick(null)
      equal(await host.chooseFiles({ extensions }), { ok: false, problem: { kind: 'cancelled' } }, 'none')
    },
  },
  {
    name: 'free space is a number or unknown',
    async run(machine) {
      const free = await (await machine.start()).freeBytes()
      equal(free === null || (Number.isFinite(free) && free > 0), true, `free bytes ${free}`)
    },
  },
]

const WRITER_CASES: readonly HostCase[] = [
  {
    name: 'only one writer at a time, and the next one after it is released',
    async run(machine) {
      const host = await machine.start()
      const first = need(await host.claimWriter(), 'first claim')
      equal(await host.claimWriter(), { ok: false, problem: { kind: 'already-open' } }, 'second claim')
      first.release()
      const second = need(await host.claimWriter(), 'claim after release')
      second.release()
    },
  },
]

export const HOST_CASES: readonly HostCase[] = [
  ...LOG_CASES,
  ...FILE_CASES,
  ...ATTACHMENT_CASES,
  ...PERSON_CASES,
  ...WRITER_CASES,
]
