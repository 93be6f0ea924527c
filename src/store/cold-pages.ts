/**
 * The snapshot's pages. Their records are in the lists as soon as a list is asked for, and in the tables once a change
 * or a screen asks for one by its id; either way a record is one object.
 */
import type { RecordId } from '#domain/record-kind.ts'
import { hexToBytes, isHexId } from './column.ts'
import { PageReader } from './page.ts'
import { PageRecord } from './page-record.ts'
import type { ColdRecords, TableRecord } from './tables.ts'

/** More than any page has (`PAGE_ROWS`). */
const ROWS = 4_096

interface ColdPage {
  readonly number: number
  readonly compartment: number
  readonly reader: PageReader
  readonly records: PageRecord[]
  /** Taken one by one before the page was listed. */
  readonly taken: Set<number>
  isListed: boolean
}

export class ColdPages implements ColdRecords {
  private readonly pages = new Map<number, ColdPage>()
  private index: IdIndex | null = null
  private readonly seed: Uint8Array

  /** `seed`: 16 random bytes, so that nobody can choose ids that all fall into one place of the index. */
  constructor(seed: Uint8Array = new Uint8Array(16)) {
    this.seed = seed
  }

  add(number: number, compartment: number, body: Uint8Array): void {
    const reader = new PageReader(body)
    const records = new Array<PageRecord>(reader.rows)
    this.pages.set(number, { number, compartment, reader, records, taken: new Set(), isListed: false })
    this.index = null
  }

  take(compartment: number, id: RecordId): TableRecord | undefined {
    if (this.pages.size === 0) return undefined
    this.index ??= new IdIndex([...this.pages.values()], this.seed)
    const place = this.index.find(compartment, id)
    if (place === null) return undefined
    const page = this.pages.get(place.page)
    if (page === undefined) return undefined
    if (!page.isListed) page.taken.add(place.row)
    return recordAt(page, place.row)
  }

  takeKind(kind: string): readonly TableRecord[] {
    const records: TableRecord[] = []
    for (const page of this.pages.values()) {
      if (page.isListed || page.reader.kind !== kind) continue
      page.isListed = true
      for (let row = 0; row < page.reader.rows; row += 1)
        if (!page.taken.has(row)) records.push(recordAt(page, row))
    }
    return records
  }

  takePage(number: number): readonly TableRecord[] {
    const page = this.pages.get(number)
    if (page === undefined) return []
    this.pages.delete(number)
    const records: TableRecord[] = []
    for (let row = 0; row < page.reader.rows; row += 1)
      if (!page.taken.has(row)) records.push(recordAt(page, row))
    return records
  }

  kinds(): Iterable<string> {
    const kinds = new Set<string>()
    for (const { isListed, reader } of this.pages.values()) if (!isListed) kinds.add(reader.kind)
    return kinds
  }
}

function recordAt(page: ColdPage, row: number): PageRecord {
  let record = page.records[row]
  if (record === undefined) {
    record = new PageRecord(page.reader, row, page.compartment, page.number)
    page.records[row] = record
  }
  return record
}

/**
 * Where each id stands. The first change after the snapshot asks for it, so it is made of numbers, not of 100,000 texts:
 * an open table over the bytes of ids, and a map for ids that are not 32 hex digits.
 */
class IdIndex {
  private readonly pages: readonly ColdPage[]
  private readonly words: readonly (Uint32Array | null)[]
  /** By compartment. */
  private readonly texts: Map<RecordId, { page: number; row: number }>[] = []
  /** Place in `pages` × `ROWS` + row + 1; 0 is free. */
  private readonly slots: Uint32Array
  private readonly mask: number
  private readonly factors: Uint32Array

  constructor(pages: readonly ColdPage[], seed: Uint8Array) {
    this.pages = pages
    this.factors = new Uint32Array(seed.slice(0, 16).buffer).map((factor, i) => (factor ^ (i + 1)) | 1)
    this.words = pages.map(({ reader }) => reader.idWords())
    const size = 2 ** Math.ceil(Math.log2(2 * pages.reduce((sum, { reader }) => sum + reader.rows, 1)))
    this.slots = new Uint32Array(size)
    this.mask = size - 1
    for (const [place, page] of pages.entries()) this.addPage(place, page)
  }

  private addPage(place: number, { number, compartment, reader }: ColdPage): void {
    const words = this.words[place] ?? null
    if (words === null) {
      const texts = this.texts[compartment] ?? new Map()
      this.texts[compartment] = texts
      for (const [row, id] of reader.ids().entries()) texts.set(id, { page: number, row })
      return
    }
    for (let row = 0; row < reader.rows; row += 1) {
      let slot = this.hash(words, row * 4)
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = place * ROWS + row + 1
    }
  }

  private hash(words: Uint32Array, at: number): number {
    let sum = 0
    for (let i = 0; i < 4; i += 1) sum = (sum + Math.imul(words[at + i] ?? 0, this.factors[i] ?? 1)) | 0
    return ((sum ^ (sum >>> 15)) >>> 0) & this.mask
  }

  find(compartment: number, id: RecordId): { page: number; row: number } | null {
    const known = this.texts[compartment]?.get(id)
    if (known !== undefined) return known
    if (!isHexId(id)) return null
    const wanted = new Uint32Array(hexToBytes(id).buffer)
    let slot = this.hash(wanted, 0)
    for (let entry = this.slots[slot] ?? 0; entry !== 0; entry = this.slots[slot] ?? 0) {
      const place = Math.floor((entry - 1) / ROWS)
      const row = (entry - 1) % ROWS
      const words = this.words[place]
      const page = this.pages[place]
      if (words && page?.compartment === compartment && isSameId(words, row * 4, wanted))
        return { page: page.number, row }
      slot = (slot + 1) & this.mask
    }
    return null
  }
}

const isSameId = (words: Uint32Array, at: number, wanted: Uint32Array): boolean =>
  words[at] === wanted[0] &&
  words[at + 1] === wanted[1] &&
  words[at + 2] === wanted[2] &&
  words[at + 3] === wanted[3]
