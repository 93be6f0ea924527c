/** The DevTools protocol over Chromium's `--remote-debugging-pipe`: JSON messages, each ended by a NUL byte. */
import { EventEmitter } from 'node:events'

/** Splits a stream of bytes into its NUL-ended messages. */
export function createMessageSplitter(onMessage) {
  let pending = []
  return chunk => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      onMessage(Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8'))
      pending = []
      start = end + 1
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  }
}

/** One attached target, or the browser itself: `send` asks, `on` hears. */
class DevToolsSession extends EventEmitter {
  constructor(pipe, sessionId) {
    super()
    this.setMaxListeners(0)
    this.send = (method, params = {}) => pipe.request(method, params, sessionId)
  }
}

export class DevToolsPipe {
  #toChromium
  #nextId = 1
  #waiting = new Map()
  #sessions = new Map()
  #isClosed = false

  constructor(toChromium, fromChromium) {
    this.#toChromium = toChromium
    toChromium.on('error', () => {})
    fromChromium.on(
      'data',
      createMessageSplitter(text => this.#receive(JSON.parse(text))),
    )
    fromChromium.on('close', () => this.#close())
    this.browser = this.session(undefined)
  }

  session(sessionId) {
    const known = this.#sessions.get(sessionId)
    if (known) return known
    const session = new DevToolsSession(this, sessionId)
    this.#sessions.set(sessionId, session)
    return session
  }

  request(method, params, sessionId) {
    if (this.#isClosed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject })
      this.#toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #receive({ id, method, params, sessionId, result, error }) {
    if (id === undefined) {
      this.#sessions.get(sessionId)?.emit(method, params)
      return
    }
    const asked = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`))
    else asked?.resolve(result)
  }

  #close() {
    this.#isClosed = true
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: Chromium is gone`))
    this.#waiting.clear()
  }
}
