/**
 * The record log's behaviour, once for every place that has files (Node, OPFS, memory): append-only segments of
 * framed records (`segment-frames.ts`), durable when an append resolves.
 *
 * What it defends against:
 * - a torn tail after a crash: cut back to the last whole record on opening, and counted, before anything is
 *   appended (appending behind a torn record is how LevelDB loses whole databases);
 * - an fsync error: the kernel may have dropped the pages and says so only once, so the handle is never synced
 *   again; the log moves to a new segment whose header says how much of the one before counts;
 * - a full disk: what was partly written is cut back, and the same log takes appends again once there is room.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem, RecordLog } from './host.ts'
import {
  encodeFrames,
  encodeSegmentHeader,
  FRAME_HEADER_BYTES,
  type Frame,
  isNewerSegment,
  recordsIn,
  SEGMENT_HEADER_BYTES,
  scanSegment,
} from './segment-frames.ts'

/** One open segment file. Every method throws on failure; `SegmentFiles.explain` says what the failure means. */
export interface SegmentFile {
  size(): Promise<number>
  read(offset: number, length: number): Promise<Uint8Array>
  write(offset: number, bytes: Uint8Array): Promise<void>
  /** Returns when everything written is on the disk. */
  flush(): Promise<void>
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

export interface SegmentFiles {
  /** Numbers of the segments there are, in any order. */
  list(): Promise<readonly number[]>
  /** An existing segment, or a new empty one whose name is durable when this resolves. */
  open(number: number, mode: 'existing' | 'new'): Promise<SegmentFile>
  remove(number: number): Promise<void>
  explain(error: unknown): AppendProblem
}

export interface ReadCursor {
  readonly segment: number
  readonly frame: number
}

export interface ReadPage {
  readonly records: readonly Uint8Array[]
  /** Where the next page begins; null at the end. */
  readonly next: ReadCursor | null
}

/** A record log that can also be read page by page, for a caller in another process. */
export interface PagedRecordLog extends RecordLog {
  readPage(from: ReadCursor | null): Promise<ReadPage>
}

interface Segment {
  readonly number: number
  readonly frames: Frame[]
  /** Bytes of the segment that count. */
  length: number
}

export const SEGMENT_BYTES = 16 * 1024 * 1024
export const READ_BATCH_BYTES = 1024 * 1024

const START: ReadCursor = { segment: 0, frame: 0 }

/** Opens every segment, cuts back a torn tail, and counts what is there. */
export async function openSegmentedLog(
  files: SegmentFiles,
  options: { readonly segmentBytes?: number } = {},
): Promise<Result<PagedRecordLog, AppendProblem>> {
  try {
    return ok(new SegmentedLog(files, options.segmentBytes ?? SEGMENT_BYTES, await readSegments(files)))
  } catch (error) {
    if (error instanceof NewerSegment) return err({ kind: 'io', code: 'newer-format' })
    return err(files.explain(error))
  }
}

/** Must be known before anything is cut back as torn. */
class NewerSegment extends Error {}

interface Opened {
  readonly segments: Segment[]
  readonly damaged: number
  readonly tornBytes: number
}

async function readSegments(files: SegmentFiles): Promise<Opened> {
  const numbers = [...(await files.list())].sort((a, b) => a - b)
  const segments: Segment[] = []
  let damaged = 0
  let tornBytes = 0
  // Backwards, because each header says how much of the segment before it counts.
  const limits = new Map<number, number>()
  for (const number of numbers.reverse()) {
    const isLast = segments.length === 0
    const { size, scan } = await scanFile(files, number, isLast, limits.get(number))
    if (isLast && size < SEGMENT_HEADER_BYTES) {
      // Cut short while it was being made: nothing was ever acknowledged in it.
      tornBytes += size
      await files.remove(number)
      continue
    }
    damaged += scan.gaps
    if (isLast) tornBytes += scan.tail
    else if (scan.tail > 0) damaged += 1
    if (scan.header !== null) limits.set(scan.header.previousNumber, scan.header.previousLength)
    segments.unshift({ number, frames: [...scan.frames], length: scan.end })
  }
  return { segments, damaged, tornBytes }
}

async function scanFile(files: SegmentFiles, number: number, isLast: boolean, limit: number | undefined) {
  const file = await files.open(number, 'existing')
  try {
    const size = await file.size()
    const bytes = await file.read(0, size)
    if (isNewerSegment(bytes)) throw new NewerSegment()
    const scan = scanSegment(bytes, limit)
    if (isLast && scan.tail > 0) {
      await file.truncate(scan.end)
      await file.flush()
    }
    return { size, scan }
  } finally {
    await file.close()
  }
}

class SegmentedLog implements PagedRecordLog {
  readonly #files: SegmentFiles
  readonly #segmentBytes: number
  readonly #opened: Opened
  readonly #segments: Segment[]
  /** Segments that must not be appended to again: a sync or the cutting back failed there. */
  readonly #abandoned = new Set<number>()
  /** Records that were whole when the log was opened and no longer were when they were read. */
  readonly #rotten = new Set<string>()
  #writer: SegmentFile | null = null
  #nextNumber: number
  #isClosed = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(files: SegmentFiles, segmentBytes: number, opened: Opened) {
    this.#files = files
    this.#segmentBytes = segmentBytes
    this.#opened = opened
    this.#segments = opened.segments
    this.#nextNumber = (opened.segments.at(-1)?.number ?? 0) + 1
  }

  append = (records: readonly Uint8Array[]) => this.#inOrder(() => this.#append(records))
  readPage = (from: ReadCursor | null) => this.#inOrder(() => this.#readPage(from))
  read = () => pagesToBatches(this.readPage)

  stats = () =>
    this.#inOrder(async () => ({
      records: this.#segments.reduce((sum, { frames }) => sum + frames.length, 0),
      bytes: this.#segments.reduce((sum, { length }) => sum + length, 0),
      tornBytes: this.#opened.tornBytes,
      damaged: this.#opened.damaged + this.#rotten.size,
    }))

  close = () =>
    this.#inOrder(async () => {
      this.#isClosed = true
      await this.#retireWriter()
    })

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #append(records: readonly Uint8Array[]): Promise<Result<void, AppendProblem>> {
    if (this.#isClosed) return err({ kind: 'closed' })
    if (records.length === 0) return ok(undefined)
    const bytes = encodeFrames(records)
    try {
      const { file, segment } = await this.#writable(bytes.length)
      const problem = await this.#write(file, segment, bytes)
      if (problem !== null) return err(problem)
      remember(segment, records)
      return ok(undefined)
    } catch (error) {
      return err(this.#files.explain(error))
    }
  }

  /** Null when the bytes are durable. Otherwise nothing of them counts any more. */
  async #write(file: SegmentFile, segment: Segment, bytes: Uint8Array): Promise<AppendProblem | null> {
    let isWritten = false
    try {
      await file.write(segment.length, bytes)
      isWritten = true
      await file.flush()
      return null
    } catch (error) {
      const isCutBack = await file.truncate(segment.length).then(
        () => true,
        () => false,
      )
      if (isWritten || !isCutBack) {
        this.#abandoned.add(segment.number)
        await this.#retireWriter()
        // At once, not at the next append: its header is what keeps the refused bytes dead after a crash.
        await this.#startSegment().catch(() => undefined)
      }
      return this.#files.explain(error)
    }
  }

  /** A segment that takes `size` more bytes: the last one, or a new one behind it. */
  async #writable(size: number): Promise<{ readonly file: SegmentFile; readonly segment: Segment }> {
    const last = this.#segments.at(-1)
    const hasRoom = last !== undefined && last.length + size <= this.#segmentBytes
    if (!hasRoom || this.#abandoned.has(last.number)) return this.#startSegment()
    this.#writer ??= await this.#files.open(last.number, 'existing')
    return { file: this.#writer, segment: last }
  }

  async #startSegment(): Promise<{ readonly file: SegmentFile; readonly segment: Segment }> {
    await this.#retireWriter()
    const last = this.#segments.at(-1)
    const number = this.#nextNumber
    this.#nextNumber += 1
    const file = await this.#files.open(number, 'new')
    const header = { number, previousNumber: last?.number ?? 0, previousLength: last?.length ?? 0 }
    try {
      await file.write(0, encodeSegmentHeader(header))
      await file.flush()
    } catch (error) {
      await file.close().catch(() => undefined)
      await this.#files.remove(number).catch(() => undefined)
      throw error
    }
    const segment: Segment = { number, frames: [], length: SEGMENT_HEADER_BYTES }
    this.#segments.push(segment)
    this.#writer = file
    return { file, segment }
  }

  async #retireWriter(): Promise<void> {
    const retired = this.#writer
    this.#writer = null
    await retired?.close().catch(() => undefined)
  }

  async #readPage(from: ReadCursor | null): Promise<ReadPage> {
    const cursor = from ?? START
    const index = this.#segments.findIndex(({ number }) => number >= cursor.segment)
    const segment = this.#segments[index]
    if (segment === undefined) return { records: [], next: null }
    const first = segment.number === cursor.segment ? cursor.frame : 0
    const frames = framesOfOneBatch(segment.frames, first)
    const end = first + frames.length
    const following = this.#segments[index + 1]
    const behind = following === undefined ? null : { segment: following.number, frame: 0 }
    const next = end < segment.frames.length ? { segment: segment.number, frame: end } : behind
    return { records: await this.#readFrames(segment, frames), next }
  }

  async #readFrames(segment: Segment, frames: readonly Frame[]): Promise<readonly Uint8Array[]> {
    if (frames.length === 0) return []
    const { base, length } = spanOf(frames)
    const open = segment === this.#segments.at(-1) ? this.#writer : null
    const file = open ?? (await this.#files.open(segment.number, 'existing'))
    try {
      const found = recordsIn(await file.read(base, length), base, frames)
      for (const [at, record] of found.entries())
        if (record === null) this.#rotten.add(`${segment.number}/${frames[at]?.start}`)
      return found.filter(record => record !== null)
    } finally {
      if (open === null) await file.close()
    }
  }
}

function remember(segment: Segment, records: readonly Uint8Array[]): void {
  for (const { length } of records) {
    const start = segment.length + FRAME_HEADER_BYTES
    segment.frames.push({ start, length })
    segment.length = start + length
  }
}

/** At least one frame, so that a record longer than a batch is still read. */
function framesOfOneBatch(frames: readonly Frame[], first: number): readonly Frame[] {
  let bytes = 0
  let end = first
  for (; end < frames.length; end += 1) {
    bytes += frames[end]?.length ?? 0
    if (end > first && bytes > READ_BATCH_BYTES) break
  }
  return frames.slice(first, end)
}

function spanOf(frames: readonly Frame[]): { readonly base: number; readonly length: number } {
  const first = frames[0]
  const last = frames.at(-1)
  if (first === undefined || last === undefined) return { base: 0, length: 0 }
  const base = first.start - FRAME_HEADER_BYTES
  return { base, length: last.start + last.length - base }
}

/** The reading half of `RecordLog` for anything that hands out pages. */
export async function* pagesToBatches(
  readPage: (from: ReadCursor | null) => Promise<ReadPage>,
): AsyncGenerator<readonly Uint8Array[]> {
  let from: ReadCursor | null = null
  do {
    const page: ReadPage = await readPage(from)
    if (page.records.length > 0) yield page.records
    from = page.next
  } while (from !== null)
}
