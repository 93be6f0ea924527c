/** The parts of the Electron stand-in that could make other tests pass or fail by mistake. */
import { PassThrough } from 'node:stream'
import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCloneCodec } from '../../support/electron/clone-codec.mjs'
import { createMessageSplitter, DevToolsPipe } from '../../support/electron/devtools-pipe.mjs'
import { BINDING_NAME, DELIVER_NAME, worldSources } from '../../support/electron/page-worlds.mjs'

const { encode, decode } = createCloneCodec()
const across = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))))

describe('the clone codec', () => {
  it('agrees with structuredClone on plain values of any shape', () => {
    const options = { withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }
    fc.assert(
      fc.property(fc.anything(options), value => {
        expect(across(value)).toEqual(structuredClone(value))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what JSON loses', () => {
    const value = {
      nan: Number.NaN,
      minus: -0,
      none: undefined,
      huge: 2n ** 70n,
      when: new Date(5),
      re: /a/gi,
    }
    expect(across(value)).toEqual(value)
    expect(Object.is((across(value) as { minus: number }).minus, -0)).toBe(true)
    expect((across(new Date(Number.NaN)) as Date).getTime()).toBeNaN()
  })

  it('keeps one object one object, also in a circle', () => {
    const shared = { a: 1 }
    const value: { x: object; y: object; self?: unknown } = { x: shared, y: shared }
    value.self = value
    const copy = across(value) as typeof value
    expect(copy.x).toBe(copy.y)
    expect(copy.self).toBe(copy)
  })

  it('sends only the part of a buffer that a view shows', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(across(view)).toEqual(new Uint8Array([2, 3]))
  })

  it('keeps the kind and the message of an error', () => {
    const error = across(new RangeError('too far'))
    expect(error).toBeInstanceOf(RangeError)
    expect((error as Error).message).toBe('too far')
  })

  it('makes no prototype out of a key', () => {
    const value = JSON.parse('{"__proto__":{"polluted":true}}')
    const copy = across(value) as Record<string, unknown>
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
    expect('polluted' in copy).toBe(false)
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function inside', { deep: [() => 1] }],
  ])('refuses %s, as Electron does', (_what, value) => {
    expect(() => encode(value)).toThrow('could not be cloned')
  })
})

describe('the DevTools pipe', () => {
  it('puts messages together wherever the chunks are cut', () => {
    const text = '{"a":"é"}\0{"b":2}\0{"c":3}\0'
    const bytes = Buffer.from(text)
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const got: string[] = []
      const take = createMessageSplitter(message => got.push(message))
      take(bytes.subarray(0, cut))
      take(bytes.subarray(cut))
      expect(got).toEqual(['{"a":"é"}', '{"b":2}', '{"c":3}'])
    }
  })

  const connect = () => {
    const [out, back] = [new PassThrough(), new PassThrough()]
    const say = (message: object) => back.write(`${JSON.stringify(message)}\0`)
    return { pipe: new DevToolsPipe(out, back), back, say }
  }

  it('gives each answer to its question, and each event to its session', async () => {
    const { pipe, say } = connect()
    const first = pipe.browser.send('One')
    const second = pipe.session('s').send('Two')
    const heard = new Promise(resolve => pipe.session('s').once('Happened', resolve))
    say({ id: 2, result: 'second' })
    say({ id: 1, error: { message: 'no' } })
    say({ method: 'Happened', params: { at: 1 }, sessionId: 's' })
    expect(await second).toBe('second')
    await expect(first).rejects.toThrow('One: no')
    expect(await heard).toEqual({ at: 1 })
  })

  it('fails what is still asked when Chromium is gone', async () => {
    const { pipe, back } = connect()
    const asked = pipe.browser.send('One')
    back.destroy()
    await expect(asked).rejects.toThrow('Chromium is gone')
    await expect(pipe.browser.send('Two')).rejects.toThrow('Chromium is gone')
  })
})

/** Both worlds over one pretended DOM: two globals that share a window for events, as in a page. */
function pretendPage(preload: string) {
  const events = new EventTarget()
  const posted: { id: number; channel: string; args: unknown }[] = []
  const world = (more: object) => {
    const scope: Record<string, unknown> = {
      addEventListener: events.addEventListener.bind(events),
      dispatchEvent: events.dispatchEvent.bind(events),
      document: { baseURI: 'https://page.example/' },
      CustomEvent,
      URL,
      btoa,
      atob,
      ...more,
    }
    scope['window'] = scope
    scope['top'] = scope
    return createContext(scope)
  }
  const page = world({})
  const isolated = world({ [BINDING_NAME]: (text: string) => posted.push(JSON.parse(text)) })
  const sources = worldSources('secret-', preload)
  runInContext(sources.page, page)
  runInContext(sources.isolated, isolated)
  const inPage = (code: string): unknown => runInContext(code, page)
  const deliver = isolated[DELIVER_NAME] as (message: object) => void
  return { inPage, page, deliver, posted }
}

const PRELOAD = `
  const { contextBridge, ipcRenderer } = require('electron')
  let calls = 0
  contextBridge.exposeInMainWorld('bridge', {
    version: 1,
    ask: (...args) => ipcRenderer.invoke('ask', ...args),
    listen: callback => { ipcRenderer.on('news', (_event, text) => callback(text)); return () => (calls += 1) },
    fail: () => { throw new TypeError('no') },
  })`

describe('the context bridge', () => {
  it('gives the page a frozen copy and none of preload’s own names', () => {
    const { inPage } = pretendPage(PRELOAD)
    expect(inPage('Object.isFrozen(bridge) && bridge.version')).toBe(1)
    expect(inPage(`typeof require + typeof ipcRenderer + typeof ${BINDING_NAME}`)).toBe('undefined'.repeat(3))
    expect(inPage('(() => { "use strict"; try { bridge = 1 } catch { return "kept" } })()')).toBe('kept')
  })

  it('carries a call to Node and its answer back', async () => {
    const { inPage, posted, deliver } = pretendPage(PRELOAD)
    const answer = inPage('bridge.ask(new Uint8Array([1, 2]), undefined)') as Promise<unknown>
    const [asked] = posted
    expect(asked?.channel).toBe('ask')
    expect(decode(asked?.args)).toEqual([new Uint8Array([1, 2]), undefined])
    deliver({ type: 'result', id: asked?.id, value: encode({ ok: true }) })
    expect(await answer).toEqual({ ok: true })
  })

  it('carries errors across by their message', async () => {
    const { inPage, posted, deliver } = pretendPage(PRELOAD)
    const answer = inPage('bridge.ask()') as Promise<unknown>
    deliver({ type: 'result', id: posted[0]?.id, error: 'BadArguments: refused' })
    await expect(answer).rejects.toThrow("Error invoking remote method 'ask': BadArguments: refused")
    expect(() => inPage('bridge.fail()')).toThrow('no')
  })

  it('calls back into the page, and gives functions back as functions', () => {
    const { inPage, deliver } = pretendPage(PRELOAD)
    inPage('heard = []; stop = bridge.listen(text => heard.push(text))')
    deliver({ type: 'event', channel: 'news', args: encode(['locked']) })
    expect(inPage('heard.join()')).toBe('locked')
    expect(inPage('stop()')).toBe(1)
  })

  it('gives a sandboxed preload nothing but electron', () => {
    const { posted } = pretendPage(`require('node:fs')`)
    expect(posted).toMatchObject([
      { type: 'preload-failed', message: expect.stringContaining('module not found') },
    ])
  })
})
