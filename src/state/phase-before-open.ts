/**
 * What this laptop shows while nothing is open. A group whose `device.age` is gone is still a group: offered a first
 * run, somebody would start a new one over its key files, and the recovery sheet would open nothing any more.
 */
import type { Host } from '#host/host.ts'
import type { Phase } from './session.ts'

export async function phaseBeforeOpen(host: Host): Promise<Phase> {
  if (await host.keyFiles.read('device.age')) return { kind: 'locked', problem: null }
  if ((await host.keyFiles.read('genesis')) === null) return { kind: 'first-run' }
  // Loaded here, not with the page: hardly any laptop ever needs it.
  const { hasRecords } = await import('./records-here.ts')
  return (await hasRecords(host))
    ? { kind: 'locked', problem: { kind: 'missing-key-file', name: 'device.age' } }
    : { kind: 'first-run' }
}
