/**
 * Care, the compartment for what only those who look after the people may read: names, health, documents. The founder's
 * laptop makes it before the first record of the group, and a coordinator's for a group that was begun without.
 *
 * Its key file is on the disk before anything can be sealed with it. Two laptops that each make one do no harm: both are
 * read, and what is new goes into one of them.
 */
import { ok, type Result } from '#domain/result.ts'
import type { Host } from '#host/host.ts'
import type { Vault } from '#vault/vault.ts'
import type { OpenStoreProblem } from './session.ts'
import { writeKeyFiles } from './take-in.ts'

export async function ensureCare(host: Host, vault: Vault): Promise<Result<void, OpenStoreProblem>> {
  const { compartments, isCoordinator } = vault.identity
  if (!isCoordinator || compartments.some(({ kind }) => kind === 'care')) return ok(undefined)
  const { files } = await vault.createCare()
  return writeKeyFiles(host, files)
}
