/** What tests of the product do to the memory host: fill its disk, hold a write, lock its screen, cut its power. */
import { describe, expect, it } from 'vitest'
import { createMemoryHost, createMemoryMachine } from '#host/memory.ts'

const VAULT = 'd'.repeat(32)
const record = new Uint8Array([1, 2, 3])

async function openLog(host: ReturnType<typeof createMemoryHost>) {
  const opened = await host.openRecordLog(VAULT)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

describe('the memory host', () => {
  it('refuses every write while its disk is full, and takes them again after', async () => {
    const host = createMemoryHost()
    const log = await openLog(host)
    host.faults.refuseWrites = { kind: 'disk-full' }
    expect(await log.append([record])).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    expect(await host.keyFiles.replace('genesis', record)).toEqual({
      ok: false,
      problem: { kind: 'disk-full' },
    })
    host.faults.refuseWrites = null
    expect((await log.append([record])).ok).toBe(true)
    expect((await log.stats()).records).toBe(1)
  })

  it('keeps an append waiting for as long as the test holds it', async () => {
    const host = createMemoryHost()
    const log = await openLog(host)
    let letGo = (): void => undefined
    host.faults.hold = new Promise(resolve => {
      letGo = resolve
    })
    let isDone = false
    const appended = log.append([record]).then(() => {
      isDone = true
    })
    expect((await log.stats()).records).toBe(0)
    expect(isDone).toBe(false)
    letGo()
    await appended
    expect((await log.stats()).records).toBe(1)
  })

  it('tells of a locked screen until nobody listens', () => {
    const host = createMemoryHost()
    const heard: string[] = []
    const stop = host.onLockRequested(() => heard.push('locked'))
    host.person.locksScreen()
    stop()
    host.person.locksScreen()
    expect(heard).toEqual(['locked'])
  })

  it('has only what was flushed after a power cut', async () => {
    const machine = createMemoryMachine()
    const log = await openLog(createMemoryHost(machine))
    await log.append([record])
    machine.disks.get(VAULT)?.crash()
    expect((await (await openLog(createMemoryHost(machine))).stats()).records).toBe(1)
  })

  it('keeps nothing that the caller changes afterwards', async () => {
    const host = createMemoryHost()
    const bytes = new Uint8Array([1])
    await host.keyFiles.replace('genesis', bytes)
    bytes[0] = 9
    expect(await host.keyFiles.read('genesis')).toEqual(new Uint8Array([1]))
  })
})
