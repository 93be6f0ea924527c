/**
 * What runs inside the page. Preload runs in an isolated world, as Electron's context isolation has it; the page's own
 * world sees only what the context bridge puts there. The two talk through synchronous DOM events whose name the page
 * cannot guess, and the isolated world talks to Node through a DevTools binding that only it has.
 */
import { createCloneCodec } from './clone-codec.mjs'

export const WORLD_NAME = 'Electron Isolated Context'
export const BINDING_NAME = '__electronStandInPost'
export const DELIVER_NAME = '__electronStandInDeliver'

/** The page's side of the context bridge: rebuilds what preload exposed, frozen, with functions that call across. */
function inThePagesWorld(secret, createCloneCodec) {
  if (window !== window.top) return
  const { encode, decode } = createCloneCodec()
  const say = (name, detail) =>
    window.dispatchEvent(new CustomEvent(secret + name, { detail: JSON.stringify(detail) }))
  const hear = (name, listener) =>
    window.addEventListener(secret + name, event => listener(JSON.parse(event.detail)))

  const callbacks = []
  const promises = new Map()
  let answer = null

  const passFunction = callback => ({ t: 'callback', v: callbacks.push(callback) - 1 })
  const receiveFunction = ({ t, v }) => (t === 'function' ? callAcross(v) : undefined)
  const callAcross =
    id =>
    (...args) => {
      answer = null
      say('call', { id, args: encode(args, passFunction) })
      const given = answer
      if (given === null) throw new Error('the isolated world did not answer')
      if (given.error !== undefined) throw decode(given.error)
      if (given.promise === undefined) return decode(given.value, receiveFunction)
      return new Promise((resolve, reject) => promises.set(given.promise, { resolve, reject }))
    }
  const freezeDeep = value => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    for (const inner of Object.values(value)) freezeDeep(inner)
    return Object.freeze(value)
  }

  hear('answer', given => {
    answer = given
  })
  hear('settled', ({ promise, error, value }) => {
    const { resolve, reject } = promises.get(promise)
    promises.delete(promise)
    if (error !== undefined) reject(decode(error))
    else resolve(decode(value, receiveFunction))
  })
  hear('callback', ({ id, args }) => callbacks[id](...decode(args, receiveFunction)))
  hear('expose', ({ key, api }) => {
    Object.defineProperty(window, key, { value: freezeDeep(decode(api, receiveFunction)), enumerable: true })
  })
  // Electron asks the main process before a window opens; the page always gets null, since only denying is supported.
  window.open = (url = 'about:blank') => {
    say('open', { url: new URL(url, document.baseURI).href })
    return null
  }
  hear('is-page-there', () => say('page-is-there', null))
  say('page-is-there', null)
}

/** Preload's world: `ipcRenderer`, `contextBridge`, and the `require` of a sandboxed preload. */
function inTheIsolatedWorld(secret, createCloneCodec, names, runPreload) {
  if (window !== window.top) return
  const { encode, decode } = createCloneCodec()
  const say = (name, detail) =>
    window.dispatchEvent(new CustomEvent(secret + name, { detail: JSON.stringify(detail) }))
  const hear = (name, listener) =>
    window.addEventListener(secret + name, event => listener(JSON.parse(event.detail)))
  const post = message => window[names.binding](JSON.stringify(message))

  const calls = new Map()
  const listeners = new Map()
  let lastCall = 0
  const ipcRenderer = {
    invoke(channel, ...args) {
      return new Promise((resolve, reject) => {
        const message = { type: 'invoke', id: lastCall + 1, channel, args: encode(args) }
        lastCall += 1
        calls.set(message.id, { channel, resolve, reject })
        post(message)
      })
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel, listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter(item => item !== listener),
      )
      return ipcRenderer
    },
  }
  window[names.deliver] = message => {
    if (message.type === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...decode(message.args))
      return
    }
    const { channel, resolve, reject } = calls.get(message.id)
    calls.delete(message.id)
    if (message.error === undefined) resolve(decode(message.value))
    else reject(new Error(`Error invoking remote method '${channel}': ${message.error}`))
  }

  const functions = []
  let lastPromise = 0
  const passFunction = fn => ({ t: 'function', v: functions.push(fn) - 1 })
  const receiveFunction = ({ t, v }) =>
    t === 'callback' ? (...args) => say('callback', { id: v, args: encode(args, passFunction) }) : undefined
  const asError = error => encode(new Error(error instanceof Error ? error.message : String(error)))
  const settle = async (promise, work) => {
    try {
      say('settled', { promise, value: encode(await work, passFunction) })
    } catch (error) {
      say('settled', { promise, error: asError(error) })
    }
  }
  hear('call', ({ id, args }) => {
    try {
      const value = functions[id](...decode(args, receiveFunction))
      if (typeof value?.then !== 'function') {
        say('answer', { value: encode(value, passFunction) })
        return
      }
      lastPromise += 1
      say('answer', { promise: lastPromise })
      void settle(lastPromise, value)
    } catch (error) {
      say('answer', { error: asError(error) })
    }
  })
  hear('open', ({ url }) => post({ type: 'open', url }))

  const exposed = new Map()
  let isPageThere = false
  const handOver = () => {
    for (const [key, api] of exposed) say('expose', { key, api })
    exposed.clear()
  }
  hear('page-is-there', () => {
    isPageThere = true
    handOver()
  })
  say('is-page-there', null)
  const contextBridge = {
    exposeInMainWorld(key, api) {
      exposed.set(key, encode(api, passFunction))
      if (isPageThere) handOver()
    },
  }
  const require = name => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name} (a sandboxed preload has electron only)`)
  }
  try {
    runPreload(require)
  } catch (error) {
    post({ type: 'preload-failed', message: String(error?.stack ?? error) })
  }
}

/** The two scripts that Chromium evaluates in every new document of a window. */
export function worldSources(secret, preload) {
  const codec = createCloneCodec.toString()
  const names = JSON.stringify({ binding: BINDING_NAME, deliver: DELIVER_NAME })
  return {
    page: `(${inThePagesWorld})(${JSON.stringify(secret)}, ${codec})`,
    isolated: `(${inTheIsolatedWorld})(${JSON.stringify(secret)}, ${codec}, ${names}, function (require) {
      const module = { exports: {} }, exports = module.exports
      ${preload}
    })`,
  }
}
