/**
 * A record that lies in a snapshot page: in the lists at once, with its values read from the page's columns when they
 * are asked for. To the engine it is a record like any other; the first write gives it values of its own.
 */
import type { Json } from '#domain/json.ts'
import type { RawRecord, RecordId } from '#domain/record-kind.ts'
import type { Field } from './field-heads.ts'
import type { OpKey } from './op-key.ts'
import type { PageReader } from './page.ts'
import type { TableRecord } from './tables.ts'

/** As the page has it, for good: whoever holds an older version of a record goes on seeing that. */
class PageRaw implements RawRecord {
  readonly rows: PageReader
  readonly row: number
  private read: Readonly<Record<string, Json>> | null = null

  constructor(rows: PageReader, row: number) {
    this.rows = rows
    this.row = row
  }

  get id(): RecordId {
    return this.rows.ids()[this.row] ?? ''
  }

  get kind(): string {
    return this.rows.kind
  }

  get deleted(): boolean {
    return false
  }

  get fields(): Readonly<Record<string, Json>> {
    this.read ??= this.rows.fields(this.row)
    return this.read
  }
}

/** What an untouched record takes from its page. */
interface OwnValues {
  stamp: OpKey
  at: number
  fields: Readonly<Record<string, Json>>
}

export class PageRecord implements TableRecord {
  readonly compartment: number
  kind: string | null
  deleted = false
  born: TableRecord['born'] = null
  raw: RawRecord | null = null
  listed: string | null = null
  page: number
  private readonly reader: PageReader
  private readonly row: number
  private own: OwnValues | null = null
  /** `undefined`: not read yet. */
  private ownStates: Map<string, Field> | null | undefined = undefined

  constructor(reader: PageReader, row: number, compartment: number, page: number) {
    this.reader = reader
    this.row = row
    this.compartment = compartment
    this.kind = reader.kind
    this.page = page
  }

  get id(): RecordId {
    return this.reader.ids()[this.row] ?? ''
  }

  get stamp(): OpKey {
    return this.own === null ? (this.reader.stamps()[this.row] ?? -1) : this.own.stamp
  }

  set stamp(stamp: OpKey) {
    this.change().stamp = stamp
  }

  get at(): number {
    return this.own === null ? (this.reader.times()[this.row] ?? 0) : this.own.at
  }

  set at(at: number) {
    this.change().at = at
  }

  get fields(): Readonly<Record<string, Json>> {
    return this.own === null ? this.fromPage().fields : this.own.fields
  }

  set fields(fields: Readonly<Record<string, Json>>) {
    this.change().fields = fields
  }

  get states(): Map<string, Field> | null {
    if (this.ownStates === undefined) this.ownStates = this.reader.states(this.row, this.fromPage().fields)
    return this.ownStates
  }

  set states(states: Map<string, Field> | null) {
    this.ownStates = states
  }

  /** What readers are given while nothing was written: no values are made. */
  untouchedRaw(): RawRecord | null {
    return this.own === null && !this.deleted && this.kind === this.reader.kind ? this.fromPage() : null
  }

  private fromPage(): RawRecord {
    if (this.own === null && this.raw instanceof PageRaw) return this.raw
    return new PageRaw(this.reader, this.row)
  }

  private change(): OwnValues {
    this.own ??= { stamp: this.stamp, at: this.at, fields: this.fields }
    return this.own
  }
}

export function rawOf(record: TableRecord): RawRecord {
  record.raw ??= (record instanceof PageRecord ? record.untouchedRaw() : null) ?? {
    id: record.id,
    kind: record.kind ?? '',
    deleted: record.deleted,
    fields: record.fields,
  }
  return record.raw
}
