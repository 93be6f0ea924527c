/** Segment files of one group's record log, in a folder: written with pwrite, durable with fdatasync. */
import { constants, type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SegmentFile, SegmentFiles } from '#host/contract.ts'
import { ensureFolder, explainFileError, readFully, syncFolder } from './atomic-file.ts'

const SEGMENT_NAME = /^(\d{8})\.seg$/
const NEW = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL

export async function openSegmentFolder(folder: string): Promise<SegmentFiles> {
  await ensureFolder(folder)
  const pathOf = (number: number): string => join(folder, `${String(number).padStart(8, '0')}.seg`)
  return {
    async list() {
      const names = await readdir(folder)
      return names.flatMap(name => SEGMENT_NAME.exec(name)?.[1] ?? []).map(Number)
    },
    async open(number, mode) {
      const file = await open(pathOf(number), mode === 'new' ? NEW : 'r+', 0o600)
      if (mode === 'new') await syncFolder(folder)
      return segmentOver(file)
    },
    remove: number => rm(pathOf(number), { force: true }),
    explain: explainFileError,
  }
}

function segmentOver(file: FileHandle): SegmentFile {
  return {
    size: async () => (await file.stat()).size,
    read: (offset, length) => readFully(file, offset, length),
    write: (offset, bytes) => writeFully(file, offset, bytes),
    flush: () => file.datasync(),
    truncate: size => file.truncate(size),
    close: () => file.close(),
  }
}

async function writeFully(file: FileHandle, offset: number, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done)
    done += bytesWritten
  }
}
