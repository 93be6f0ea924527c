/** The memory of a running program and of every program that it started, as its own user could read it (Linux). */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

const CHUNK_BYTES = 32 * 1024 * 1024
/** Two chunks share so much, so that nothing is missed at their border. */
const OVERLAP_BYTES = 4 * 1024

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Every process whose command line names `folder`, and their descendants. */
export function processesOf(folder: string): readonly number[] {
  const all = readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .map(pid => ({
      pid,
      parent: Number(textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]),
      command: textOf(`/proc/${pid}/cmdline`),
    }))
  const found = new Set(
    all.filter(({ pid, command }) => pid !== process.pid && command.includes(folder)).map(({ pid }) => pid),
  )
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid)
  }
  return [...found]
}

/** Hands every readable private or shared region of a process to `look`, in pieces. Returns how many bytes that were. */
export function readMemory(pid: number, look: (bytes: Uint8Array) => void): number {
  const regions = textOf(`/proc/${pid}/maps`)
    .split('\n')
    .flatMap(line => {
      const [, from, to, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S{4})/.exec(line) ?? []
      const isReadable = rights?.startsWith('r') && !/\[(vvar|vsyscall|vdso)/.test(line)
      // A program's own code and libraries lie on the disk as they are.
      const isFile = rights?.[1] === '-' && / \/(usr|lib|opt)\//.test(line)
      return from && to && isReadable && !isFile ? [[BigInt(`0x${from}`), BigInt(`0x${to}`)] as const] : []
    })
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const buffer = Buffer.alloc(CHUNK_BYTES)
  let bytes = 0
  try {
    for (const [from, to] of regions)
      for (let at = from; at < to; ) {
        const wanted = Math.min(CHUNK_BYTES, Number(to - at))
        const read = readPart(memory, buffer, wanted, at)
        if (read === 0) break
        for (const part of used(buffer.subarray(0, read))) look(part)
        bytes += read
        at += BigInt(read === CHUNK_BYTES ? read - OVERLAP_BYTES : read)
      }
  } finally {
    closeSync(memory)
  }
  return bytes
}

const PIECE_BYTES = 64 * 1024
const NOTHING = Buffer.alloc(PIECE_BYTES)

/** Without the pieces that hold nothing but zeros, which is most of what a program has reserved. */
function used(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  let from = -1
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const end = Math.min(at + PIECE_BYTES, bytes.length)
    const isEmpty = bytes.compare(NOTHING, 0, end - at, at, end) === 0
    if (isEmpty && from >= 0) {
      parts.push(bytes.subarray(from, at))
      from = -1
    }
    if (!isEmpty && from < 0) from = at
  }
  if (from >= 0) parts.push(bytes.subarray(from))
  return parts
}

/** 0 where the region went away, or was reserved and never used. */
function readPart(memory: number, buffer: Buffer, length: number, at: bigint): number {
  try {
    return readSync(memory, buffer, { length, position: at })
  } catch {
    return 0
  }
}
