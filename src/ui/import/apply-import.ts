/** Applies a preview as it stands, account by account: prepared first, then written, and what came of it. */
import { account } from '#domain/account.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { ok, type Result } from '#domain/result.ts'
import type { RowSums } from '#imports/bank-account.ts'
import type { PreparedImport } from '#state/commands/imports.ts'
import type { Commands } from '#state/commands.ts'
import { type AccountPreview, closingOf, unsortedOf, withCodeName } from '#state/import-preview.ts'
import type { Live } from '#state/live.ts'
import { type Steps, within } from '#state/long-work.ts'
import type { ChangeId, CommitProblem } from '#store/store.ts'
import type { PreviewStage } from './use-import.ts'

export interface ImportOutcome {
  readonly accountId: RecordId
  /** Null: nothing was new, so nothing was stored. */
  readonly change: ChangeId | null
  readonly added: RowSums
  readonly linked: number
  readonly skipped: number
  readonly unsorted: number
  /** At the end of the file's last day. */
  readonly lastDate: string
  /** Null also where the file is of an account that others share. */
  readonly fileCents: number | null
  readonly booksCents: number
}

export interface ApplyInput {
  readonly live: Live
  readonly commands: Commands
  readonly stage: PreviewStage
  readonly codeName: string
}

interface PreparedAccount {
  readonly preview: AccountPreview
  readonly prepared: PreparedImport
}

/** All that takes long and writes nothing. */
export async function* prepareSteps(input: ApplyInput): Steps<readonly PreparedAccount[]> {
  const { commands, stage, codeName } = input
  const { read, file, previews, names } = stage
  const fileHash = await hashOf(file.bytes)
  const accounts: PreparedAccount[] = []
  for (const [at, preview] of previews.entries()) {
    const { accountId, sorting, corrected, opening, takesOpening } = preview
    const steps = commands.prepareSteps({
      account: accountId,
      plan: withCodeName(preview.plan, names, codeName),
      sorting,
      corrected,
      fileHash,
      format: read.guess.csv?.shape ?? read.format,
      ...(names.size > 0 && codeName.trim() !== '' ? { coded: { names: [...names], codeName } } : {}),
      ...(takesOpening && opening ? { opening: { date: opening.date, cents: opening.cents } } : {}),
    })
    const prepared = yield* within(steps, at / previews.length, (at + 1) / previews.length)
    accounts.push({ preview, prepared })
  }
  return accounts
}

export async function writePrepared(
  { live, commands, stage }: ApplyInput,
  accounts: readonly PreparedAccount[],
): Promise<Result<readonly ImportOutcome[], CommitProblem>> {
  const csv = stage.read.guess.csv
  // The mapping first, so that undo (Ctrl+Z) takes back the import.
  if (csv && csv.mappedBy === 'person') {
    const { fingerprint, mapping } = csv
    await commands.saveBankMapping({ fingerprint, name: csv.shape ?? 'own', mapping: { ...mapping } })
  }
  const outcomes: ImportOutcome[] = []
  for (const { preview, prepared } of accounts) {
    const { booksCents } = closingOf(live, preview)
    const result = await commands.writeImport(prepared)
    if (!result.ok && result.problem.kind !== 'nothing-to-do') return result
    const isOfOthers = live.get(account, preview.accountId)?.type === 'sah-trust'
    const outcome = outcomeOf(preview, result.ok ? result.value.change : null, booksCents)
    outcomes.push(isOfOthers ? { ...outcome, fileCents: null } : outcome)
  }
  return ok(outcomes)
}

function outcomeOf(preview: AccountPreview, change: ChangeId | null, booksCents: number): ImportOutcome {
  const { plan, accountId } = preview
  return {
    accountId,
    change,
    added: plan.adding,
    linked: plan.counts.linking,
    skipped: plan.counts.leaving,
    unsorted: unsortedOf(preview),
    lastDate: plan.lastDate,
    fileCents: plan.closingCents,
    booksCents,
  }
}

/** SHA-256 of the file, hex: tells later which file an import was. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
