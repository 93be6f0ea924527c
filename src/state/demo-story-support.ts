/** The demo household's story after the arrival: support month by month, and what the household needed. */
import { addDays, addMonths, dayOfMonth, type IsoDate, monthOf } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import { type DemoEvent, type DemoPart, one, type Say } from './demo-story-parts.ts'

export const DEMO_RENT: Cents = 190_000
/** The second unit's part of the rent. */
export const SECOND_RENT: Cents = 55_000
const OWED_GAS = 'gas'

/** Month 1 was short and was made good in month 2; from the second arrival on, two units are paid apart. */
export function supportEvents(arrived: IsoDate, today: IsoDate, say: Say): readonly DemoEvent[] {
  const events: DemoEvent[] = []
  const support = (
    date: IsoDate,
    cents: Cents,
    number: number,
    unit: 'first' | 'second',
    note = '',
  ): DemoEvent => ({
    date,
    payee: say('INTERAC e-Transfer To Household support', 'INTERAC Virement Soutien du ménage'),
    parts: one('household-support', -cents, { unit, covers: number }),
    method: 'e-transfer',
    receipt: 'not-needed',
    note,
  })
  const bill = (
    date: IsoDate,
    payee: string,
    parts: readonly DemoPart[],
    more: Partial<DemoEvent> = {},
  ): DemoEvent => ({
    date,
    payee,
    parts,
    method: 'pre-authorized',
    receipt: 'have',
    ...more,
  })
  events.push(
    support(addDays(arrived, 1), 80_000, 1, 'first'),
    {
      date: addDays(arrived, 1),
      payee: say('Room at a member’s home, first weeks', 'Chambre chez un membre, premières semaines'),
      parts: one('rent', 50_000, { unit: 'first', covers: 1 }),
      type: 'in-kind',
    },
    bill(
      dayOfMonth(addMonths(monthOf(arrived), 1), 1),
      'RENT TAMARACK ST',
      one('rent', -DEMO_RENT, { unit: 'first', covers: 2 }),
      { method: 'cheque', chequeNumber: '021' },
    ),
    bill(
      dayOfMonth(addMonths(monthOf(arrived), 1), 1),
      'TAMARACK ST LAST MONTH',
      one('last-month-rent', -DEMO_RENT),
      { method: 'cheque', chequeNumber: '022' },
    ),
    support(
      dayOfMonth(addMonths(monthOf(arrived), 1), 11),
      34_000,
      1,
      'first',
      say(
        'Month 1 was below the minimum; made good as soon as it was noticed.',
        'Le mois 1 était sous le minimum; complété dès que cela a été constaté.',
      ),
    ),
  )
  for (let number = 2; number <= 5; number += 1) {
    const month = addMonths(monthOf(arrived), number - 1)
    const two = number >= 3
    if (two)
      events.push(
        bill(addDays(dayOfMonth(month, 1), -2), 'RENT TAMARACK ST', [
          { line: 'rent', cents: -(DEMO_RENT - SECOND_RENT), unit: 'first', covers: number },
          { line: 'rent', cents: -SECOND_RENT, unit: 'second', covers: number },
        ]),
        support(dayOfMonth(month, 1), 62_000, number, 'second'),
      )
    events.push(
      support(dayOfMonth(month, 1), 105_000, number, 'first'),
      bill(
        dayOfMonth(month, 7),
        'HYDRO ALDER DISTRIBUTION',
        one('utilities', -(8_240 + number * 1_015), { unit: 'first' }),
      ),
      bill(dayOfMonth(month, 8), 'FINCH INTERNET', one('internet', -5_650, { unit: 'first' })),
      bill(dayOfMonth(month, 10), 'FINCH MOBILE', [
        { line: 'phone', cents: -7_910, unit: 'first' },
        ...(two ? [{ line: 'phone', cents: -3_955, unit: 'second' } as const] : []),
      ]),
      bill(
        dayOfMonth(month, 2),
        'CITY TRANSIT',
        [
          { line: 'transit', cents: -31_200, unit: 'first' },
          ...(two ? [{ line: 'transit', cents: -15_600, unit: 'second' } as const] : []),
        ],
        { receipt: number === 4 ? 'missing' : 'have' },
      ),
    )
  }
  return events.filter(each => each.date <= today)
}

export function householdEvents(arrived: IsoDate, secondArrived: IsoDate, say: Say): readonly DemoEvent[] {
  const buy = (
    date: IsoDate,
    payee: string,
    line: string,
    cents: Cents,
    more: Partial<DemoEvent> = {},
  ): DemoEvent => ({
    date,
    payee,
    parts: one(line, -cents),
    method: 'card',
    receipt: 'have',
    ...more,
  })
  const after = (days: number): IsoDate => addDays(arrived, days)
  return [
    buy(arrived, 'AIRPORT PARKING P2', 'travel-parking', 2_850, { account: 'cash', method: 'cash' }),
    buy(arrived, 'LOON DINER', 'welcome-costs', 6_412, { receipt: 'missing' }),
    buy(after(1), 'GREEN BASKET MARKET', 'staples', 47_836),
    buy(after(2), 'FINCH MOBILE', 'phone-setup', 16_950),
    buy(after(2), 'CITY TRANSIT', 'transit', 31_200, {
      parts: one('transit', -31_200, { unit: 'first', covers: 1 }),
    }),
    buy(after(5), 'SECOND CHANCE THRIFT', 'clothing', 38_825),
    buy(after(6), 'BOREAL OUTFITTERS', 'clothing', 61_240),
    buy(after(12), 'PAPER BIRCH SCHOOL SUPPLY', 'school-start', 15_000),
    buy(after(75), 'PAPER BIRCH SCHOOL SUPPLY', 'school-start', 15_000),
    buy(after(20), 'HYDRO ALDER DISTRIBUTION', 'utilities-setup', 7_500),
    buy(after(24), 'COPPER ELECTRONICS', 'computer', 64_899, {
      note: say('One laptop for the household.', 'Un ordinateur portable pour le ménage.'),
    }),
    buy(after(22), 'RENTAL VAN 88', 'own-line', 11_872),
    {
      date: after(25),
      payee: say('Gas for the move, paid by a member', 'Essence du déménagement, payée par un membre'),
      parts: one('travel-parking', -4_130),
      type: 'owed',
      receipt: 'have',
      settles: OWED_GAS,
    },
    {
      date: after(31),
      payee: say('INTERAC e-Transfer To reimburse gas', 'INTERAC Virement remboursement essence'),
      parts: one(null, -4_130),
      method: 'e-transfer',
      receipt: 'not-needed',
      settles: OWED_GAS,
    },
    {
      date: after(40),
      payee: say('Two items from a neighbour, as new', 'Deux articles d’un voisin, comme neufs'),
      parts: one('extra', 32_000),
      type: 'in-kind',
      note: say(
        'Value: what a shop asks for the same, second-hand.',
        'Valeur : le prix des mêmes articles d’occasion.',
      ),
    },
    buy(after(44), 'BOREAL OUTFITTERS', 'clothing', 14_455),
    buy(addDays(secondArrived, -4), 'NORTHERN BEDS 12', 'furniture', 58_790, {
      parts: one('furniture', -58_790, { unit: 'second' }),
    }),
    buy(addDays(secondArrived, 3), 'BOREAL OUTFITTERS', 'clothing', 37_110, {
      parts: [
        { line: 'clothing', cents: -24_610, unit: 'second' },
        { line: 'winter-clothing', cents: -12_500, unit: 'second' },
      ],
    }),
    buy(addDays(secondArrived, 12), 'ROBIN PHARMACY', 'health-copay', 2_640, {
      parts: one('health-copay', -2_640, { unit: 'first' }),
      receipt: 'missing',
    }),
  ]
}
