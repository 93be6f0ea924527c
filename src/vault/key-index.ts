/**
 * `index`: which key files this laptop has, since the host reads key files by name and lists none. Text, one line a
 * file, sorted by name, each line ended by a line feed:
 *
 *     porchlight-index 1
 *     <name> <SHA-256 in hex>[ <SHA-256 in hex>]
 *
 * It is not signed and guards nothing: every file in it is signed or sealed itself. The hashes tell damage of
 * `device.age` from a wrong passphrase, which age alone cannot (a flipped bit in the salt just gives another key).
 * While a file is being replaced its line has two hashes, the old and the new, so that a crash between the two
 * writes calls neither of them damaged.
 *
 * Order of writing: a new file before the index that names it; a changed file after the index that knows both; and
 * `device.age` after everything, because where it is, the product takes the group to be on this laptop: a crash or a
 * full disk on the way there leaves what was before. The sets that the vault returns are in that order, and the
 * product writes them as they come.
 */
import { hashHex, isHex, utf8 } from './bytes.ts'
import { DEVICE_NAME } from './device-file.ts'
import { GENESIS_NAME } from './genesis.ts'
import type { FileProblem } from './signed-file.ts'
import type { Hex32, KeyFileSet } from './vault.ts'

export const INDEX_NAME = 'index'
const VERSION = 1
const FIRST_LINE = 'porchlight-index'
const NAME = /^[a-z0-9][a-z0-9.-]{0,79}$/

export type KeyIndex = ReadonlyMap<string, readonly Hex32[]>

export function writeIndex(index: KeyIndex): Uint8Array {
  const lines = [...index]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sums]) => [name, ...sums].join(' '))
  return utf8([`${FIRST_LINE} ${VERSION}`, ...lines, ''].join('\n'))
}

export function parseIndex(bytes: Uint8Array): KeyIndex | FileProblem {
  const damaged: FileProblem = { kind: 'damaged', at: INDEX_NAME }
  const lines = new TextDecoder().decode(bytes).split('\n')
  const [format, versionText] = (lines.shift() ?? '').split(' ')
  const version = Number(versionText)
  if (format !== FIRST_LINE || !Number.isSafeInteger(version) || version < VERSION) return damaged
  if (version > VERSION) return { kind: 'newer-format', at: INDEX_NAME, version }
  if (lines.pop() !== '') return damaged
  const index = new Map<string, readonly Hex32[]>()
  for (const line of lines) {
    const [name = '', ...sums] = line.split(' ')
    if (!NAME.test(name) || sums.length === 0 || sums.length > 2) return damaged
    if (!sums.every(sum => isHex(sum, 32))) return damaged
    index.set(name, sums)
  }
  return index
}

export const isIndex = (value: KeyIndex | FileProblem): value is KeyIndex => value instanceof Map

/** The index of a whole set of key files. */
export async function indexOf(files: KeyFileSet): Promise<KeyIndex> {
  const entries = Object.entries(files).filter(([name]) => name !== INDEX_NAME)
  return new Map(await Promise.all(entries.map(async ([name, b]) => [name, [await hashHex(b)]] as const)))
}

/** The files with a fresh index, and `device.age` last. */
export async function withIndex(files: KeyFileSet): Promise<KeyFileSet> {
  const { [INDEX_NAME]: _old, ...listed } = files
  const { [DEVICE_NAME]: device, ...others } = listed
  const index = writeIndex(await indexOf(listed))
  return { ...others, [INDEX_NAME]: index, ...(device === undefined ? {} : { [DEVICE_NAME]: device }) }
}

/**
 * All key files of this laptop, ready for `Vault.unlock`, through the host's reader. Empty where there is no group
 * yet; absent files are left out, and `unlock` names them.
 */
export async function readKeyFiles(read: (name: string) => Promise<Uint8Array | null>): Promise<KeyFileSet> {
  const indexBytes = await read(INDEX_NAME)
  const index = indexBytes === null ? null : parseIndex(indexBytes)
  const listed = index !== null && isIndex(index) ? [...index.keys()] : []
  const files: Record<string, Uint8Array> = {}
  if (indexBytes !== null) files[INDEX_NAME] = indexBytes
  for (const name of new Set([DEVICE_NAME, GENESIS_NAME, ...listed])) {
    const bytes = await read(name)
    if (bytes !== null) files[name] = bytes
  }
  return files
}
