/** The record log's algorithm on a disk that tears, rots, fills up and lies about fsync. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordLog } from '#host/host.ts'
import { createMemoryDisk, DiskFault, type DiskOperation, type MemoryDisk } from '#host/memory-files.ts'
import { openSegmentedLog, type PagedRecordLog } from '#host/segmented-log.ts'

const record = (seed: number, length = 40): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (seed * 31 + index * 7) & 0xff)

async function open(disk: MemoryDisk, segmentBytes?: number): Promise<PagedRecordLog> {
  const opened = await openSegmentedLog(disk.files, segmentBytes === undefined ? {} : { segmentBytes })
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

async function everything(log: RecordLog): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const batch of log.read()) all.push(...batch)
  return all
}

function failOnce(disk: MemoryDisk, wanted: DiskOperation, problem: DiskFault): void {
  disk.fault = operation => {
    if (operation !== wanted) return
    disk.fault = null
    throw problem
  }
}

const full = new DiskFault({ kind: 'disk-full' })
const broken = new DiskFault({ kind: 'io', code: 'EIO' })

describe('a torn tail', () => {
  it('is cut back to the last whole record, wherever the cut is', async () => {
    const whole = createMemoryDisk()
    const log = await open(whole)
    for (let index = 0; index < 6; index += 1) await log.append([record(index)])
    const bytes = whole.bytesOf(1)
    for (let length = 0; length <= bytes.length; length += 1) {
      const disk = createMemoryDisk()
      disk.spoil(1, bytes.slice(0, length))
      const reopened = await open(disk)
      const survivors = Math.max(0, Math.floor((length - 32) / 56))
      expect(await everything(reopened)).toEqual(
        Array.from({ length: survivors }, (_, index) => record(index)),
      )
      const { tornBytes, damaged } = await reopened.stats()
      expect({ tornBytes, damaged }).toEqual({
        tornBytes: length < 32 ? length : (length - 32) % 56,
        damaged: 0,
      })
      expect(await reopened.append([record(99)])).toEqual({ ok: true, value: undefined })
      expect((await everything(await open(disk))).at(-1)).toEqual(record(99))
    }
  })
})

describe('rot', () => {
  it('costs only the record it is in, and is counted, for any flipped bit', async () => {
    const original = createMemoryDisk()
    const log = await open(original)
    const records = Array.from({ length: 5 }, (_, index) => record(index))
    for (const item of records) await log.append([item])
    const bytes = original.bytesOf(1)
    for (let bit = 32 * 8; bit < bytes.length * 8; bit += 5) {
      const spoilt = bytes.slice()
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const disk = createMemoryDisk()
      disk.spoil(1, spoilt)
      const reopened = await open(disk)
      const hit = Math.floor(((bit >> 3) - 32) / 56)
      expect(await everything(reopened)).toEqual(records.filter((_, index) => index !== hit))
      const { damaged, tornBytes } = await reopened.stats()
      expect(damaged > 0 || tornBytes > 0).toBe(true)
    }
  })

  it('that happens after opening is left out of what is read, and counted once', async () => {
    const disk = createMemoryDisk()
    const log = await open(disk)
    await log.append([record(1), record(2)])
    const spoilt = disk.bytesOf(1)
    spoilt[60] = (spoilt[60] ?? 0) ^ 1
    await log.close()
    const again = await open(disk)
    disk.spoil(1, spoilt)
    expect(await everything(again)).toEqual([record(2)])
    await everything(again)
    expect((await again.stats()).damaged).toBe(1)
  })
})

describe('a full disk', () => {
  it('leaves nothing of the refused records, and the log works again once there is room', async () => {
    const disk = createMemoryDisk()
    const log = await open(disk)
    await log.append([record(1)])
    disk.partly = 30
    failOnce(disk, 'write', full)
    expect(await log.append([record(2)])).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    expect(await everything(log)).toEqual([record(1)])
    expect((await log.append([record(3)])).ok).toBe(true)
    expect(await everything(await open(disk))).toEqual([record(1), record(3)])
    expect((await (await open(disk)).stats()).tornBytes).toBe(0)
  })

  it('while a new segment is made leaves no trace of that segment', async () => {
    const disk = createMemoryDisk()
    const log = await open(disk, 100)
    await log.append([record(1)])
    failOnce(disk, 'flush', full)
    expect((await log.append([record(2)])).ok).toBe(false)
    expect(await disk.files.list()).toEqual([1])
    expect((await log.append([record(3)])).ok).toBe(true)
    expect(await everything(await open(disk, 100))).toEqual([record(1), record(3)])
  })
})

describe('a failed fsync', () => {
  it('moves the log to a new segment, and what was refused stays dead after a crash', async () => {
    const disk = createMemoryDisk()
    const log = await open(disk)
    await log.append([record(1)])
    const failures: DiskOperation[] = []
    disk.fault = operation => {
      // The sync fails and the cutting back too: the refused bytes are still in the file.
      if ((operation === 'flush' || operation === 'truncate') && failures.length < 2) {
        failures.push(operation)
        throw broken
      }
    }
    expect(await log.append([record(2)])).toEqual({ ok: false, problem: { kind: 'io', code: 'EIO' } })
    expect(failures).toEqual(['flush', 'truncate'])
    disk.fault = null
    expect(await disk.files.list()).toEqual([1, 2])
    disk.crash(10_000)
    expect(await everything(await open(disk))).toEqual([record(1)])
    expect((await log.append([record(3)])).ok).toBe(true)
    expect(await everything(await open(disk))).toEqual([record(1), record(3)])
  })

  it('is never followed by another fsync of the same segment', async () => {
    const disk = createMemoryDisk()
    const log = await open(disk)
    await log.append([record(1)])
    failOnce(disk, 'flush', broken)
    await log.append([record(2)])
    const flushed: number[] = []
    disk.fault = (operation, segment) => {
      if (operation === 'flush') flushed.push(segment)
    }
    await log.append([record(3)])
    expect(flushed).not.toContain(1)
  })
})

describe('any run of appends, faults and power cuts', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('append' as const), records: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('fail' as const),
        operation: fc.constantFrom<DiskOperation>('open', 'write', 'flush', 'truncate'),
        partly: fc.nat(80),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), keep: fc.nat(200) }) },
  )

  it('keeps every acknowledged record in order and nothing that was refused while the app ran on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const disk = createMemoryDisk()
        let log = await open(disk, 400)
        const acknowledged: number[] = []
        const mayLive = new Set<number>()
        let next = 0
        for (const item of steps) {
          if (item.kind === 'fail') {
            disk.partly = item.partly
            failOnce(disk, item.operation, broken)
          } else if (item.kind === 'crash') {
            disk.fault = null
            disk.crash(item.keep)
            log = await open(disk, 400)
          } else {
            const seeds = Array.from({ length: item.records }, () => next++)
            const result = await log.append(seeds.map(seed => record(seed, 60)))
            if (result.ok) acknowledged.push(...seeds)
            else for (const seed of seeds) mayLive.add(seed)
          }
        }
        disk.fault = null
        const found = (await everything(log)).map(bytes => bytes.join())
        const wanted = new Set(acknowledged.map(seed => record(seed, 60).join()))
        expect(found.filter(bytes => wanted.has(bytes))).toEqual(
          acknowledged.map(seed => record(seed, 60).join()),
        )
        const refusedSeen = found.filter(bytes => !wanted.has(bytes))
        const refusable = new Set([...mayLive].map(seed => record(seed, 60).join()))
        expect(refusedSeen.every(bytes => refusable.has(bytes))).toBe(true)
        if (!steps.some(({ kind }) => kind === 'crash')) expect(refusedSeen).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
