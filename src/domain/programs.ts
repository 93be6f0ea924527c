/**
 * Programs: what choosing one sets, and what to warn about. The presets are data (`resources/rates/programs.json`);
 * everything that they set can be changed afterwards, because the agreement that a group signed is what counts.
 */
import type { IsoDate } from './dates.ts'
import type { FigureStatus } from './line.ts'
import type { ProgramPreset } from './rate-tables.ts'
import type { Rates } from './rates.ts'
import type { Payer, Program, Province, Sponsorship } from './sponsorship.ts'
import { payerOfMonth } from './support-months.ts'

/** Fields of a sponsorship that a program sets. */
export interface ProgramDefaults {
  readonly supportMonths: number
  readonly payerByMonth: readonly Payer[]
  readonly startUpPayer: Payer
}

export type ProgramNote =
  /** The payers of the months are not confirmed by a source: check with the agreement holder. */
  | { readonly kind: 'payers-to-check'; readonly status: FigureStatus }
  | { readonly kind: 'ask-your-sah' }
  | { readonly kind: 'own-clock-for-each-arrival' }
  | { readonly kind: 'no-money-from-newcomers' }
  | { readonly kind: 'no-tax-receipts' }
  | { readonly kind: 'intake-paused'; readonly until: IsoDate }
  | { readonly kind: 'not-in-province'; readonly province: Province }
  | { readonly kind: 'only-in-province'; readonly province: Province }
  /** The province runs a program of its own: `program`. */
  | { readonly kind: 'province-runs-own'; readonly province: Province; readonly program: Program }
  | { readonly kind: 'needs-members'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'needs-sponsor-kind'; readonly eligible: readonly string[] }
  | { readonly kind: 'months-over-limit'; readonly max: number }

export function programPresetOf(table: Rates['programs'], program: Program): ProgramPreset {
  const preset = table.data.programs.find(each => each.key === program)
  if (!preset) throw new Error(`programs.json has no ${program}`)
  return preset
}

/** One payer for each support month, month 1 first. */
export function programDefaults(preset: ProgramPreset): ProgramDefaults {
  const payerByMonth = preset.payers.flatMap(([payer, count]) => Array.from({ length: count }, () => payer))
  return { supportMonths: preset.supportMonths, payerByMonth, startUpPayer: preset.startUpPayer }
}

/** Who pays which month is as a program says for which no source could be found: months are judged by a guess. */
export function hasUnconfirmedPayers(
  table: Rates['programs'],
  of: Pick<Sponsorship, 'program' | 'supportMonths' | 'payerByMonth'>,
): boolean {
  const preset = programPresetOf(table, of.program)
  if (preset.status !== 'unverified' || preset.payers.length < 2) return false
  const { payerByMonth } = programDefaults(preset)
  return Array.from({ length: of.supportMonths }, (_, i) => i + 1).every(
    number => payerOfMonth(of, number) === payerOfMonth({ payerByMonth }, number),
  )
}

/** What to say beside the choice. Nothing here forbids: a group that is already under way knows better. */
export function programNotes(
  table: Rates['programs'],
  choice: {
    readonly program: Program
    readonly province: Province
    readonly supportMonths?: number
    readonly today: IsoDate
  },
): readonly ProgramNote[] {
  const preset = programPresetOf(table, choice.program)
  return [
    ...provinceNotes(table, preset, choice.province),
    ...(preset.status === 'unverified' && choice.program !== 'unknown'
      ? [{ kind: 'payers-to-check', status: preset.status } as const]
      : []),
    ...preset.notes.flatMap(namedNote),
    ...(preset.intakePausedUntil !== null && choice.today <= preset.intakePausedUntil
      ? [{ kind: 'intake-paused', until: preset.intakePausedUntil } as const]
      : []),
    ...(preset.minMembers !== null || preset.maxMembers !== null
      ? [{ kind: 'needs-members', min: preset.minMembers, max: preset.maxMembers } as const]
      : []),
    ...(preset.eligibleSponsors
      ? [{ kind: 'needs-sponsor-kind', eligible: preset.eligibleSponsors } as const]
      : []),
    ...(preset.issuesTaxReceipts === false ? [{ kind: 'no-tax-receipts' } as const] : []),
    ...(preset.maxMonths !== null && (choice.supportMonths ?? 0) > preset.maxMonths
      ? [{ kind: 'months-over-limit', max: preset.maxMonths } as const]
      : []),
  ]
}

function provinceNotes(
  table: Rates['programs'],
  preset: ProgramPreset,
  province: Province,
): readonly ProgramNote[] {
  if (province === '') return []
  if (preset.notIn.includes(province)) return [{ kind: 'not-in-province', province }]
  if (preset.onlyIn !== null)
    return preset.onlyIn === province ? [] : [{ kind: 'only-in-province', province: preset.onlyIn }]
  const own = table.data.programs.find(each => each.onlyIn === province)
  return own ? [{ kind: 'province-runs-own', province, program: own.key }] : []
}

function namedNote(name: string): readonly ProgramNote[] {
  switch (name) {
    case 'ask-your-sah':
    case 'own-clock-for-each-arrival':
    case 'no-money-from-newcomers':
      return [{ kind: name }]
    default:
      return []
  }
}
