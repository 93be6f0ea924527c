/**
 * What a landlord is sent with an application: from a list with sources (`resources/housing/application-papers.json`),
 * each paper a record of its own, because two members send two of them. Team: it says which paper went, by whom and
 * when; the paper itself is not kept here, and no person who will live there is named.
 */
import { z } from 'zod/mini'
import papersFile from '#resources/housing/application-papers.json' with { type: 'json' }
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import { isoDate, recordId, shortText } from './fields.ts'
import { figureStatuses } from './line.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'
import type { Result } from './result.ts'

export const homePaperKeys = ['letter', 'identity', 'references', 'guarantor', 'bank'] as const
export type HomePaperKey = (typeof homePaperKeys)[number]

/** What would tell why somebody is here, and goes along with a paper when nobody thinks of it. */
export const tellingPapers = [
  'letterhead',
  'landing',
  'health-cover',
  'protection',
  'referee',
  'guarantor-name',
  'statement',
] as const

const source = z.object({
  text: z.object({ en: z.string().check(z.minLength(1)), fr: z.string().check(z.minLength(1)) }),
  /** Null: it was read nowhere. */
  url: z.nullable(z.string().check(z.regex(/^https:\/\//))),
  status: z.enum(figureStatuses),
  /** Our own reading: it is marked, and never said to be checked. */
  ours: z.boolean(),
})
export type PaperSource = z.output<typeof source>
const papersTable = z
  .object({
    sources: z.record(z.string(), source),
    papers: z.array(
      z.object({
        key: z.enum(homePaperKeys),
        source: z.string(),
        tells: z.array(z.object({ key: z.enum(tellingPapers), source: z.string() })),
      }),
    ),
  })
  .check(
    z.refine(({ papers }) => homePaperKeys.every((key, i) => papers[i]?.key === key)),
    z.refine(({ papers, sources }) =>
      papers.flatMap(each => [each, ...each.tells]).every(({ source: name }) => Object.hasOwn(sources, name)),
    ),
    z.refine(({ sources }) =>
      Object.values(sources).every(({ ours, status, url }) =>
        ours ? status === 'unverified' : url !== null,
      ),
    ),
  )
export type PapersTable = DataTable<z.output<typeof papersTable>>

export const parseApplicationPapers = (raw: unknown): Result<PapersTable, TableProblem> =>
  parseDataTable(papersTable, raw)

let parsed: PapersTable | null = null

/** Parsed once. A shipped file that cannot be read is a bug of the build, so it throws. */
export function shippedApplicationPapers(): PapersTable {
  if (parsed) return parsed
  const table = parseApplicationPapers(papersFile)
  if (!table.ok) throw new Error(`shipped application papers: ${JSON.stringify(table.problem)}`)
  parsed = table.value
  return parsed
}

export const homePaper = defineKind({
  kind: 'home-paper',
  compartment: 'team',
  fields: {
    home: recordId,
    /** Of `homePaperKeys`; one of a later version is kept and not shown. */
    key: shortText,
    sent: z.boolean(),
    /** The member who sends or sent it; null: not said. */
    by: z.nullable(recordId),
    /** The day it is to go, or went; null: not said. */
    on: z.nullable(isoDate),
  },
  defaults: { home: 'none', key: '', sent: false, by: null, on: null },
})
export type HomePaper = RecordOf<typeof homePaper>

/** One for each home and paper, on every laptop. */
export const homePaperId = (home: RecordId, key: HomePaperKey): RecordId => `${home}-paper-${key}`
