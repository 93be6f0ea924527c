/** The answers of step 3 while they are typed, and what they become. Settings edits the same facts in the same way. */
import type { IsoDate } from '#domain/dates.ts'
import { programDefaults, programPresetOf } from '#domain/programs.ts'
import { findCommunity, type Rates } from '#domain/rates.ts'
import type { Arrival, Program, Province, Sponsorship } from '#domain/sponsorship.ts'
import type { SponsorshipAnswers } from '#state/commands/set-up.ts'

export type Timing = Arrival['timing']

export interface SponsorshipDraft {
  /** Null: not chosen yet; stored as unknown. */
  readonly program: Program | null
  readonly fundsHeldBy: Sponsorship['fundsHeldBy']
  readonly province: Province
  readonly town: string
  readonly supportMonths: number
  /** True once the months were changed by hand: another program then leaves them alone. */
  readonly monthsTouched: boolean
  readonly timing: Timing
}

export const NO_TIMING: Timing = {
  state: 'unknown',
  from: null,
  to: null,
  expected: null,
  landed: null,
  reached: null,
}

export function draftOf(known: Sponsorship | undefined, first: Arrival | undefined): SponsorshipDraft {
  return {
    program: known?.program ?? null,
    fundsHeldBy: known?.fundsHeldBy ?? 'own',
    province: known?.province ?? '',
    town: known?.community ?? '',
    supportMonths: known?.supportMonths ?? 12,
    monthsTouched: known !== undefined,
    timing: first?.timing ?? NO_TIMING,
  }
}

/** Choosing a program sets its months, unless they were set by hand. */
export function withProgram(rates: Rates, draft: SponsorshipDraft, program: Program): SponsorshipDraft {
  const { supportMonths } = programPresetOf(rates.programs, program)
  return { ...draft, program, supportMonths: draft.monthsTouched ? draft.supportMonths : supportMonths }
}

export function answersOf(
  rates: Rates,
  draft: SponsorshipDraft,
  known: Sponsorship | undefined,
): SponsorshipAnswers {
  const program = draft.program ?? 'unknown'
  const defaults = programDefaults(programPresetOf(rates.programs, program))
  const community = findCommunity(rates.communities.data.communities, draft.province, draft.town)
  // Payers that the group agreed by hand stay as long as the program does.
  const payers =
    known && known.program === program
      ? {}
      : { payerByMonth: defaults.payerByMonth, startUpPayer: defaults.startUpPayer }
  return {
    program,
    fundsHeldBy: draft.fundsHeldBy,
    province: draft.province,
    community: draft.town.trim(),
    communityKey: community?.key ?? '',
    supportMonths: draft.supportMonths,
    ...payers,
    timing: timingOf(draft.timing),
  }
}

/** Only the dates that belong to the state: what was typed under another state is not kept. */
export function timingOf(timing: Timing): Timing {
  const { state, from, to, expected, landed, reached } = timing
  switch (state) {
    case 'unknown':
      return NO_TIMING
    case 'window':
      return { ...NO_TIMING, state, from, to }
    case 'notified':
      return { ...NO_TIMING, state, expected }
    case 'landed':
    case 'finished':
      return { ...NO_TIMING, state, landed, reached }
  }
}

export type TimingField = 'from' | 'to' | 'expected' | 'landed' | 'reached'
export type TimingProblem =
  | 'window-missing'
  | 'window-reversed'
  | 'expected-missing'
  | 'arrived-missing'
  | 'in-the-future'
  | 'reached-before-landed'

/** What is wrong with the dates of the chosen state, by field. */
export function timingProblems(
  timing: Timing,
  today: IsoDate,
): Readonly<Partial<Record<TimingField, TimingProblem>>> {
  const { state, from, to, expected, landed, reached } = timing
  switch (state) {
    case 'unknown':
      return {}
    case 'window':
      if (from === null && to === null) return { from: 'window-missing' }
      return from !== null && to !== null && from > to ? { to: 'window-reversed' } : {}
    case 'notified':
      return expected === null ? { expected: 'expected-missing' } : {}
    case 'landed':
    case 'finished':
      if (reached === null && landed === null) return { reached: 'arrived-missing' }
      if (reached !== null && reached > today) return { reached: 'in-the-future' }
      if (landed !== null && landed > today) return { landed: 'in-the-future' }
      if (reached !== null && landed !== null && reached < landed) return { reached: 'reached-before-landed' }
      return {}
  }
}
