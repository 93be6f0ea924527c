/**
 * A `RecordLog` in memory whose faults are chosen by the test: a full disk, an input/output error, a torn tail, a crash
 * that loses what was not acknowledged, damaged records. `disk` outlives the log, as a disk outlives a program.
 */
import { err, ok } from '#domain/result.ts'
import type { AppendProblem, RecordLog } from '#host/host.ts'

export interface Disk {
  records: Uint8Array[]
  /** Places that the framing finds damaged. */
  damaged: Set<number>
  tornBytes: number
}

export interface Faults {
  /** Called before each append with its number from 1; a problem refuses it. */
  refuse?: (append: number) => AppendProblem | null
  /** Appends wait for this: what a slow disk does. */
  hang?: Promise<void>
}

export interface MemoryLog extends RecordLog {
  readonly disk: Disk
  readonly faults: Faults
  /** Every append that was asked for, refused ones too. */
  readonly asked: (readonly Uint8Array[])[]
}

export const createDisk = (): Disk => ({ records: [], damaged: new Set(), tornBytes: 0 })

export function createMemoryLog(disk: Disk = createDisk(), faults: Faults = {}): MemoryLog {
  const asked: (readonly Uint8Array[])[] = []
  let closed = false
  let turn: Promise<void> = Promise.resolve()
  const whole = () => disk.records.filter((_, index) => !disk.damaged.has(index))
  return {
    disk,
    faults,
    asked,
    append(records) {
      const result = turn.then(async () => {
        if (closed) return err({ kind: 'closed' } as const)
        asked.push(records)
        if (faults.hang !== undefined) await faults.hang
        const problem = faults.refuse?.(asked.length) ?? null
        if (problem !== null) return err(problem)
        disk.records.push(...records.map(bytes => bytes.slice()))
        return ok(undefined)
      })
      turn = result.then(() => undefined)
      return result
    },
    async *read() {
      const records = whole()
      for (let from = 0; from < records.length; from += 256) yield records.slice(from, from + 256)
    },
    async stats() {
      const records = whole()
      return {
        records: records.length,
        bytes: records.reduce((sum, { length }) => sum + length, 0),
        tornBytes: disk.tornBytes,
        damaged: disk.damaged.size,
      }
    },
    async close() {
      closed = true
    },
  }
}

/** Another laptop's or an earlier moment's disk. */
export const copyDisk = ({ records, damaged, tornBytes }: Disk): Disk => ({
  records: records.map(bytes => bytes.slice()),
  damaged: new Set(damaged),
  tornBytes,
})
