/**
 * The only file that touches `ipcMain`. Every channel goes through one door: the sender must be the main frame of the
 * app's own page, and every argument must be what the contract says.
 *
 * The attacks: a frame of another origin that got into the window, a frame that navigated away while its message was
 * on the way (then `senderFrame` is null), and a script in the page that sends what our code never sends.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import {
  ARGUMENT_PARSERS,
  type Arguments,
  type Capabilities,
  type Channel,
  ORIGIN,
  type Returned,
  wireName,
} from '#host/contract.ts'

export class UnknownSender extends Error {
  override readonly name = 'UnknownSender'
}

type Sent = Pick<IpcMainInvokeEvent, 'senderFrame'>

function checkSender({ senderFrame }: Sent): void {
  const isOurs = senderFrame !== null && senderFrame.parent === null && senderFrame.origin === ORIGIN
  if (!isOurs) throw new UnknownSender('refused: unknown sender')
}

function handle<C extends Channel>(ipcMain: IpcMain, channel: C, capability: Capabilities[C]): void {
  // Seen as a function of its own channel's arguments; TypeScript cannot follow an indexed mapped type through a call.
  const work = capability as (...args: Arguments<C>) => Promise<Returned<C>>
  ipcMain.handle(wireName(channel), async (event, ...args: unknown[]): Promise<Returned<C>> => {
    checkSender(event)
    return work(...ARGUMENT_PARSERS[channel](args))
  })
}

export function registerCapabilities(ipcMain: IpcMain, capabilities: Capabilities): void {
  for (const channel of Object.keys(ARGUMENT_PARSERS) as Channel[])
    handle(ipcMain, channel, capabilities[channel])
}
