/**
 * A disk in memory with the failures of a real one, for the memory host and for tests of the log's algorithm.
 * What was written but not flushed is lost by `crash()`, except for as much of it as the test says.
 */
import type { AppendProblem } from './host.ts'
import type { SegmentFile, SegmentFiles } from './segmented-log.ts'

/** Thrown by an operation that the test wants to fail. */
export class DiskFault extends Error {
  readonly problem: AppendProblem
  constructor(problem: AppendProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export type DiskOperation = 'open' | 'write' | 'flush' | 'truncate'

export interface MemoryDisk {
  readonly files: SegmentFiles
  /** Called before each operation; throw a `DiskFault` to make it fail. `partly` bytes of a failing write stay. */
  fault: ((operation: DiskOperation, segment: number) => void) | null
  partly: number
  /** Power cut: each segment keeps what was flushed and the first `keep` bytes of what was not. */
  crash(keep?: number): void
  /** The bytes of a segment, to be spoilt by a test. */
  bytesOf(segment: number): Uint8Array
  spoil(segment: number, bytes: Uint8Array): void
}

interface StoredSegment {
  /** Grows by doubling; only the first `length` bytes are the file. */
  room: Uint8Array
  length: number
  /** What a power cut leaves: appended files lose only their end. */
  flushedLength: number
}

export function createMemoryDisk(): MemoryDisk {
  const segments = new Map<number, StoredSegment>()
  const stored = (number: number): StoredSegment => {
    const segment = segments.get(number)
    if (segment === undefined) throw new DiskFault({ kind: 'io', code: 'ENOENT' })
    return segment
  }
  const disk: MemoryDisk = {
    files: {
      list: async () => [...segments.keys()],
      async open(number, mode) {
        disk.fault?.('open', number)
        if (mode === 'new') segments.set(number, { room: new Uint8Array(1024), length: 0, flushedLength: 0 })
        return openMemorySegment(disk, number, stored(number))
      },
      async remove(number) {
        segments.delete(number)
      },
      explain: problemOf,
    },
    fault: null,
    partly: 0,
    crash(keep = 0) {
      for (const segment of segments.values()) {
        segment.length = Math.min(segment.length, segment.flushedLength + keep)
        segment.flushedLength = segment.length
      }
    },
    bytesOf: number => stored(number).room.slice(0, stored(number).length),
    spoil(number, bytes) {
      segments.set(number, { room: bytes.slice(), length: bytes.length, flushedLength: bytes.length })
    },
  }
  return disk
}

function openMemorySegment(disk: MemoryDisk, number: number, segment: StoredSegment): SegmentFile {
  const put = (offset: number, bytes: Uint8Array): void => {
    const needed = offset + bytes.length
    if (needed > segment.room.length) {
      const room = new Uint8Array(Math.max(needed, segment.room.length * 2))
      room.set(segment.room.subarray(0, segment.length))
      segment.room = room
    }
    segment.room.set(bytes, offset)
    segment.length = Math.max(segment.length, needed)
  }
  return {
    size: async () => segment.length,
    read: async (offset, length) => segment.room.slice(offset, Math.min(offset + length, segment.length)),
    async write(offset, bytes) {
      try {
        disk.fault?.('write', number)
      } catch (error) {
        put(offset, bytes.subarray(0, disk.partly))
        throw error
      }
      put(offset, bytes)
    },
    async flush() {
      disk.fault?.('flush', number)
      segment.flushedLength = segment.length
    },
    async truncate(size) {
      disk.fault?.('truncate', number)
      segment.length = Math.min(segment.length, size)
      segment.flushedLength = Math.min(segment.flushedLength, size)
    },
    close: async () => undefined,
  }
}

function problemOf(error: unknown): AppendProblem {
  if (error instanceof DiskFault) return error.problem
  throw error
}
