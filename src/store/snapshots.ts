/**
 * Snapshots in the database: which pages are dirty, how one is written without stopping the page, and how it is read
 * back. A snapshot is a manifest (signed, with the cut as the chains' heads) that names sealed pages; only pages with a
 * changed record are written again. It is written strictly, read back and compared before the pointer moves to it, and
 * the one before is kept with its pages. Losing any of it costs time, never data.
 */
import type { CompartmentInfo, Sealer } from '#vault/vault.ts'
import { CHANGE_VERSION } from './change.ts'
import { ColdPages } from './cold-pages.ts'
import type { StoreDatabase, StoredPage } from './database.ts'
import type { EngineImage } from './engine.ts'
import { hex, type Ledger } from './ledger.ts'
import { encodePage, isOrdinary, PAGE_ROWS } from './page.ts'
import {
  type CompartmentRest,
  canSnapshot,
  readChains,
  readRest,
  type SavedChain,
  saveChains,
  saveRest,
} from './snapshot-image.ts'
import type { TableRecord } from './tables.ts'

const MANIFEST_VERSION = 1
const MAX_PASSES = 50
const READ_AT_ONCE = 16

interface PageEntry {
  readonly name: string
  readonly compartment: string
  readonly kind: string
  readonly rows: number
}

interface Manifest {
  readonly v: number
  /** Of changes, that the program which took this could read: a newer one reads the records again. */
  readonly reads: number
  /** Changes of a newer format than that, so that they are still told of. */
  readonly newer: number
  readonly device: string
  /** Records of the database up to this one are in the snapshot. */
  readonly n: number
  /** Compartments that were readable, with their epochs: with one more, or one less, the snapshot says too little. */
  readonly readable: readonly string[]
  readonly pages: readonly (readonly [number: number, entry: PageEntry])[]
  readonly chains: PageEntry
  readonly rests: readonly PageEntry[]
}

export interface LoadedSnapshot {
  readonly n: number
  readonly newer: number
  readonly image: EngineImage
  readonly cold: ColdPages
  readonly pages: ReadonlyMap<number, PageEntry>
}

export interface SnapshotParts {
  readonly sealer: Sealer
  readonly database: StoreDatabase
  readonly random: (byteLength: number) => Uint8Array
  readonly breath: () => Promise<void>
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))
const teamOf = (compartments: readonly CompartmentInfo[]) =>
  compartments.find(({ kind }) => kind === 'team')?.id ?? ''
const readableOf = (compartments: readonly CompartmentInfo[]) =>
  compartments
    .flatMap(({ id, readable, epochs = [] }) => (readable ? [`${id} ${[...epochs].sort().join(' ')}`] : []))
    .sort()

/** The newest snapshot that is whole, or null. */
export async function loadSnapshot(parts: SnapshotParts): Promise<LoadedSnapshot | null> {
  for (const slot of ['snapshot-current', 'snapshot-before'] as const)
    try {
      const mark = await parts.database.marks.get(slot)
      if (mark === undefined || mark.name === 'cursor') continue
      const manifest = await readManifest(parts, mark.manifest)
      if (manifest !== null) return await readPages(parts, manifest)
    } catch {
      // Not whole: the one before, or the records themselves.
    }
  return null
}

async function readManifest({ sealer, database }: SnapshotParts, name: string): Promise<Manifest | null> {
  const stored = await database.pages.get(name)
  if (stored === undefined) return null
  const { compartments, deviceId } = sealer.identity
  const opened = await sealer.openPage(teamOf(compartments), name, stored.bytes)
  if (!opened.ok) return null
  const { text, signature } = decode(opened.value) as { text: string; signature: number[] }
  const body = new TextEncoder().encode(text)
  if (!(await sealer.verify(deviceId, body, new Uint8Array(signature)))) return null
  const manifest = JSON.parse(text) as Manifest
  const isMine =
    manifest.v === MANIFEST_VERSION && manifest.reads === CHANGE_VERSION && manifest.device === deviceId
  return isMine && manifest.readable.join() === readableOf(compartments).join() ? manifest : null
}

async function readPages(parts: SnapshotParts, manifest: Manifest): Promise<LoadedSnapshot> {
  const { compartments } = parts.sealer.identity
  const chains = decode(await readPage(parts, manifest.chains)) as SavedChain[]
  const rests = await Promise.all(
    manifest.rests.map(async entry => {
      const compartment = compartments.findIndex(({ id }) => id === entry.compartment)
      return readRest(decode(await readPage(parts, entry)) as CompartmentRest, compartment)
    }),
  )
  const cold = new ColdPages(parts.random(16))
  const readSome = async (some: Manifest['pages']) => {
    for (const [number, entry, body] of await readMany(parts, some)) {
      const compartment = compartments.findIndex(({ id }) => id === entry.compartment)
      cold.add(number, compartment, body)
    }
  }
  // While the vault opens some, the database reads the next; each wait lets the page paint.
  const pending: Promise<void>[] = []
  for (let from = 0; from < manifest.pages.length; from += READ_AT_ONCE) {
    pending.push(readSome(manifest.pages.slice(from, from + READ_AT_ONCE)))
    if (pending.length > 2) await pending.shift()
  }
  await Promise.all(pending)
  const image: EngineImage = {
    chains: readChains(chains),
    held: rests.flatMap(({ held }) => held),
    records: rests.flatMap(({ records }) => records),
    recent: rests.flatMap(({ recent }) => recent),
  }
  return { n: manifest.n, newer: manifest.newer, image, cold, pages: new Map(manifest.pages) }
}

type OpenedPage = readonly [number: number, entry: PageEntry, body: Uint8Array]

async function readMany(
  { sealer, database }: SnapshotParts,
  pages: Manifest['pages'],
): Promise<readonly OpenedPage[]> {
  const stored = await database.pages.bulkGet(pages.map(([, { name }]) => name))
  return await Promise.all(
    pages.map(async ([number, entry], index) => [
      number,
      entry,
      await openPage(sealer, entry, stored[index]),
    ]),
  )
}

async function readPage({ sealer, database }: SnapshotParts, entry: PageEntry): Promise<Uint8Array> {
  return await openPage(sealer, entry, await database.pages.get(entry.name))
}

async function openPage(
  sealer: Sealer,
  entry: PageEntry,
  stored: StoredPage | undefined,
): Promise<Uint8Array> {
  if (stored === undefined) throw new Error('a page is missing')
  const opened = await sealer.openPage(entry.compartment, entry.name, stored.bytes)
  if (!opened.ok) throw new Error('a page is damaged')
  return opened.value
}

/** True while memory is what the database holds, and nothing is on its way. */
export type IsQuiet = () => boolean

export class Snapshots {
  private pages: ReadonlyMap<number, PageEntry>
  private readonly dirty = new Set<TableRecord>()
  private readonly cold: ColdPages
  private readonly ledger: Ledger
  private readonly parts: SnapshotParts
  private nextPage: number
  private readonly newerBefore: number

  constructor(parts: SnapshotParts, ledger: Ledger, loaded: LoadedSnapshot | null) {
    this.parts = parts
    this.ledger = ledger
    this.pages = loaded?.pages ?? new Map()
    this.newerBefore = loaded?.newer ?? 0
    this.cold = loaded?.cold ?? new ColdPages()
    this.nextPage = Math.max(-1, ...this.pages.keys()) + 1
    ledger.onTouched = touched => {
      for (const record of touched) this.dirty.add(record)
    }
  }

  /** Changes of a newer format, those behind the snapshot that was loaded too. */
  get newer(): number {
    const { faults } = this.ledger.engine
    return this.newerBefore + faults.filter(({ problem }) => problem.kind === 'newer-format').length
  }

  get rows(): number {
    let rows = 0
    for (const page of this.pages.values()) rows += page.rows
    return rows
  }

  /** Writes one; false where it could not, which costs nothing but time at the next opening. */
  async take(isQuiet: IsQuiet, quiet: () => Promise<void>, lastN: () => number): Promise<boolean> {
    const { engine } = this.ledger
    const written = new Set<TableRecord>()
    const pages = new Map(this.pages)
    const bodies = new Map<number, Uint8Array>()
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      const records = [...this.dirty]
      this.dirty.clear()
      for (const record of records) written.add(record)
      await this.encode(records, pages, bodies)
      await quiet()
      if (this.dirty.size > 0 || !isQuiet()) continue
      if (!canSnapshot(engine)) break
      const manifest = this.manifest(pages, lastN())
      const done = await this.write(manifest, pages, bodies).catch(() => false)
      if (!done) break
      this.pages = pages
      return true
    }
    for (const record of written) this.dirty.add(record)
    return false
  }

  /** Brings pages up to date with changed records, one at a time. */
  private async encode(
    records: readonly TableRecord[],
    pages: Map<number, PageEntry>,
    bodies: Map<number, Uint8Array>,
  ): Promise<void> {
    const { tables, compartments } = this.ledger.engine
    const stale = new Set<number>()
    for (const record of records) {
      if (record.page >= 0 && pages.has(record.page)) stale.add(record.page)
      else record.page = -1
    }
    const homeless = records.filter(record => record.page < 0 && isOrdinary(record))
    for (const record of homeless) stale.add(this.assign(record, pages))
    for (const number of stale) for (const record of this.cold.takePage(number)) tables.adopt(record)
    const members = new Map<number, TableRecord[]>([...stale].map(number => [number, []]))
    for (let index = 0; index < compartments.length; index += 1)
      for (const record of tables.in(index).values()) members.get(record.page)?.push(record)
    for (const [number, all] of members) {
      const entry = pages.get(number)
      if (entry === undefined) continue
      const kept: TableRecord[] = []
      for (const record of all)
        if (isOrdinary(record) && record.kind === entry.kind) kept.push(record)
        else record.page = -1
      if (kept.length === 0) {
        pages.delete(number)
        bodies.delete(number)
        continue
      }
      bodies.set(number, encodePage(entry.kind, kept))
      pages.set(number, { ...entry, name: `page-${number}-${hex(this.parts.random(16))}`, rows: kept.length })
      await this.parts.breath()
    }
  }

  /** The last page of its kind that has room, or a new one. */
  private assign(record: TableRecord & { kind?: string | null }, pages: Map<number, PageEntry>): number {
    const kind = record.kind ?? ''
    const compartment = this.ledger.engine.compartments[record.compartment]?.id ?? ''
    const place = `${compartment} ${kind}`
    let number = this.open.get(place)
    const entry = number === undefined ? undefined : pages.get(number)
    if (number === undefined || entry === undefined || entry.rows >= PAGE_ROWS) {
      number = [...pages].find(
        ([, page]) => page.kind === kind && page.compartment === compartment && page.rows < PAGE_ROWS,
      )?.[0]
      if (number === undefined) {
        number = this.nextPage
        this.nextPage += 1
        pages.set(number, { name: '', compartment, kind, rows: 0 })
      }
      this.open.set(place, number)
    }
    const page = pages.get(number)
    if (page !== undefined) pages.set(number, { ...page, rows: page.rows + 1 })
    record.page = number
    return number
  }

  /** By compartment and kind: the page that is being filled. */
  private readonly open = new Map<string, number>()

  /** In one go, so that all of it is of one moment. */
  private manifest(pages: ReadonlyMap<number, PageEntry>, n: number) {
    const { engine } = this.ledger
    const { compartments, deviceId } = this.parts.sealer.identity
    const name = (what: string) => `${what}-${hex(this.parts.random(16))}`
    const team = teamOf(compartments)
    const chains = { name: name('chains'), compartment: team, kind: '', rows: 0 }
    const rests = compartments.flatMap(({ id, readable }, index) =>
      readable
        ? [
            {
              entry: { name: name('rest'), compartment: id, kind: '', rows: 0 },
              body: encode(saveRest(engine, index)),
            },
          ]
        : [],
    )
    const manifest: Manifest = {
      v: MANIFEST_VERSION,
      reads: CHANGE_VERSION,
      newer: this.newer,
      device: deviceId,
      n,
      readable: readableOf(compartments),
      pages: [...pages],
      chains,
      rests: rests.map(({ entry }) => entry),
    }
    return { manifest, loose: [{ entry: chains, body: encode(saveChains(engine)) }, ...rests] }
  }

  private async write(
    { manifest, loose }: ReturnType<Snapshots['manifest']>,
    pages: ReadonlyMap<number, PageEntry>,
    bodies: ReadonlyMap<number, Uint8Array>,
  ): Promise<boolean> {
    const { sealer, database, random } = this.parts
    const text = JSON.stringify(manifest)
    const signature = [...(await sealer.sign(new TextEncoder().encode(text)))]
    const name = `manifest-${hex(random(16))}`
    const team = teamOf(sealer.identity.compartments)
    const unsealed: { entry: Pick<PageEntry, 'name' | 'compartment'>; body: Uint8Array }[] = [
      ...loose,
      { entry: { name, compartment: team }, body: encode({ text, signature }) },
    ]
    for (const [number, body] of bodies) {
      const entry = pages.get(number)
      if (entry !== undefined) unsealed.push({ entry, body })
    }
    const sealed: StoredPage[] = []
    for (const { entry, body } of unsealed) {
      sealed.push({ name: entry.name, bytes: await sealer.sealPage(entry.compartment, entry.name, body) })
      await this.parts.breath()
    }
    await database.pages.bulkPut(sealed)
    const reread = await database.pages.bulkGet(sealed.map(page => page.name))
    if (!reread.every((page, index) => page !== undefined && isSame(page.bytes, sealed[index]?.bytes)))
      return false
    if ((await readManifest(this.parts, name)) === null) return false
    await this.point(name)
    return true
  }

  /** Moves the pointer, keeps the snapshot before, and drops pages that neither names. */
  private async point(name: string): Promise<void> {
    const { database } = this.parts
    const before = await database.marks.get('snapshot-current')
    const kept = new Set<string>()
    for (const manifest of [
      name,
      ...(before !== undefined && before.name !== 'cursor' ? [before.manifest] : []),
    ]) {
      const read = await readManifest(this.parts, manifest)
      if (read === null) continue
      kept.add(manifest)
      for (const entry of [read.chains, ...read.rests, ...read.pages.map(([, page]) => page)])
        kept.add(entry.name)
    }
    await database.dexie.transaction('rw', database.pages, database.marks, async () => {
      if (before !== undefined && before.name !== 'cursor')
        await database.marks.put({ name: 'snapshot-before', manifest: before.manifest })
      await database.marks.put({ name: 'snapshot-current', manifest: name })
      const names = (await database.pages.toCollection().primaryKeys()).filter(each => !kept.has(each))
      await database.pages.bulkDelete(names)
    })
  }
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index])
}
