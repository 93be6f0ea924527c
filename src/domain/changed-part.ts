/**
 * Where two versions of a list differ: all that stands between what they have in common at the beginning and at the
 * end. Lists of records keep their identity record by record, so that among 100,000 entries one edit is found by looking
 * at pointers, without a set of all of them; and what made a list out of another one can say so, and nothing is looked at.
 */
export interface ChangedPart<T> {
  readonly start: number
  readonly removed: readonly T[]
  readonly added: readonly T[]
}

/** By the later version. The earlier one is held weakly: else every version of a list would hold the one before. */
const known = new WeakMap<object, { readonly before: WeakRef<object>; readonly part: ChangedPart<unknown> }>()

/** `after` was made of `before` by putting `part.added` in the place of `part.removed`. */
export function rememberPart<T>(before: readonly T[], after: readonly T[], part: ChangedPart<T>): void {
  known.set(after, { before: new WeakRef(before), part })
}

export function changedPart<T>(before: readonly T[], after: readonly T[]): ChangedPart<T> {
  const told = known.get(after)
  if (told?.before.deref() === before) return told.part as ChangedPart<T>
  const part = comparedPart(before, after)
  rememberPart(before, after, part)
  return part
}

function comparedPart<T>(before: readonly T[], after: readonly T[]): ChangedPart<T> {
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

/** A record that came, went or was edited. */
export interface ChangedRecord<T> {
  readonly before: T | null
  readonly after: T | null
  /** Its place in the later list; −1 when it is gone. */
  readonly at: number
}

export interface ChangedRecords<T> {
  /** Those that are gone first, then the others in the order of the later list. */
  readonly records: readonly ChangedRecord<T>[]
  /** Some that did not change stand in another order. */
  readonly moved: boolean
}

/** Record by record what differs. Null: more than `most`, and what follows the list is better made anew. */
export function changedRecords<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  most: number,
): ChangedRecords<T> | null {
  if (Math.abs(before.length - after.length) > most) return null
  const part = changedPart(before, after)
  const edited = editedInPlace(part, most)
  if (edited === 'too-many') return null
  if (edited !== null) return { records: edited, moved: false }
  const { start, removed, added } = part
  const kept = new Set(added)
  const gone = new Map<string, T>()
  for (const each of removed) if (!kept.has(each)) gone.set(each.id, each)
  if (gone.size > most) return null
  const here = new Set(removed)
  const stayed = removed.filter(each => kept.has(each))
  const changed: ChangedRecord<T>[] = []
  let moved = false
  let next = 0
  for (const [i, each] of added.entries()) {
    if (here.has(each)) {
      moved ||= stayed[next] !== each
      next += 1
      continue
    }
    changed.push({ before: gone.get(each.id) ?? null, after: each, at: start + i })
    gone.delete(each.id)
    if (changed.length > most) return null
  }
  return {
    records: [...[...gone.values()].map(each => ({ before: each, after: null, at: -1 })), ...changed],
    moved,
  }
}

/** The usual case, without sets: every place holds the record that it held. Null: it is not that case. */
function editedInPlace<T extends { readonly id: string }>(
  { start, removed, added }: ChangedPart<T>,
  most: number,
): readonly ChangedRecord<T>[] | 'too-many' | null {
  if (removed.length !== added.length) return null
  const edited: ChangedRecord<T>[] = []
  for (const [i, after] of added.entries()) {
    const before = removed[i] as T
    if (before === after) continue
    if (before.id !== after.id) return null
    edited.push({ before, after, at: start + i })
    if (edited.length > most) return 'too-many'
  }
  return edited
}

/** Beyond so many a follower goes through the list again. */
const MOST_FOLLOWED = 64

/**
 * Goes along with a list from version to version, and gives what passes of it, in its order: of an edited list only
 * what is another is asked, and where nothing that passes is another the very same array comes back.
 */
export function createFollower<T>(passes: (each: T) => boolean): (list: readonly T[]) => readonly T[] {
  let list: readonly T[] | null = null
  let kept: readonly T[] = []
  return next => {
    if (list === next) return kept
    kept = (list && followed(list, kept, next, passes)) ?? next.filter(passes)
    list = next
    return kept
  }
}

function followed<T>(
  before: readonly T[],
  kept: readonly T[],
  after: readonly T[],
  passes: (each: T) => boolean,
): readonly T[] | null {
  const part = changedPart(before, after)
  if (part.removed.length > MOST_FOLLOWED || part.added.length > MOST_FOLLOWED) return null
  const removed = part.removed.filter(passes)
  const added = part.added.filter(passes)
  if (removed.length === added.length && removed.every((each, i) => each === added[i])) return kept
  const start =
    removed[0] === undefined ? placeAfter(before, part.start, kept, passes) : kept.indexOf(removed[0])
  if (start === null || start < 0) return null
  const next = kept.toSpliced(start, removed.length, ...added)
  rememberPart(kept, next, { start, removed, added })
  return next
}

/** Behind the nearest one before that passes. Null: none is near. */
function placeAfter<T>(
  before: readonly T[],
  start: number,
  kept: readonly T[],
  passes: (each: T) => boolean,
): number | null {
  for (let at = start - 1; at >= Math.max(0, start - MOST_FOLLOWED); at -= 1) {
    const each = before[at] as T
    if (passes(each)) return kept.indexOf(each) + 1
  }
  return start <= MOST_FOLLOWED ? 0 : null
}
