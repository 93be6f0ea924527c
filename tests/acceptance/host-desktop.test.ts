/** The desktop's files and the page's side of the bridge pass the suite of every host, with IPC's checks in between. */
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, it } from 'vitest'
import {
  ARGUMENT_PARSERS,
  type Arguments,
  type Bridge,
  type Capabilities,
  type Channel,
  type Returned,
} from '#host/contract.ts'
import { createElectronHost } from '#host/electron.ts'
import { createChosenFiles } from '../../electron/main/chosen-files.ts'
import { createChosenParts } from '../../electron/main/chosen-parts.ts'
import { createGroupFiles } from '../../electron/main/group-files.ts'
import { createWriterClaims } from '../../electron/main/writer-claim.ts'
import { HOST_CASES, type HostMachine } from './host.ts'

/** What crosses between the processes does so as a structured clone, and is parsed. */
function bridgeTo(capabilities: Capabilities): Bridge {
  const calling =
    <C extends Channel>(channel: C) =>
    async (...args: Arguments<C>): Promise<Returned<C>> => {
      const work = capabilities[channel] as (...parsed: Arguments<C>) => Promise<Returned<C>>
      return structuredClone(await work(...ARGUMENT_PARSERS[channel](structuredClone(args))))
    }
  const channels = Object.keys(ARGUMENT_PARSERS) as Channel[]
  const functions = Object.fromEntries(channels.map(channel => [channel, calling(channel)]))
  return { ...(functions as Capabilities), onLockRequested: () => () => undefined }
}

const undoing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const undo of undoing.splice(0)) await undo()
})

async function desktopMachine(): Promise<HostMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-host-'))
  let picks: readonly string[] = []
  let saves = true
  let stop = async (): Promise<void> => undefined
  undoing.push(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })
  let clock = 0
  const pause = async (ms: number): Promise<void> => {
    clock += ms
  }
  return {
    async start() {
      await stop()
      const files = createGroupFiles(join(folder, 'group'))
      const pace = { now: () => clock, pause }
      const claims = createWriterClaims(join(folder, 'group'), pace)
      stop = async () => {
        await files.closeRecordLog()
        await claims.releaseWriter()
      }
      const dialogs = {
        askWhereToSave: async (name: string) => (saves ? join(folder, name) : null),
        askWhichToOpen: async () => picks[0] ?? null,
        askWhichOnesToOpen: async () => picks,
      }
      const nothing = async () => ({ ok: false, problem: { kind: 'cancelled' } }) as const
      const chosen = { ...createChosenFiles(dialogs), ...createChosenParts(dialogs) }
      const page = { printPage: nothing, replacePage: async () => undefined }
      return createElectronHost(bridgeTo({ ...files, ...claims, ...chosen, ...page }), { title: '' })
    },
    willPick(file, ...more) {
      const files = file === null ? [] : [file, ...more]
      picks = files.map(({ name }) => join(folder, name))
      for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
    },
    willSave(answer) {
      saves = answer === 'somewhere'
    },
  }
}

describe('desktop host', () => {
  for (const { name, run } of HOST_CASES) it(name, async () => run(await desktopMachine()))
})
