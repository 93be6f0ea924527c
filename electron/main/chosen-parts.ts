/**
 * Files of any size at the place that the person chose, written and read piece by piece. As in `chosen-files.ts`, the
 * page gets a token and never a path.
 */
import { randomBytes } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  type Capabilities,
  err,
  type OpenProblem,
  ok,
  type PickedFile,
  type Result,
  type SaveProblem,
} from '#host/contract.ts'
import { createPartFile, errorCode, explainFileError, type PartFile, readFully } from './atomic-file.ts'
import { type FileDialogs, isInCloudFolder } from './chosen-files.ts'

export type ChosenParts = Pick<
  Capabilities,
  'beginSave' | 'appendSave' | 'endSave' | 'chooseFile' | 'chooseFiles' | 'readChosen' | 'sizeOfChosen'
>

interface Save {
  readonly token: string
  readonly path: string
  readonly part: PartFile
}

const newToken = (): string => randomBytes(16).toString('hex')
const GONE: SaveProblem = { kind: 'io', code: 'EBADF' }

export function createChosenParts(dialogs: FileDialogs): ChosenParts {
  const paths = new Map<string, string>()
  let save: Save | null = null

  const takeSave = (token: string): Save | null => {
    const current = save?.token === token ? save : null
    if (current !== null) save = null
    return current
  }
  async function pickedAt(path: string): Promise<Result<PickedFile, OpenProblem>> {
    try {
      const stats = await stat(path)
      if (!stats.isFile()) return err({ kind: 'io', code: 'EISDIR' })
      const token = newToken()
      paths.set(token, path)
      return ok({ token, name: basename(path), bytes: stats.size })
    } catch (error) {
      return err({ kind: 'io', code: errorCode(error) })
    }
  }
  return {
    async beginSave(suggestedName) {
      const path = await dialogs.askWhereToSave(suggestedName)
      if (path === null) return err({ kind: 'cancelled' })
      // A page that was replaced in the middle has left one.
      await save?.part.abandon()
      save = null
      try {
        save = { token: newToken(), path, part: await createPartFile(path) }
      } catch (error) {
        return err(explainFileError(error))
      }
      return ok({ token: save.token, cloudFolder: isInCloudFolder(path) })
    },
    async appendSave(token, bytes) {
      if (save?.token !== token) return err(GONE)
      try {
        await save.part.append(bytes)
        return ok(undefined)
      } catch (error) {
        return err(explainFileError(error))
      }
    },
    async endSave(token, keep) {
      const ending = takeSave(token)
      if (ending === null) return err(GONE)
      try {
        if (keep) await ending.part.finish()
        else await ending.part.abandon()
      } catch (error) {
        await ending.part.abandon()
        return err(explainFileError(error))
      }
      if (keep) paths.set(token, ending.path)
      return ok(undefined)
    },
    async chooseFile(extensions) {
      const path = await dialogs.askWhichToOpen(extensions)
      if (path === null) return err({ kind: 'cancelled' })
      return pickedAt(path)
    },
    async chooseFiles(extensions) {
      const chosen = await dialogs.askWhichOnesToOpen(extensions)
      if (chosen.length === 0) return err({ kind: 'cancelled' })
      const picked: PickedFile[] = []
      for (const path of chosen) {
        const file = await pickedAt(path)
        if (!file.ok) return file
        picked.push(file.value)
      }
      return ok(picked)
    },
    async readChosen(token, offset, length) {
      const path = paths.get(token)
      return path === undefined ? null : readPiece(path, offset, length)
    },
    async sizeOfChosen(token) {
      const path = paths.get(token)
      const stats = path === undefined ? null : await stat(path).catch(() => null)
      return stats === null ? null : stats.size
    },
  }
}

async function readPiece(path: string, offset: number, length: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    // Not more room than the file has: the page may ask for anything.
    const { size } = await file.stat()
    return await readFully(file, offset, Math.max(0, Math.min(length, size - offset)))
  } finally {
    await file.close()
  }
}
