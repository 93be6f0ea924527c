/**
 * Structured clone as JSON, for values that cross between Node and the page. `createCloneCodec` is also sent into the
 * page as text, so it must need nothing from outside itself.
 *
 * A plain value is itself; everything else is an object with its type under `t`. `options.fn` turns a function into a
 * token of its own type and back (the context bridge may pass functions; IPC may not).
 */
export function createCloneCodec() {
  const VIEWS = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ]
  const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  const REFUSED = /^(Promise|WeakMap|WeakSet|WeakRef|Window|global|GeneratorFunction)$|^HTML|Element$/

  function toBase64(bytes) {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 32768)
      binary += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(binary)
  }

  function fromBase64(text) {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  }

  function refuse(what) {
    throw new Error(`An object could not be cloned: ${what}`)
  }

  function encodePrimitive(value, fn) {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'undefined':
        return { t: 'undefined' }
      case 'bigint':
        return { t: 'bigint', v: String(value) }
      case 'function':
        return fn ? fn(value) : refuse('function')
      default:
        return refuse(typeof value)
    }
  }

  function encode(value, fn) {
    const seen = new Map()
    const walk = item => {
      if (item === null) return null
      if (typeof item !== 'object') return encodePrimitive(item, fn)
      const known = seen.get(item)
      if (known !== undefined) return { t: 'seen', v: known }
      seen.set(item, seen.size)
      return encodeObject(item, walk)
    }
    return walk(value)
  }

  function encodeObject(item, walk) {
    const type = Object.prototype.toString.call(item).slice(8, -1)
    if (Array.isArray(item)) return { t: 'array', v: item.map(walk) }
    if (type === 'Map') return { t: 'map', v: [...item].map(([key, value]) => [walk(key), walk(value)]) }
    if (type === 'Set') return { t: 'set', v: [...item].map(walk) }
    if (type === 'Date') return { t: 'date', v: item.getTime() }
    if (type === 'RegExp') return { t: 'regexp', v: [item.source, item.flags] }
    if (type === 'ArrayBuffer') return { t: 'buffer', v: toBase64(new Uint8Array(item)) }
    if (VIEWS.includes(type))
      return {
        t: 'view',
        of: type,
        v: toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)),
      }
    if (item instanceof Error || type === 'Error') return { t: 'error', name: item.name, v: item.message }
    if (REFUSED.test(type)) return refuse(type)
    return { t: 'object', v: Object.keys(item).map(key => [key, walk(item[key])]) }
  }

  function decode(json, fn) {
    const seen = []
    const keep = value => {
      seen.push(value)
      return value
    }
    const walk = item => {
      if (item === null || typeof item !== 'object') return item
      if (item.t === 'seen') return seen[item.v]
      return decodeTagged(item, walk, keep, fn)
    }
    return walk(json)
  }

  function decodeTagged(item, walk, keep, fn) {
    switch (item.t) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(item.v)
      case 'bigint':
        return BigInt(item.v)
      case 'date':
        // JSON has no NaN: a date that is none comes as null.
        return keep(new Date(item.v ?? Number.NaN))
      case 'regexp':
        return keep(new RegExp(item.v[0], item.v[1]))
      case 'buffer':
        return keep(fromBase64(item.v).buffer)
      case 'view':
        return keep(new globalThis[item.of](fromBase64(item.v).buffer))
      case 'error':
        return keep(new (ERRORS[item.name] ?? Error)(item.v))
      case 'array': {
        const array = keep([])
        for (const value of item.v) array.push(walk(value))
        return array
      }
      case 'map': {
        const map = keep(new Map())
        for (const [key, value] of item.v) map.set(walk(key), walk(value))
        return map
      }
      case 'set': {
        const set = keep(new Set())
        for (const value of item.v) set.add(walk(value))
        return set
      }
      case 'object': {
        const object = keep({})
        // Defined rather than assigned, so that a key named `__proto__` stays a key.
        for (const [key, value] of item.v)
          Object.defineProperty(object, key, {
            value: walk(value),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        return object
      }
      default:
        return fn ? fn(item) : refuse(item.t)
    }
  }

  return { encode, decode }
}
