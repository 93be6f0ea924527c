/**
 * The one writer of a profile. The single-instance lock already keeps a second start away; this file lock is for
 * what it cannot see: a profile on a shared drive, or a system where that lock failed. It is a lease: a holder
 * renews it, so that a crash, or a process id used again by another program, never locks a group out for long.
 */
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Capabilities, err, ok } from '#host/contract.ts'
import { ensureFolder, errorCode } from './atomic-file.ts'

const LEASE_MS = 20_000
const RENEW_MS = 5_000
const WAIT_MS = 2_000
const RETRY_MS = 100

export interface WriterClaims extends Pick<Capabilities, 'claimWriter' | 'releaseWriter'> {}

export interface Pace {
  now(): number
  pause(ms: number): Promise<void>
}

export function createWriterClaims(root: string, pace: Pace, processId = process.pid): WriterClaims {
  const path = join(root, 'writer.lock')
  const me = `${hostname()} ${processId}`
  let renewal: NodeJS.Timeout | null = null

  const take = async (): Promise<boolean> => {
    try {
      await writeFile(path, me, { flag: 'wx', mode: 0o600 })
      return true
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    if (!(await isAbandoned(path, pace.now()))) return false
    await rm(path, { force: true })
    return take()
  }

  return {
    async claimWriter() {
      await ensureFolder(root)
      const deadline = pace.now() + WAIT_MS
      for (;;) {
        if (renewal === null && (await take())) break
        if (pace.now() >= deadline) return err({ kind: 'already-open' })
        await pace.pause(RETRY_MS)
      }
      renewal = setInterval(() => {
        const now = new Date(pace.now())
        void utimes(path, now, now).catch(() => undefined)
      }, RENEW_MS)
      renewal.unref()
      return ok(undefined)
    },
    async releaseWriter() {
      if (renewal === null) return
      clearInterval(renewal)
      renewal = null
      await rm(path, { force: true })
    },
  }
}

/** The lease ran out, or its holder was a process of this machine that is no more. */
async function isAbandoned(path: string, now: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > LEASE_MS) return true
    const [host, id] = (await readFile(path, 'utf8')).split(' ')
    return host === hostname() && !isRunning(Number(id))
  } catch (error) {
    // Released between two looks.
    return errorCode(error) === 'ENOENT'
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
