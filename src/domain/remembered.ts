/** Work done once for each key, where thousands of rows have few different ones. */

interface Memory<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** `known`: a `WeakMap` where the keys are records, which must not be held for it. */
export function remembered<K, V extends {}>(
  work: (key: K) => V,
  known: Memory<K, V> = new Map<K, V>(),
): (key: K) => V {
  return key => {
    let found = known.get(key)
    if (found === undefined) {
      found = work(key)
      known.set(key, found)
    }
    return found
  }
}
