/** The figures of a home as screens compare them: each month, the first month, against shelter money, and after support. */
import { type IsoDate, monthOf } from '#domain/dates.ts'
import type { Home } from '#domain/home.ts'
import {
  type AfterSupport,
  type AskedTooMuch,
  afterSupport,
  askedTooMuch,
  type Cost,
  type DepositRule,
  depositRule,
  firstMonthCost,
  monthlyCost,
  type RentGap,
  rentGap,
} from '#domain/home-cost.ts'
import { homeSearch, homeSearchId, homeSearchMoney, homeSearchMoneyId } from '#domain/home-search.ts'
import { majority, person, supportUnit } from '#domain/household.ts'
import type { PlannedUnit } from '#domain/household-plan.ts'
import { unitsInMonth } from '#domain/household-units.ts'
import type { Cents } from '#domain/money.ts'
import { officialFigureOf, type WhyAsk, whyAsk } from '#domain/official-figures.ts'
import { programPresetOf } from '#domain/programs.ts'
import type { Lookup, NoFigure, Provenance } from '#domain/rates.ts'
import { type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { householdUnitsOf } from './household.ts'
import type { Live } from './live.ts'
import { shippedRates } from './shipped-rates.ts'

/** What a month's shelter and supplement come to for those who are to live together. */
export type Shelter =
  | { readonly kind: 'entered'; readonly cents: Cents }
  | {
      readonly kind: 'rates'
      readonly cents: Cents
      readonly from: Provenance
      readonly seniorsUnknown: boolean
    }
  | { readonly kind: 'ask'; readonly why: WhyAsk | 'nobody' | 'other-government' }
  | { readonly kind: 'no-figure'; readonly why: NoFigure['why'] }

/** All that the figures of every home of a search have in common. */
export interface SearchFacts {
  readonly sponsorship: Sponsorship | null
  /** Of the household as it is this month. */
  readonly units: readonly PlannedUnit[]
  /** Those a home is looked for; all of them unless it was said otherwise. */
  readonly chosen: readonly PlannedUnit[]
  readonly people: { readonly adults: number; readonly children: number }
  readonly rule: Lookup<DepositRule>
  readonly shelter: Shelter
  /** Null: nobody has said. */
  readonly incomeCents: Cents | null
}

export function searchFacts(live: Live, today: IsoDate): SearchFacts {
  const kinds = [sponsorship, supportUnit, person, majority, homeSearch, homeSearchMoney]
  return live.derive(`home search ${today}`, kinds, () => {
    const of = currentSponsorship({ live }) ?? null
    const id = of?.id ?? ''
    const units = unitsInMonth(householdUnitsOf(live, id), monthOf(today))
    const wanted = live.get(homeSearch, homeSearchId(id))?.units ?? []
    const named = units.filter(each => wanted.includes(each.id))
    const chosen = named.length > 0 ? named : units
    const money = live.get(homeSearchMoney, homeSearchMoneyId(id))
    return {
      sponsorship: of,
      units,
      chosen,
      people: {
        adults: chosen.reduce((sum, each) => sum + each.adults, 0),
        children: chosen.reduce((sum, each) => sum + each.childrenUnder6 + each.children6to17, 0),
      },
      rule: depositRule(shippedRates().deposits, of?.province ?? '', today),
      shelter: shelterOf(of, chosen, money?.shelterCents ?? null, today),
      incomeCents: money?.incomeCents ?? null,
    }
  })
}

function shelterOf(
  of: Sponsorship | null,
  chosen: readonly PlannedUnit[],
  enteredCents: Cents | null,
  today: IsoDate,
): Shelter {
  if (enteredCents !== null) return { kind: 'entered', cents: enteredCents }
  const [unit] = chosen
  if (of === null || unit === undefined) return { kind: 'ask', why: 'nobody' }
  const rates = shippedRates()
  if (!programPresetOf(rates.programs, of.program).usesRap) return { kind: 'ask', why: 'other-government' }
  const why = whyAsk(unit, { units: chosen.length, seniors: of.seniors === 'yes' })
  if (why !== null) return { kind: 'ask', why }
  const figure = officialFigureOf(
    rates,
    { table: 'rap-monthly', figure: 'shelter', per: 'month' },
    { unit, community: of.communityKey, date: today, arrivalDate: null },
  )
  if (figure.kind === 'none') return { kind: 'no-figure', why: figure.why }
  const seniorsUnknown = of.seniors === 'unknown'
  return { kind: 'rates', cents: figure.value, from: figure.from, seniorsUnknown }
}

export interface HomeFigures {
  readonly monthly: Cost
  readonly firstMonth: Cost
  readonly tooMuch: AskedTooMuch | null
  /** Null: the rent or the shelter money is not known. */
  readonly gap: RentGap | null
  /** Null: the rent or the income is not known. */
  readonly after: AfterSupport | null
}

export function homeFigures(of: Home, { rule, shelter, incomeCents }: SearchFacts): HomeFigures {
  const monthly = monthlyCost(of)
  const shelterCents = shelter.kind === 'entered' || shelter.kind === 'rates' ? shelter.cents : null
  return {
    monthly,
    firstMonth: firstMonthCost(of, rule),
    tooMuch: askedTooMuch(of, rule),
    gap: shelterCents === null ? null : rentGap(monthly, shelterCents),
    after: incomeCents === null ? null : afterSupport(monthly, incomeCents),
  }
}
