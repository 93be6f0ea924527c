/** Names that the books must not hold, recognized by their HMAC and written as a code name. */
import { account } from '#domain/account.ts'
import { codedName } from '#domain/bank-import.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { endOf, type Steps, within } from '../long-work.ts'
import { createOp } from './gate.ts'
import { rowIdSteps } from './row-ids.ts'
import type { CommandTools } from './tools.ts'

type Tools = Pick<CommandTools, 'live' | 'vault' | 'newId'>

/** Never the text of a row's key, which begins with a date. */
const hashText = (name: string): string => `name|${name}`

/** Of these names (normalised payees), those that are known, each with its code name. */
export async function* codedNameSteps(
  { live, vault }: Pick<Tools, 'live' | 'vault'>,
  names: readonly string[],
): Steps<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const all = live.records(codedName)
  const accounts = [...new Set(all.map(each => each.account))]
  for (const [at, accountId] of accounts.entries()) {
    const salt = live.get(account, accountId)?.salt ?? ''
    if (salt === '') continue
    const own = all.filter(each => each.account === accountId)
    const codes = new Map(own.map(each => [each.hash, each.codeName]))
    const steps = rowIdSteps(vault, salt, names.map(hashText))
    const hashes = yield* within(steps, at / accounts.length, (at + 1) / accounts.length)
    for (const [i, name] of names.entries()) {
      const code = codes.get(hashes[i] ?? '')
      if (code !== undefined) found.set(name, code)
    }
  }
  return found
}

export interface CodedNames {
  /** Normalised payees. */
  readonly names: readonly string[]
  readonly codeName: string
}

export async function codedNameOps(
  tools: Tools,
  accountId: RecordId,
  { names, codeName }: CodedNames,
): Promise<readonly DraftOp[]> {
  const known = await endOf(codedNameSteps(tools, names))
  const fresh = names.filter(name => known.get(name) !== codeName)
  const hashes = await tools.vault.rowIds(tools.live.get(account, accountId)?.salt ?? '', fresh.map(hashText))
  return hashes.map(hash => createOp(codedName, tools.newId(), { account: accountId, hash, codeName }))
}
