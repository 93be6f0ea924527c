/**
 * Where two versions of a list differ: all that stands between what they have in common at the beginning and at the
 * end. Lists of records keep their identity record by record, so that among 100,000 entries one edit is found by looking
 * at pointers, without a set of all of them.
 */
export interface ChangedPart<T> {
  readonly start: number
  readonly removed: readonly T[]
  readonly added: readonly T[]
}

export function changedPart<T>(before: readonly T[], after: readonly T[]): ChangedPart<T> {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let same = 0
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1
  return {
    start,
    removed: before.slice(start, before.length - same),
    added: after.slice(start, after.length - same),
  }
}
