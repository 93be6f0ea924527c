/**
 * The snapshot's pages while their records are not in the tables yet. A record is taken once: by its id when a change
 * or a screen asks for it, or with all of its kind when a list is shown.
 */
import type { RecordId } from '#domain/record-kind.ts'
import { PageReader } from './page.ts'
import type { ColdRecords, TableRecord } from './tables.ts'

interface ColdPage {
  readonly number: number
  readonly compartment: number
  readonly reader: PageReader
  readonly taken: Set<number>
}

export class ColdPages implements ColdRecords {
  private readonly pages = new Map<number, ColdPage>()
  /** By compartment and id: where a record stands. Made when the first single record is asked for. */
  private index: Map<RecordId, [page: number, row: number]>[] | null = null

  add(number: number, compartment: number, body: Uint8Array): void {
    this.pages.set(number, { number, compartment, reader: new PageReader(body), taken: new Set() })
    this.index = null
  }

  take(compartment: number, id: RecordId): TableRecord | undefined {
    if (this.pages.size === 0) return undefined
    this.index ??= this.createIndex()
    const place = this.index[compartment]?.get(id)
    const page = place === undefined ? undefined : this.pages.get(place[0])
    if (place === undefined || page === undefined || page.taken.has(place[1])) return undefined
    return this.takeRow(page, place[1])
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
    const records: TableRecord[] = []
    for (let row = 0; row < page.reader.rows; row += 1)
      if (!page.taken.has(row)) records.push(page.reader.record(row, page.compartment, page.number))
    return records
  }

  private takeRow(page: ColdPage, row: number): TableRecord {
    page.taken.add(row)
    return page.reader.record(row, page.compartment, page.number)
  }

  private createIndex(): Map<RecordId, [number, number]>[] {
    const index: Map<RecordId, [number, number]>[] = []
    for (const { number, compartment, reader } of this.pages.values()) {
      const ids = index[compartment] ?? new Map<RecordId, [number, number]>()
      index[compartment] = ids
      for (const [row, id] of reader.ids().entries()) ids.set(id, [number, row])
    }
    return index
  }

  kinds(): Iterable<string> {
    return new Set([...this.pages.values()].map(({ reader }) => reader.kind))
  }
}
