/** What changed since the person last looked: by what arrived, not by clocks, and nothing of one's own. */
import { describe, expect, it } from 'vitest'
import { member } from '#domain/member.ts'
import { createMemoryHost } from '#host/memory.ts'
import { createOp } from '#state/commands/gate.ts'
import { createFeed } from '#state/feed.ts'
import type { Vault } from '#vault/vault.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { idOf } from '../../support/store/plain-sealer.ts'

const members = { [idOf('amina')]: 'amina', [idOf('robin')]: 'robin' }

const feedOf = (desk: Desk, name: 'amina' | 'robin', host = createMemoryHost()) =>
  createFeed({
    host,
    store: desk.store,
    vault: { identity: { deviceId: idOf(name), memberId: name, members } } as Vault,
  })

async function add(desk: Desk, id: string): Promise<void> {
  const done = await desk.store.commit({ command: 'addMember', ops: [createOp(member, id, { name: id })] })
  if (!done.ok) throw new Error(done.problem.kind)
}

const commandsOf = (changes: readonly { readonly records: readonly string[] }[]) =>
  changes.map(({ records }) => records.join(' '))

describe('what changed', () => {
  it('begins with nothing new, then tells what others did, once, newest first', async () => {
    const amina = await openDesk({ device: 'amina' })
    const robin = await openDesk({ device: 'robin' })
    await add(robin, 'heron')
    await give(robin, amina)
    const host = createMemoryHost()
    const feed = feedOf(amina, 'amina', host)
    expect(feed.news()).toEqual([])
    await feed.prepare()
    expect(feed.news()).toEqual([])

    await add(robin, 'otter')
    await add(robin, 'wren')
    await add(amina, 'mine')
    await give(robin, amina)
    expect(commandsOf(feed.news())).toEqual(['wren', 'otter'])
    expect(feed.news()).toBe(feed.news())

    // After the next start it is still new; once looked at, it is not.
    const later = feedOf(amina, 'amina', host)
    await later.prepare()
    expect(commandsOf(later.news())).toEqual(['wren', 'otter'])
    let told = 0
    later.subscribe(() => {
      told += 1
    })
    await later.look()
    expect(told).toBe(1)
    expect(later.news()).toEqual([])
    const last = feedOf(amina, 'amina', host)
    await last.prepare()
    expect(last.news()).toEqual([])
    expect(commandsOf(last.changes(2))).toHaveLength(2)
  })

  it('tells what arrives late, made before the person looked', async () => {
    const amina = await openDesk({ device: 'amina' })
    const robin = await openDesk({ device: 'robin' })
    await add(robin, 'early')
    const feed = feedOf(amina, 'amina')
    await add(amina, 'mine')
    await feed.prepare()
    await feed.look()
    await give(robin, amina)
    expect(commandsOf(feed.news())).toEqual(['early'])
  })

  it('reads a file of its own that is torn as never looked', async () => {
    const amina = await openDesk({ device: 'amina' })
    const robin = await openDesk({ device: 'robin' })
    await add(robin, 'heron')
    await give(robin, amina)
    for (const text of ['', '{"a":', '[]', 'null', '{"x":"y"}']) {
      const host = createMemoryHost()
      await host.keyFiles.replace('last-look', new TextEncoder().encode(text))
      const feed = feedOf(amina, 'amina', host)
      await feed.prepare()
      expect(feed.news().length, text).toBe(text === '{"x":"y"}' ? 1 : 0)
    }
  })
})
