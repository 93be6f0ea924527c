/** What group this laptop keeps, whatever it still has of its keys; apart, because the lock screen needs none of it. */
import type { Host } from '#host/host.ts'
import { readGenesis } from '#vault/genesis.ts'

/** Key files without a record are what a crash leaves while a group is being made: nothing to keep. */
export async function hasRecords(host: Host): Promise<boolean> {
  const bytes = await host.keyFiles.read('genesis')
  const genesis = bytes && (await readGenesis(bytes))
  if (!genesis?.ok) return false
  const log = await host.openRecordLog(genesis.value.vault)
  if (!log.ok) return false
  const { records } = await log.value.stats()
  await log.value.close()
  return records > 0
}

/**
 * Which group a copy's key files would meet here. Without its `device.age` another group still opens with the recovery
 * sheet, as long as its genesis stays.
 */
export async function groupHere(
  host: Host,
  genesisOfCopy: Uint8Array | undefined,
): Promise<'none' | 'same' | 'another'> {
  const here = await host.keyFiles.read('genesis')
  if (here !== null && isEqual(here, genesisOfCopy)) return 'same'
  if (here === null) return 'none'
  return (await host.keyFiles.read('device.age')) !== null || (await hasRecords(host)) ? 'another' : 'none'
}

const isEqual = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  a.length === b?.length && a.every((byte, at) => byte === b[at])
