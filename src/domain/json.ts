/** What a record's field can hold: JSON without `undefined`, at most 32 deep (`security.md` limits). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Deep equality of JSON values; key order does not count. */
export function jsonEquals(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => jsonEquals(item, b[i]))
  if (!isPlainObject(a) || !isPlainObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && jsonEquals(a[key] as Json, b[key] as Json))
  )
}

/**
 * An object with these members, all null, to be copied (`{ ...blank }`) and filled for each of thousands of rows. It is
 * parsed because engines keep the members of a parsed object inside it, and copy such objects about ten times as fast
 * as one that was built member by member.
 */
export const createBlank = (names: readonly string[]): Record<string, unknown> =>
  JSON.parse(`{${names.map(name => `${JSON.stringify(name)}:null`).join()}}`)
