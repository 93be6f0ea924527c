/**
 * Runs inside a real page: offers the cases of every host, on the browser host over the origin private file system.
 * The pickers are replaced by ones that answer as the case wants; they would otherwise wait for a person.
 */
import { createBrowserHost } from '#host/browser/browser.ts'
import recordKeeper from '../../../src/host/browser/record-keeper.worker.ts?worker&url'
import { HOST_CASES, type HostMachine } from '../../acceptance/host.ts'

declare global {
  interface Window {
    hostCases: readonly string[]
    runHostCase(name: string): Promise<void>
  }
}

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}
const { trustedTypes } = window as unknown as { trustedTypes: TrustedTypesFactory }
const policy = trustedTypes.createPolicy('app', { createScriptURL: url => url })

async function fileInPrivateStorage(name: string, bytes: Uint8Array | null): Promise<FileSystemFileHandle> {
  const root = await navigator.storage.getDirectory()
  const handle = await root.getFileHandle(name, { create: true })
  if (bytes === null) return handle
  const writable = await handle.createWritable()
  await writable.write(bytes as Uint8Array<ArrayBuffer>)
  await writable.close()
  return handle
}

const cancelled = (): never => {
  throw new DOMException('', 'AbortError')
}

async function browserMachine(): Promise<HostMachine> {
  localStorage.clear()
  const root = await navigator.storage.getDirectory()
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true })
  let worker: Worker | null = null
  return {
    async start() {
      worker?.terminate()
      worker = new Worker(policy.createScriptURL(recordKeeper), { type: 'module' })
      return createBrowserHost(window, worker, Date.now)
    },
    willPick(file, ...more) {
      const pick = async () => {
        if (file === null) return cancelled()
        return Promise.all([file, ...more].map(({ name, bytes }) => fileInPrivateStorage(name, bytes)))
      }
      Object.assign(window, { showOpenFilePicker: pick })
    },
    willSave(answer) {
      const pick = async ({ suggestedName }: { suggestedName: string }) =>
        answer === 'cancel' ? cancelled() : fileInPrivateStorage(suggestedName, null)
      Object.assign(window, { showSaveFilePicker: pick })
    },
  }
}

window.hostCases = HOST_CASES.map(({ name }) => name)
window.runHostCase = async name => {
  const found = HOST_CASES.find(item => item.name === name)
  if (found === undefined) throw new Error(`no case named ${name}`)
  await found.run(await browserMachine())
}
