import type { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

export function createMessageSplitter(onMessage: (text: string) => void): (chunk: Buffer) => void

export interface DevToolsSession extends EventEmitter {
  send(method: string, params?: object): Promise<unknown>
}
export class DevToolsPipe {
  constructor(toChromium: Writable, fromChromium: Readable)
  readonly browser: DevToolsSession
  session(id: string): DevToolsSession
}
