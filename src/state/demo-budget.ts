/** The demo household's budget, and the minimum that it is compared with. */
import { seedBudget } from '#domain/budget-seed.ts'
import { addDays, addMonths, monthOf } from '#domain/dates.ts'
import { type BudgetPlan, line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import { monthlySupport } from '#domain/official-figures.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { supportMinimum } from '#domain/report-record.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, FIRST, lineId, SECOND, SPONSORSHIP, sayIn } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'
import { DEMO_RENT } from './demo-story-support.ts'
import { shippedRates } from './shipped-rates.ts'

/** The group's own budget where it differs from what is proposed. */
function ownBudgets(): Readonly<Record<string, BudgetPlan>> {
  const once = (cents: Cents, month: number | null = null): BudgetPlan => ({ kind: 'once', cents, month })
  const everyMonth = (cents: Cents, from = 1): BudgetPlan => ({ kind: 'monthly', cents, from, to: 12 })
  return {
    'income-people': once(2_400_000),
    'income-groups': once(650_000),
    'income-grants': once(2_500_000),
    'income-fundraising': once(150_000),
    'household-support': {
      kind: 'by-month',
      cents: [129_000, 105_000, ...Array.from({ length: 10 }, () => 167_000)],
    },
    rent: everyMonth(DEMO_RENT, 2),
    utilities: everyMonth(12_000, 2),
    internet: everyMonth(6_000, 2),
    phone: everyMonth(12_000, 2),
    transit: everyMonth(46_800),
    'health-copay': everyMonth(3_000),
    'phone-setup': once(15_000),
    computer: once(70_000),
    extra: once(40_000),
    'bank-fees': everyMonth(495),
    'travel-parking': once(30_000),
    'welcome-costs': once(20_000),
    'own-line': once(15_000, 1),
  }
}

export function lineOps({ arrived }: DemoStory, { today, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const budgets = ownBudgets()
  const whyOver: Readonly<Record<string, string>> = {
    furniture: say(
      'Prices had risen since the budget was made, and some of it came later.',
      'Les prix avaient monté depuis le budget, et une partie est venue plus tard.',
    ),
    'welcome-costs': say(
      'One booking was for the first announced date and was not refunded.',
      'Une réservation faite pour la première date annoncée n’a pas été remboursée.',
    ),
  }
  const { lines } = seedBudget(shippedRates(), {
    sponsorship: {
      id: SPONSORSHIP,
      program: 'sah',
      province: 'ON',
      communityKey: 'ON-GTA',
      supportMonths: 12,
      payerByMonth: ['sponsor'],
      startUpPayer: 'sponsor',
    },
    units: [
      { id: FIRST.unit, label: 'U1', arrival: FIRST.arrival, adults: 2, childrenUnder6: 0, children6to17: 1 },
    ],
    turns18: 'known',
    seniors: 'no',
    arrivalDate: arrived,
    expectedRentCents: DEMO_RENT,
    today,
  })
  return [
    ...lines.map(({ key, fields }) =>
      createOp(line, lineId(key), {
        ...fields,
        budget: budgets[key] ?? fields.budget,
        whyOver: whyOver[key] ?? '',
      }),
    ),
    createOp(line, lineId('own-line'), {
      sponsorship: SPONSORSHIP,
      name: say('Moving van', 'Camion de déménagement'),
      countsAs: 'extra',
      budget: budgets['own-line'] ?? line.defaults.budget,
      order: 'a265',
    }),
  ]
}

/** From the month of the birth on the first unit is one person larger. */
export function minimumOps(
  { arrived, secondArrived }: DemoStory,
  { today, language }: DemoInput,
): readonly DraftOp[] {
  const source = sayIn(language)(
    'Demo figure, not a real rate',
    'Chiffre de démonstration, pas un vrai barème',
  )
  const first = monthOf(arrived)
  const minimum = (
    id: string,
    unit: RecordId,
    adults: number,
    children: number,
    from: string,
    to: string,
  ) => {
    const figure = monthlySupport(shippedRates(), {
      unit: { adults, childrenUnder6: 0, children6to17: children },
      community: 'ON-GTA',
      date: today,
      arrivalDate: arrived,
    })
    if (figure.kind === 'none') return []
    return [
      createOp(supportMinimum, id, {
        sponsorship: SPONSORSHIP,
        unit,
        months: { from, to },
        cents: figure.value.cents,
        source,
        asOf: addDays(arrived, -20),
        status: 'unverified',
      }),
    ]
  }
  const second = monthOf(secondArrived)
  return [
    ...minimum('demo-minimum-1', FIRST.unit, 2, 1, first, addMonths(first, 1)),
    ...minimum('demo-minimum-2', FIRST.unit, 2, 2, addMonths(first, 2), addMonths(first, 11)),
    ...minimum('demo-minimum-3', SECOND.unit, 1, 0, second, addMonths(second, 11)),
  ]
}
