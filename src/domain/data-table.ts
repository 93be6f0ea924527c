/** Reads a shipped data file: the envelope (what, which version, from where, how sure) and the data inside it. */
import { z } from 'zod/mini'
import type { IsoDate } from './dates.ts'
import type { FigureStatus } from './line.ts'
import { envelope } from './rate-tables.ts'
import { err, ok, type Result } from './result.ts'

export interface DataTable<Data> {
  readonly id: string
  readonly version: string
  readonly effectiveFrom: IsoDate | null
  readonly effectiveTo: IsoDate | null
  readonly superseded: 'no' | 'possible'
  readonly source: { readonly url: string; readonly retrieved: string; readonly status: FigureStatus }
  readonly note: string
  readonly data: Data
}

/** `at` is the path inside the file, `data.income12.3`; empty: the file as a whole. */
export interface TableProblem {
  readonly kind: 'unreadable-table'
  readonly at: string
  readonly why: string
}

export function parseDataTable<Schema extends z.core.$ZodType>(
  schema: Schema,
  raw: unknown,
): Result<DataTable<z.output<Schema>>, TableProblem> {
  const outer = z.safeParse(envelope, raw)
  if (!outer.success) return err(problemOf(outer.error, []))
  const inner = z.safeParse(schema, outer.data.data)
  if (!inner.success) return err(problemOf(inner.error, ['data']))
  return ok({ ...outer.data, data: inner.data })
}

function problemOf(error: z.core.$ZodError, under: readonly string[]): TableProblem {
  const issue = error.issues[0]
  const at = [...under, ...(issue?.path ?? []).map(String)].join('.')
  return { kind: 'unreadable-table', at, why: issue?.code ?? 'invalid' }
}
