/**
 * What changed: every change of the group that this laptop can read, newest first, and which of those by other members
 * came since the person last looked.
 *
 * *Since* is told by what is here, not by clocks: a change that was made on Monday may arrive on Friday. The file beside
 * the keys says for each session up to which record it was looked at; it holds nothing that the records' own headers
 * do not show, and stays on this laptop.
 */
import type { Host } from '#host/host.ts'
import type { ChangeSummary, Store } from '#store/store.ts'
import type { Vault } from '#vault/vault.ts'

export interface Feed {
  /** Newest first. The array is identical until something changes. */
  changes(limit: number): readonly ChangeSummary[]
  /** Of other members, not looked at yet; none until `prepare` is done. The array is identical until something changes. */
  news(): readonly ChangeSummary[]
  /** Reads where the person last looked and, where something is new, the records that came before the last snapshot. */
  prepare(): Promise<void>
  /** All that is here now has been looked at. */
  look(): Promise<void>
  subscribe(listener: () => void): () => void
}

/** By session, the last record that was looked at. */
type Looked = Readonly<Record<string, number>>

const LOOKED_FILE = 'last-look'
const MOST_NEWS = 500

export function createFeed(parts: {
  readonly host: Pick<Host, 'keyFiles'>
  readonly vault: Pick<Vault, 'identity'>
  readonly store: Pick<Store, 'changes' | 'heads' | 'loadHistory' | 'subscribe'>
}): Feed {
  const { host, store } = parts
  const { identity } = parts.vault
  const listeners = new Set<() => void>()
  let looked: Looked | null = null
  let prepared: Promise<void> | null = null
  let news: readonly ChangeSummary[] = []
  let all: readonly ChangeSummary[] = []

  const isMine = (device: string) =>
    device === identity.deviceId || identity.members[device] === identity.memberId
  const isNew = (of: { readonly device: string; readonly session: string; readonly seq: number }) =>
    looked !== null && !isMine(of.device) && of.seq > (looked[of.session] ?? 0)
  const now = (): Looked => Object.fromEntries(store.heads().map(({ session, seq }) => [session, seq]))

  async function look(): Promise<void> {
    looked = now()
    for (const listener of listeners) listener()
    await host.keyFiles.replace(LOOKED_FILE, new TextEncoder().encode(JSON.stringify(looked)))
  }

  async function readOnce(): Promise<void> {
    const before = await readLooked(host)
    // Meanwhile the person may have looked. On a laptop that never did, all of the group's past is not news.
    if (looked !== null) return
    if (before === null) return look()
    looked = before
    if (store.heads().some(isNew)) await store.loadHistory()
    for (const listener of listeners) listener()
  }

  return {
    changes(limit) {
      all = same(all, store.changes(limit))
      return all
    },
    news() {
      const isAny = store.heads().some(isNew)
      news = same(news, isAny ? store.changes(MOST_NEWS).filter(isNew) : [])
      return news
    },
    prepare() {
      prepared ??= readOnce()
      return prepared
    },
    look,
    subscribe(listener) {
      listeners.add(listener)
      const stop = store.subscribe(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}

const same = (before: readonly ChangeSummary[], after: readonly ChangeSummary[]) =>
  before.length === after.length &&
  before.every((each, i) => each.change === after[i]?.change && each.undone === after[i]?.undone)
    ? before
    : after

async function readLooked(host: Pick<Host, 'keyFiles'>): Promise<Looked | null> {
  const bytes = await host.keyFiles.read(LOOKED_FILE)
  if (bytes === null) return null
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null
    return Object.fromEntries(
      Object.entries(read).filter((each): each is [string, number] => Number.isSafeInteger(each[1])),
    )
  } catch {
    // What was looked at is forgotten, and nothing else.
    return null
  }
}
