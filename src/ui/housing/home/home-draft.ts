/** A home while it is edited, and what it becomes. */
import { type Home, home } from '#domain/home.ts'
import { type Json, jsonEquals } from '#domain/json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { HomeFields } from '#state/commands/homes.ts'

export interface HomeDraft extends Omit<HomeFields, 'next'> {
  /** Empty: nothing to be done next. */
  readonly nextWhat: string
  readonly nextOn: string | null
}

export function homeToDraft(of: Home | null): HomeDraft {
  const { stage: _stage, sponsorship: _sponsorship, order: _order, next, ...fields } = of ?? home.defaults
  const { id: _id, deleted: _deleted, ...own } = { id: '', deleted: false, ...fields }
  return { ...own, nextWhat: next?.what ?? '', nextOn: next?.on ?? null }
}

export type HomeProblem = 'no-name' | 'next-missing' | 'stay-ends-before'

/** Only what differs from `known` (null: from what an empty one has), so that what others change meanwhile stays. */
export function changedHome(
  draft: HomeDraft,
  known: Home | null,
): Result<Partial<HomeFields>, readonly HomeProblem[]> {
  const { nextWhat, nextOn, ...rest } = draft
  const what = nextWhat.trim()
  const { from, to } = draft.stay
  const problems: HomeProblem[] = [
    ...(draft.name.trim() === '' && draft.address.trim() === '' ? (['no-name'] as const) : []),
    ...(what === '' && nextOn !== null ? (['next-missing'] as const) : []),
    ...(from !== null && to !== null && to < from ? (['stay-ends-before'] as const) : []),
  ]
  if (problems.length > 0) return err(problems)
  const wanted = {
    ...rest,
    name: draft.name.trim(),
    address: draft.address.trim(),
    landlord: draft.landlord.trim(),
    reach: draft.reach.trim(),
    found: draft.found.trim(),
    next: what === '' ? null : { what, on: nextOn },
  }
  const before: Readonly<Record<string, unknown>> = { ...(known ?? home.defaults) }
  return ok(
    Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => !jsonEquals(value as Json, before[name] as Json)),
    ),
  )
}
