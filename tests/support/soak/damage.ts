/** Harm done to the files of a laptop that is closed: deleted, emptied, cut, flipped, zeroed. */
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Dice } from './dice.ts'

const SEGMENT = Buffer.from('PLSEG')
const RECORD = Buffer.from('PLR1')
/** A record's header before its ciphertext. */
const HEADER_BYTES = 142

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** The second copy, whatever backs it: LevelDB in the browser, SQLite on the desktop. */
export const databaseFiles = (profile: string): readonly string[] =>
  filesUnder(profile).filter(
    path => path.includes(`${sep}IndexedDB${sep}`) && statSync(path).size > 0 && !path.endsWith('LOCK'),
  )

/** The record log: a folder on the desktop, nameless files of the origin private file system in a browser. */
export const logFiles = (profile: string): readonly string[] =>
  filesUnder(profile).filter(path => readFileSync(path).subarray(0, SEGMENT.length).equals(SEGMENT))

function flip(bytes: Buffer, at: number, bit: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
}

export type DatabaseHarm = 'deleted' | 'emptied' | 'flipped' | 'zeroed' | 'cut' | 'one file gone'

export const DATABASE_HARMS: readonly DatabaseHarm[] = [
  'flipped',
  'deleted',
  'emptied',
  'flipped',
  'zeroed',
  'cut',
  'flipped',
  'one file gone',
]

/** Says what was done, so that a failure can be read. */
export function harmDatabase(profile: string, harm: DatabaseHarm, dice: Dice): string {
  const files = databaseFiles(profile)
  if (files.length === 0) throw new Error('the second copy has no files')
  if (harm === 'deleted') {
    for (const path of files) rmSync(path)
    return `deleted ${files.length} files`
  }
  if (harm === 'emptied') {
    for (const path of files) truncateSync(path)
    return `emptied ${files.length} files`
  }
  const path = files[dice(files.length)] ?? ''
  const bytes = readFileSync(path)
  const at = dice(bytes.length)
  if (harm === 'one file gone') rmSync(path)
  else if (harm === 'cut') truncateSync(path, at)
  else {
    if (harm === 'flipped') flip(bytes, at, dice(8))
    else bytes.fill(0, at, Math.min(bytes.length, at + 4096))
    writeFileSync(path, bytes)
  }
  return `${harm} at ${at} of ${bytes.length} in ${path.slice(profile.length)}`
}

export type LogHarm = 'deleted' | 'cut' | 'flipped' | 'zeroed'

export const LOG_HARMS: readonly LogHarm[] = ['flipped', 'cut', 'deleted', 'flipped', 'zeroed']

export function harmLog(profile: string, harm: LogHarm, dice: Dice): string {
  const files = logFiles(profile)
  const path = files[dice(files.length)]
  if (path === undefined) throw new Error('the log has no files')
  if (harm === 'deleted') {
    for (const each of files) rmSync(each)
    return `deleted ${files.length} segments`
  }
  const bytes = readFileSync(path)
  if (harm === 'cut') {
    const at = dice(bytes.length)
    truncateSync(path, at)
    return `cut at ${at} of ${bytes.length}`
  }
  const places = Array.from({ length: 1 + dice(5) }, () => dice(bytes.length))
  for (const at of places)
    if (harm === 'flipped') flip(bytes, at, dice(8))
    else bytes.fill(0, at, Math.min(bytes.length, at + 4096))
  writeFileSync(path, bytes)
  return `${harm} at ${places.join(', ')} of ${bytes.length}`
}

/** Where sealed records lie in `paths`, by the signature-free part of their headers: one record has one name in both copies. */
function recordsIn(paths: readonly string[]): Map<string, { path: string; at: number }> {
  const found = new Map<string, { path: string; at: number }>()
  for (const path of paths) {
    const bytes = readFileSync(path)
    for (let at = bytes.indexOf(RECORD); at !== -1; at = bytes.indexOf(RECORD, at + 1))
      if (at + HEADER_BYTES < bytes.length)
        found.set(bytes.subarray(at, at + HEADER_BYTES).toString('hex'), { path, at })
  }
  return found
}

/** Flips a bit in one record of the log and in another record of the second copy. */
export function harmBoth(profile: string, dice: Dice): string {
  const inLog = recordsIn(logFiles(profile))
  const inDatabase = recordsIn(databaseFiles(profile))
  const names = [...inLog.keys()].filter(name => inDatabase.has(name))
  if (names.length < 2) throw new Error(`only ${names.length} records were found in both copies`)
  const first = dice(names.length)
  const second = (first + 1 + dice(names.length - 1)) % names.length
  const places = [inLog.get(names[first] ?? ''), inDatabase.get(names[second] ?? '')]
  for (const place of places) {
    if (place === undefined) continue
    const bytes = readFileSync(place.path)
    flip(bytes, place.at + HEADER_BYTES + dice(40), dice(8))
    writeFileSync(place.path, bytes)
  }
  return `flipped record ${first} in the log and ${second} in the second copy, of ${names.length}`
}
