/**
 * The two copies on this laptop, compared and healed at opening. The record log is the truth; the database is what
 * start-up reads. Whatever one of them has whole, the other gets back; nothing is ever removed from the log.
 *
 * [Note: when the copies are compared] Always by count: what the log holds beyond the database's cursor is added to the
 * database. In full, record by record and by hash, when a count is short, the log reports damage, or a record read
 * from the database does not open.
 */
import type { RecordLog } from '#host/host.ts'
import type { OpenedRecord, Sealer } from '#vault/vault.ts'
import type { StoreDatabase } from './database.ts'
import type { CopyCounts } from './mirror.ts'

export interface CopyReport {
  /** Given back to the log from the database. */
  healedInLog: number
  /** Given back to the database from the log. */
  healedInDatabase: number
  /** Records of the log that do not open. */
  damaged: number
  /** The database could not be read at all and was begun anew. */
  databaseRebuilt: boolean
}

export interface Copies {
  readonly sealer: Sealer
  readonly log: RecordLog
  readonly database: StoreDatabase
  readonly counts: CopyCounts
  readonly report: CopyReport
  /** The database cannot even be begun anew: this time everything is read from the log. */
  isDatabaseLost: boolean
}

export const BATCH = 512

/** True: the counts agree, after adding what the log alone had. */
export async function catchUp(copies: Copies): Promise<boolean> {
  const { log, database, counts, report } = copies
  const stats = await log.stats()
  try {
    const cursor = await database.marks.get('cursor')
    const stored = await database.records.count()
    counts.records = stored
    counts.logRecords = stats.records
    counts.damaged = stats.damaged
    if (cursor?.name !== 'cursor') return stats.records === 0 && stored === 0 && stats.damaged === 0
    if (stats.damaged !== cursor.damaged) return false
    if (cursor.logRecords > stats.records || cursor.records !== stored) return false
    if (cursor.logRecords === stats.records) return true
    let place = 0
    for await (const batch of log.read()) {
      const fresh = batch.slice(Math.max(0, cursor.logRecords - place))
      place += batch.length
      if (fresh.length > 0) await addToDatabase(copies, fresh)
      report.healedInDatabase += fresh.length
    }
    return true
  } catch {
    return false
  }
}

async function addToDatabase({ database, counts }: Copies, records: readonly Uint8Array[]): Promise<void> {
  await database.dexie.transaction('rw', database.records, database.marks, async () => {
    await database.records.bulkAdd(records.map(bytes => ({ bytes })))
    counts.records += records.length
    await database.marks.put(cursorOf(counts))
  })
}

/** Compares everything by hash and gives each copy what only the other has. */
export async function compareInFull(copies: Copies, onProgress: (done: number) => void): Promise<void> {
  const { sealer, log, database, counts, report } = copies
  const inLog = new Set<string>()
  const fromLog: Uint8Array[] = []
  let logRecords = 0
  for await (const batch of log.read())
    for (const bytes of batch) {
      logRecords += 1
      const hash = await digest(bytes)
      if (!inLog.has(hash)) fromLog.push(bytes)
      inLog.add(hash)
      onProgress(logRecords)
    }
  const inDatabase = new Set<string>()
  const onlyInDatabase: Uint8Array[] = []
  const stored = await readDatabase(database)
  for (const bytes of stored ?? []) {
    const hash = await digest(bytes)
    if (!inLog.has(hash) && !inDatabase.has(hash)) onlyInDatabase.push(bytes)
    inDatabase.add(hash)
  }
  const sound = await soundOnes(sealer, onlyInDatabase)
  if (sound.length > 0 && (await log.append(sound)).ok) {
    report.healedInLog += sound.length
    logRecords += sound.length
  }
  counts.damaged = (await log.stats()).damaged
  const whole = await soundOnes(sealer, fromLog)
  report.damaged = fromLog.length - whole.length
  await rewriteDatabase(copies, [...whole, ...sound], inDatabase, logRecords)
  counts.logRecords = logRecords
}

const cursorOf = ({ logRecords, records, damaged }: CopyCounts) =>
  ({ name: 'cursor', logRecords, records, damaged }) as const

/** Null: not readable. */
async function readDatabase(database: StoreDatabase): Promise<Uint8Array[] | null> {
  try {
    return (await database.records.toArray()).flatMap(({ bytes }) =>
      bytes instanceof Uint8Array ? [bytes] : [],
    )
  } catch {
    return null
  }
}

/** Damaged bytes must not be given to the log, where they would stay for ever. */
async function soundOnes(sealer: Sealer, records: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const sound: Uint8Array[] = []
  for (let from = 0; from < records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH)
    const opened = await sealer.open(batch)
    sound.push(...batch.filter((_, index) => opened[index]?.kind !== 'refused'))
  }
  return sound
}

async function rewriteDatabase(
  copies: Copies,
  records: readonly Uint8Array[],
  before: ReadonlySet<string>,
  logRecords: number,
): Promise<void> {
  const { database, counts, report } = copies
  let missing = 0
  for (const bytes of records) if (!before.has(await digest(bytes))) missing += 1
  report.healedInDatabase += missing
  try {
    await refill(copies, records, logRecords)
  } catch {
    // The database refuses even an empty table: begin it anew; if that fails too, the log alone carries the day.
    report.databaseRebuilt = true
    try {
      database.dexie.close()
      await database.dexie.delete()
      await database.dexie.open()
      await refill(copies, records, logRecords)
    } catch {
      counts.records = 0
      copies.isDatabaseLost = true
    }
  }
}

async function refill(
  { database, counts }: Copies,
  records: readonly Uint8Array[],
  logRecords: number,
): Promise<void> {
  await database.dexie.transaction('rw', database.records, database.marks, database.pages, async () => {
    await database.records.clear()
    // A snapshot counts records in the order taken, which is a new one now.
    await database.pages.clear()
    await database.marks.clear()
    for (let from = 0; from < records.length; from += BATCH)
      await database.records.bulkAdd(records.slice(from, from + BATCH).map(bytes => ({ bytes })))
    counts.records = records.length
    counts.logRecords = logRecords
    await database.marks.put(cursorOf(counts))
  })
}

/** Sealed records after the `n`-th, in batches; from the log where the database cannot be read. */
export async function* readRecords(
  { database, log, isDatabaseLost }: Copies,
  after: number,
): AsyncIterable<{ readonly batch: readonly Uint8Array[]; readonly n: number }> {
  let last = after
  try {
    while (!isDatabaseLost) {
      const stored = await database.records.where('n').above(last).limit(BATCH).toArray()
      if (stored.length === 0) return
      last = stored.at(-1)?.n ?? last
      yield { batch: stored.map(({ bytes }) => bytes), n: last }
    }
  } catch {
    // Fall through to the log.
  }
  for await (const batch of log.read()) yield { batch, n: last }
}

export type Readable = Exclude<OpenedRecord, { kind: 'refused' }>

export async function digest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  let text = ''
  for (const byte of hash) text += String.fromCharCode(byte)
  return text
}
