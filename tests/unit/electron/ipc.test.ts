/** Every channel against every kind of foreign sender and wrong argument: the capability behind it is never reached. */
import type { IpcMain } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARGUMENT_PARSERS, type Capabilities, type Channel, ORIGIN, wireName } from '#host/contract.ts'
import { registerCapabilities } from '../../../electron/main/ipc.ts'

const channels = Object.keys(ARGUMENT_PARSERS) as Channel[]
type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>

const handlers = new Map<string, Handler>()
const reached: string[] = []
const capabilities = Object.fromEntries(
  channels.map(channel => [channel, async () => reached.push(channel)]),
) as unknown as Capabilities

beforeEach(() => {
  handlers.clear()
  reached.length = 0
  const ipcMain = { handle: (name: string, handler: Handler) => handlers.set(name, handler) }
  registerCapabilities(ipcMain as unknown as IpcMain, capabilities)
})

const ours = { parent: null, origin: ORIGIN }
const FOREIGN_SENDERS: [string, unknown][] = [
  ['a frame that navigated away', null],
  ['a frame inside our page', { parent: ours, origin: ORIGIN }],
  ['another site', { parent: null, origin: 'https://outside.example' }],
  ['a file', { parent: null, origin: 'file://' }],
  ['an opaque origin', { parent: null, origin: 'null' }],
  ['a name that begins like ours', { parent: null, origin: `${ORIGIN}.outside.example` }],
]
const WRONG_ARGUMENTS: [string, readonly unknown[]][] = [
  ['one undefined too many', [undefined, undefined, undefined]],
  ['a number', [1]],
  ['an object', [{}]],
  ['a path upwards', ['../x']],
  ['an array in an array', [[[]]]],
  ['a function', [() => 1]],
  ['a huge text', ['a'.repeat(100_000)]],
  ['text that ends early', ['a\0b']],
  ['something with a prototype', [new Map()]],
  ['not a number', [Number.NaN, Number.NaN]],
]

const send = (channel: Channel, senderFrame: unknown, args: readonly unknown[] = []) =>
  handlers.get(wireName(channel))?.({ senderFrame }, ...args)

describe('registerCapabilities', () => {
  it('registers each channel of the contract and no other', () => {
    expect([...handlers.keys()].sort()).toEqual(channels.map(wireName).sort())
  })

  it('lets our own page through', async () => {
    await send('freeBytes', ours)
    expect(reached).toEqual(['freeBytes'])
  })

  for (const [who, senderFrame] of FOREIGN_SENDERS)
    it.each(channels)(`refuses %s from ${who}`, async channel => {
      await expect(send(channel, senderFrame)).rejects.toThrow('unknown sender')
      expect(reached).toEqual([])
    })

  for (const [what, args] of WRONG_ARGUMENTS)
    it.each(channels)(`refuses %s with ${what}`, async channel => {
      await expect(send(channel, ours, args)).rejects.toThrow('refused')
      expect(reached).toEqual([])
    })
})
