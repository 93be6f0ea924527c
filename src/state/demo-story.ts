/**
 * What happens in the demo household: a fictional group and year, told as dated events around the day of arrival. All
 * names are animals and trees, so that nobody takes them for real. `demo-household.ts` turns it into records.
 */
import { addDays, addMonths, dayOfMonth, type IsoDate, monthOf } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import { type DemoEvent, type DemoLanguage, one, type Say } from './demo-story-parts.ts'
import { householdEvents, supportEvents } from './demo-story-support.ts'

export interface DemoStory {
  readonly arrived: IsoDate
  readonly secondArrived: IsoDate
  readonly begun: IsoDate
  readonly events: readonly DemoEvent[]
}

/** Month 5 of 12 by calendar on any day of the month of `today`; the second arrival is in its third month. */
export function demoStory(today: IsoDate, language: DemoLanguage): DemoStory {
  const arrived = dayOfMonth(addMonths(monthOf(today), -4), 9)
  const secondArrived = dayOfMonth(addMonths(monthOf(today), -2), 1)
  const begun = dayOfMonth(addMonths(monthOf(today), -18), 1)
  const say = (en: string, fr: string): string => (language === 'fr' ? fr : en)
  const events = [
    ...fundsEvents(begun, arrived, today, say),
    ...beforeArrival(arrived, say),
    ...supportEvents(arrived, today, say),
    ...householdEvents(arrived, secondArrived, say),
    ...lastDays(today, say),
  ]
  const happened = events.filter(each => each.date <= today)
  return {
    arrived,
    secondArrived,
    begun,
    events: happened.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  }
}

const DONORS: readonly (readonly [name: string, cents: Cents, everyMonths: number])[] = [
  ['H. Heron', 40_000, 1],
  ['M. Puffin', 10_000, 1],
  ['O. Otter', 50_000, 3],
  ['L. Marten', 5_000, 1],
  ['C. Chickadee', 7_500, 2],
  ['B. Beaver', 20_000, 2],
  ['P. Pika', 150_000, 6],
  ['W. Wren', 2_500, 1],
]

function fundsEvents(begun: IsoDate, arrived: IsoDate, today: IsoDate, say: Say): readonly DemoEvent[] {
  const events: DemoEvent[] = []
  const first = monthOf(begun)
  for (let index = 0; addMonths(first, index) <= monthOf(today); index += 1) {
    const month = addMonths(first, index)
    DONORS.forEach(([name, cents, every], i) => {
      if ((index + i) % every === 0)
        events.push({
          date: dayOfMonth(month, 3 + i * 3),
          payee: `INTERAC e-Transfer From ${name}`,
          parts: one('income-people', cents),
          method: 'e-transfer',
          receipt: 'not-needed',
        })
    })
    events.push({
      date: dayOfMonth(month, 28),
      payee: say('MONTHLY ACCOUNT FEE', 'FRAIS MENSUELS DU COMPTE'),
      parts: one('bank-fees', -495),
      method: 'pre-authorized',
      receipt: 'not-needed',
    })
  }
  const income = (date: IsoDate, payee: string, line: string, cents: Cents): DemoEvent => ({
    date,
    payee,
    parts: one(line, cents),
    method: 'deposit',
    receipt: 'not-needed',
  })
  return [
    ...events,
    income(
      dayOfMonth(addMonths(first, 1), 12),
      say('DEPOSIT Willow Community Fund', 'DEPOT Fonds du Saule'),
      'income-grants',
      1_600_000,
    ),
    income(
      dayOfMonth(addMonths(monthOf(arrived), -5), 18),
      say('DEPOSIT Riverside Choir', 'DEPOT Choeur de la rive'),
      'income-groups',
      650_000,
    ),
    income(
      dayOfMonth(addMonths(monthOf(arrived), 1), 20),
      say('DEPOSIT Willow Community Fund', 'DEPOT Fonds du Saule'),
      'income-grants',
      900_000,
    ),
    income(
      dayOfMonth(addMonths(monthOf(arrived), -1), 28),
      say('INTEREST', 'INTERETS'),
      'income-interest',
      2_218,
    ),
    {
      ...income(
        dayOfMonth(addMonths(monthOf(arrived), -3), 15),
        say('Bake sale, in cash', 'Vente de pâtisseries, comptant'),
        'income-fundraising',
        128_450,
      ),
      account: 'cash',
      method: 'cash',
    },
    {
      date: dayOfMonth(addMonths(monthOf(arrived), -3), 17),
      payee: say('DEPOSIT branch', 'DEPOT succursale'),
      parts: one(null, -90_000),
      account: 'cash',
      type: 'transfer',
      method: 'deposit',
      receipt: 'not-needed',
      note: say(
        'Bake sale money to the bank; the rest stays as petty cash.',
        'Recette de la vente à la banque; le reste sert de petite caisse.',
      ),
    },
  ]
}

/** The arrival slipped by 24 days: the notice was for earlier, and a room had been paid. */
function beforeArrival(arrived: IsoDate, say: Say): readonly DemoEvent[] {
  const buy = (
    daysBefore: number,
    payee: string,
    line: string,
    cents: Cents,
    more: Partial<DemoEvent> = {},
  ): DemoEvent => ({
    date: addDays(arrived, -daysBefore),
    payee,
    parts: one(line, -cents),
    method: 'debit',
    receipt: 'have',
    ...more,
  })
  return [
    buy(27, say('MAPLE INN', 'AUBERGE DE L ERABLE'), 'welcome-costs', 18_645, {
      note: say(
        'Room for the first notified date; the arrival was 24 days later, and one night was not refunded.',
        'Chambre pour la première date annoncée; l’arrivée a eu lieu 24 jours plus tard, et une nuit n’a pas été remboursée.',
      ),
    }),
    buy(19, 'NORTHERN BEDS 12', 'furniture', 186_430, {
      note: say('New, delivered together.', 'Neufs, livrés ensemble.'),
    }),
    buy(16, 'HOME & HEARTH 0031', 'household-needs', 41_277),
    buy(14, 'HOME & HEARTH 0031', 'linens', 29_912),
    buy(12, 'NORTHERN BEDS 12', 'furniture', 164_900),
    {
      date: addDays(arrived, -9),
      payee: 'NORTHERN BEDS 12 REFUND',
      parts: one('furniture', 22_900),
      method: 'debit',
      receipt: 'have',
      note: say('A dresser that came damaged went back.', 'Une commode arrivée abîmée a été rendue.'),
    },
    buy(6, 'SECOND CHANCE THRIFT', 'winter-clothing', 31_860, { account: 'cash', method: 'cash' }),
    {
      date: addDays(arrived, -5),
      thing: 'sofa',
      payee: say('Sofa and armchair from a neighbour', 'Canapé et fauteuil d’un voisin'),
      parts: one('furniture', 45_000),
      type: 'in-kind',
      note: say(
        'Value: price of the same model second-hand. Photo kept.',
        'Valeur : prix du même modèle d’occasion. Photo conservée.',
      ),
    },
    {
      date: addDays(arrived, -4),
      thing: 'pots',
      payee: say('Dishes and pans from a neighbour', 'Vaisselle et casseroles d’une voisine'),
      parts: one('household-needs', 16_000),
      type: 'in-kind',
    },
  ]
}

/** What waits to be sorted, and what a member is owed, so that Today has something to do. */
function lastDays(today: IsoDate, say: Say): readonly DemoEvent[] {
  return [
    {
      date: addDays(today, -6),
      payee: 'COPPER ELECTRONICS',
      parts: one(null, -4_519),
      method: 'card',
    },
    {
      date: addDays(today, -4),
      payee: 'INTERAC e-Transfer From S. Siskin',
      parts: one(null, 15_000),
      method: 'e-transfer',
      receipt: 'not-needed',
    },
    {
      date: addDays(today, -2),
      payee: 'CHEQUE 024',
      parts: one(null, -12_000),
      method: 'cheque',
      chequeNumber: '024',
    },
    {
      date: addDays(today, -3),
      payee: say('Driving to the clinic, paid by a member', 'Trajets à la clinique, payés par un membre'),
      parts: one('travel-parking', -2_785),
      type: 'owed',
      receipt: 'missing',
    },
  ]
}
