/** Files of a group on the disk: where they lie, who may read them, and what a crash or a second writer leaves. */
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFile } from '../../../electron/main/atomic-file.ts'
import { createChosenFiles, isInCloudFolder } from '../../../electron/main/chosen-files.ts'
import { createGroupFiles } from '../../../electron/main/group-files.ts'
import { createWriterClaims, type Pace } from '../../../electron/main/writer-claim.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'porchlight-group-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const VAULT = 'c'.repeat(32)

describe('group files', () => {
  it('are readable by their owner only', async () => {
    const files = createGroupFiles(root)
    await files.replaceKeyFile('device.age', new Uint8Array([1]))
    await files.openRecordLog(VAULT)
    await files.appendRecords([new Uint8Array([1])])
    await files.closeRecordLog()
    for (const path of ['keys/device.age', `log/${VAULT}/00000001.seg`])
      expect((await stat(join(root, path))).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
  })

  it('leave no half-written neighbour, and clear away what a crash left', async () => {
    const files = createGroupFiles(root)
    await files.replaceKeyFile('device.age', new Uint8Array([1]))
    await writeFile(join(root, 'keys/.device.age.0123.part'), 'half')
    await files.replaceKeyFile('device.age', new Uint8Array([2]))
    expect(await readdir(join(root, 'keys'))).toEqual(['device.age'])
  })

  it('keep attachments for their owner only, without half-written neighbours, and list nothing else', async () => {
    const files = createGroupFiles(root)
    const hash = 'ab'.repeat(32)
    await files.writeAttachment(VAULT, hash, new Uint8Array([1, 2]))
    const folder = join(root, 'attachments', VAULT)
    await writeFile(join(folder, `.${hash}.0123.part`), 'half')
    await writeFile(join(folder, 'Thumbs.db'), 'not ours')
    const [listed] = await files.listAttachments(VAULT)
    expect(listed).toMatchObject({ hash, bytes: 2 })
    expect(Math.abs((listed?.writtenAt ?? 0) - Date.now())).toBeLessThan(60_000)
    await files.writeAttachment(VAULT, 'cd'.repeat(32), new Uint8Array([3]))
    expect((await readdir(folder)).sort()).toEqual(['Thumbs.db', hash, 'cd'.repeat(32)].sort())
    if (process.platform !== 'win32') expect((await stat(join(folder, hash))).mode & 0o077).toBe(0)
  })

  it('say disk problems as values', async () => {
    await writeFile(join(root, 'keys'), 'a file where a folder should be')
    const result = await createGroupFiles(root).replaceKeyFile('device.age', new Uint8Array([1]))
    expect(result).toEqual({ ok: false, problem: { kind: 'io', code: 'EEXIST' } })
  })

  it('read damaged preferences as the defaults', async () => {
    await writeFile(join(root, 'preferences.json'), '{"language":')
    expect(await createGroupFiles(root).readPreferences()).toEqual({ language: null, theme: 'system' })
  })

  it('know whether a log is open', async () => {
    const files = createGroupFiles(root)
    expect(files.isLogOpen()).toBe(false)
    await files.openRecordLog(VAULT)
    expect(files.isLogOpen()).toBe(true)
    await files.closeRecordLog()
    expect(files.isLogOpen()).toBe(false)
  })
})

describe('replacing a file', () => {
  it('keeps the old one whole when the new one cannot be put in place', async () => {
    const path = join(root, 'kept')
    await writeFile(path, 'old')
    await expect(replaceFile(join(root, 'missing/kept'), new Uint8Array([1]))).rejects.toThrow('ENOENT')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(root)).toEqual(['kept'])
  })
})

describe('the writer lease', () => {
  /** Time that passes only while somebody waits. */
  function pretendPace(start: number): Pace {
    let time = start
    return {
      now: () => time,
      pause: async ms => {
        time += ms
      },
    }
  }
  const start = 1_800_000_000_000
  const lock = () => join(root, 'writer.lock')
  const heldBy = async (holder: string, renewedAt: number) => {
    await writeFile(lock(), holder)
    await utimes(lock(), new Date(renewedAt), new Date(renewedAt))
  }

  it('is refused after two seconds while another machine renews it', async () => {
    await heldBy('another-machine 1', start)
    const pace = pretendPace(start)
    expect(await createWriterClaims(root, pace).claimWriter()).toEqual({
      ok: false,
      problem: { kind: 'already-open' },
    })
    expect(pace.now() - start).toBe(2000)
  })

  it('is taken over when its holder has stopped renewing it', async () => {
    await heldBy('another-machine 1', start - 21_000)
    const claims = createWriterClaims(root, pretendPace(start))
    expect((await claims.claimWriter()).ok).toBe(true)
    await claims.releaseWriter()
    expect(await readdir(root)).toEqual([])
  })

  it('is taken over at once from a process of this machine that is gone', async () => {
    await heldBy(`${hostname()} 4194304`, start)
    const claims = createWriterClaims(root, pretendPace(start))
    expect((await claims.claimWriter()).ok).toBe(true)
    await claims.releaseWriter()
  })
})

describe('files that the person chooses', () => {
  it('never tell the page a path, and only a token that was given reads back', async () => {
    const path = join(root, 'report.pdf')
    const dialogs = {
      askWhereToSave: async () => path,
      askWhichToOpen: async () => root,
      askWhichOnesToOpen: async () => [root],
    }
    const chosen = createChosenFiles(dialogs)
    const saved = await chosen.saveFile('report.pdf', new Uint8Array([5]))
    expect(JSON.stringify(saved)).not.toContain(root)
    expect(await chosen.rereadSavedFile('0'.repeat(32))).toBeNull()
    expect(await chosen.openFile(['pdf'], 10)).toEqual({
      ok: false,
      problem: { kind: 'io', code: expect.any(String) },
    })
  })

  it.each([
    ['/home/a/Dropbox/r.pdf', true],
    ['C:\\Users\\a\\OneDrive - Parish\\r.pdf', true],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a/r.pdf', true],
    ['/Users/a/Library/Mobile Documents/r.pdf', true],
    ['/home/a/Nextcloud/r.pdf', true],
    ['/home/a/Documents/r.pdf', false],
    ['/home/a/mailbox/r.pdf', false],
  ])('%s lies in a cloud folder: %s', (path, isCloud) => {
    expect(isInCloudFolder(path)).toBe(isCloud)
  })
})
