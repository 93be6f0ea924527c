/** Ids from the vault, so many at a time that the share done can be shown and the rest dropped. */
import type { Vault } from '#vault/vault.ts'
import { ROWS_A_STEP, type Steps } from '../long-work.ts'

export async function* rowIdSteps(
  vault: Pick<Vault, 'rowIds'>,
  salt: string,
  texts: readonly string[],
): Steps<readonly string[]> {
  const ids: string[] = []
  for (let from = 0; from < texts.length; from += ROWS_A_STEP) {
    if (from > 0) yield from / texts.length
    for (const id of await vault.rowIds(salt, texts.slice(from, from + ROWS_A_STEP))) ids.push(id)
  }
  return ids
}
