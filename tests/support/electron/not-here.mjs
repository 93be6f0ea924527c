/** Whatever the stand-in does not have throws when it is used, so that no test passes by accident. */

export function notHere(name) {
  const refuse = () => {
    throw new Error(`electron stand-in: ${name} is not here`)
  }
  return new Proxy(refuse, {
    get: (_target, key) =>
      typeof key === 'symbol' || key === 'then' ? undefined : notHere(`${name}.${key}`),
    construct: refuse,
  })
}

/** `object` as it is, and everything else about it not here. */
export function only(name, object) {
  return new Proxy(object, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value = Reflect.get(target, key, target)
        // Bound, because private members are not reached through a proxy.
        return typeof value === 'function' && !/^class\b/.test(String(value)) ? value.bind(target) : value
      }
      return notHere(`${name}.${String(key)}`)
    },
  })
}

/** An event that a listener can prevent. */
export function preventable(details = {}) {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
