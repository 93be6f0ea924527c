/** Whether the group that the key files name has records on this laptop; apart, because the lock screen needs none of it. */
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
