/** The page's side of the keeper worker: each request is a message with a number, each answer names it. */
import type { KeeperAnswer, KeeperQuestion, KeeperRequests } from './keeper-messages.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

export function createKeeperClient(worker: Worker): KeeperRequests {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  worker.addEventListener('message', ({ data }: MessageEvent<KeeperAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failure' in data) asked?.reject(new Error(data.failure))
    else asked?.resolve(data.value)
  })
  // A worker that failed to start would otherwise leave every request waiting for ever.
  worker.addEventListener('error', event => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the keeper worker failed'))
    waiting.clear()
  })
  const ask =
    <M extends keyof KeeperRequests>(method: M) =>
    (...args: Parameters<KeeperRequests[M]>): ReturnType<KeeperRequests[M]> => {
      lastId += 1
      const id = lastId
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      worker.postMessage({ id, method, args } satisfies KeeperQuestion)
      // The worker's `requests` have these very types; a message cannot carry them.
      return answer as ReturnType<KeeperRequests[M]>
    }
  return {
    openRecordLog: ask('openRecordLog'),
    appendRecords: ask('appendRecords'),
    readRecords: ask('readRecords'),
    recordLogStats: ask('recordLogStats'),
    closeRecordLog: ask('closeRecordLog'),
    readKeyFile: ask('readKeyFile'),
    replaceKeyFile: ask('replaceKeyFile'),
    removeKeyFile: ask('removeKeyFile'),
    writeAttachment: ask('writeAttachment'),
    readAttachment: ask('readAttachment'),
    listAttachments: ask('listAttachments'),
    removeAttachment: ask('removeAttachment'),
    removeGroup: ask('removeGroup'),
  }
}
