/**
 * The snapshot's pages while their records are not in the tables yet. A record is taken once: by its id when a change
 * or a screen asks for it, or with all of its kind when a list is shown.
 */
import type { RecordId } from '#domain/record-kind.ts'
import { PageReader } from './page.ts'
import type { ColdRecords, TableRecord } from './tables.ts'

/** More than any page has (`PAGE_ROWS`). */
const ROWS = 4_096

interface ColdPage {
  readonly number: number
  readonly compartment: number
  readonly reader: PageReader
  readonly taken: Set<number>
}

export class ColdPages implements ColdRecords {
  private readonly pages = new Map<number, ColdPage>()
  /**
   * By compartment and id: where a record stands, as page × `ROWS` + row. Made when the first single record is asked
   * for, which the first change after the snapshot does: plain numbers, because it holds every record there is.
   */
  private index: Map<RecordId, number>[] | null = null

  add(number: number, compartment: number, body: Uint8Array): void {
    this.pages.set(number, { number, compartment, reader: new PageReader(body), taken: new Set() })
    this.index = null
  }

  take(compartment: number, id: RecordId): TableRecord | undefined {
    if (this.pages.size === 0) return undefined
    this.index ??= this.createIndex()
    const place = this.index[compartment]?.get(id)
    if (place === undefined) return undefined
    const page = this.pages.get(Math.floor(place / ROWS))
    const row = place % ROWS
    return page === undefined || page.taken.has(row) ? undefined : this.takeRow(page, row)
  }

  takeKind(kind: string): readonly TableRecord[] {
    const records: TableRecord[] = []
    for (const page of [...this.pages.values()])
      if (page.reader.kind === kind) for (const record of this.rest(page)) records.push(record)
    return records
  }

  /** What is left of one page, before it is written anew. */
  takePage(number: number): readonly TableRecord[] {
    const page = this.pages.get(number)
    return page === undefined ? [] : this.rest(page)
  }

  private rest(page: ColdPage): TableRecord[] {
    this.pages.delete(page.number)
    if (this.pages.size === 0) this.index = null
    const records: TableRecord[] = []
    for (let row = 0; row < page.reader.rows; row += 1)
      if (!page.taken.has(row)) records.push(page.reader.record(row, page.compartment, page.number))
    return records
  }

  private takeRow(page: ColdPage, row: number): TableRecord {
    page.taken.add(row)
    return page.reader.record(row, page.compartment, page.number)
  }

  private createIndex(): Map<RecordId, number>[] {
    const index: Map<RecordId, number>[] = []
    for (const { number, compartment, reader } of this.pages.values()) {
      const places = index[compartment] ?? new Map<RecordId, number>()
      index[compartment] = places
      const ids = reader.ids()
      for (let row = 0; row < ids.length; row += 1) places.set(ids[row] ?? '', number * ROWS + row)
    }
    return index
  }

  kinds(): Iterable<string> {
    return new Set([...this.pages.values()].map(({ reader }) => reader.kind))
  }
}
