/** What recurs in the demo household: rent, a bill, a gift that comes each month, and a pledge that did not come. */
import { comingEntries, matchComing } from '#domain/coming-entries.ts'
import { addDays, addMonths, dayOfMonth, firstDay, type IsoDate, monthOf } from '#domain/dates.ts'
import type { Split } from '#domain/entry.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Recurring, recurring } from '#domain/recurring.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import type { DemoEntry } from './demo-entries.ts'
import { ACCOUNTS, type DemoInput, FIRST, lineId, SECOND, sayIn } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'
import { DEMO_RENT, SECOND_RENT } from './demo-story-support.ts'

const split = (line: string, cents: Cents, unit: RecordId | null = null): Split => ({
  line: lineId(line),
  cents,
  countsAs: null,
  unit,
  covers: null,
})

interface Told {
  readonly id: string
  readonly payee: string
  readonly splits: readonly Split[]
  readonly start: IsoDate
  readonly method: Recurring['method']
  readonly type?: Recurring['type']
}

function recurs({ id, payee, splits, start, method, type = 'expense' }: Told): Recurring {
  const cents = splits.reduce((sum, each) => sum + each.cents, 0)
  return {
    ...recurring.defaults,
    id: `demo-recurring-${id}`,
    deleted: false,
    type,
    account: ACCOUNTS.bank,
    money: { cents, splits: [...splits], toAccount: null },
    payee,
    method,
    schedule: { every: 'month', start, end: null, day: Number(start.slice(8)) },
  }
}

function demoRecurring({ arrived }: DemoStory, { today, language }: DemoInput): readonly Recurring[] {
  const say = sayIn(language)
  const second = addMonths(monthOf(arrived), 2)
  return [
    recurs({
      id: 'rent',
      payee: say('Rent, Linden St', 'Loyer, rue des Tilleuls'),
      splits: [split('rent', SECOND_RENT - DEMO_RENT, FIRST.unit), split('rent', -SECOND_RENT, SECOND.unit)],
      start: firstDay(second),
      method: 'pre-authorized',
    }),
    recurs({
      id: 'internet',
      payee: 'Finch Internet',
      splits: [split('internet', -5_650, FIRST.unit)],
      start: dayOfMonth(addMonths(monthOf(arrived), 1), 8),
      method: 'pre-authorized',
    }),
    recurs({
      id: 'gift',
      payee: say('Monthly gift, H. Heron', 'Don mensuel, H. Heron'),
      splits: [split('income-people', 40_000)],
      start: dayOfMonth(monthOf(arrived), 3),
      method: 'e-transfer',
      type: 'income',
    }),
    recurs({
      id: 'pledge',
      payee: say('Pledge, T. Tern', 'Promesse, T. Tern'),
      splits: [split('income-people', 7_700)],
      start: dayOfMonth(addMonths(monthOf(today), -1), 15),
      method: 'e-transfer',
      type: 'income',
    }),
  ]
}

/** The entries with those marked that are one of these, and what recurs itself. */
export function withRecurring(
  story: DemoStory,
  input: DemoInput,
  entries: readonly DemoEntry[],
): { readonly entries: readonly DemoEntry[]; readonly ops: readonly DraftOp[] } {
  const all = demoRecurring(story, input)
  const coming = comingEntries(all, {
    posted: new Map(),
    decided: new Map(),
    today: input.today,
    until: addDays(input.today, 7),
  })
  const rows = entries
    .filter(({ fields }) => fields.account === ACCOUNTS.bank)
    .map(each => ({ id: each.id, date: each.fields.date, cents: each.fields.money.cents }))
  const posts = new Map(
    [...matchComing(rows, coming, ACCOUNTS.bank)].map(([row, { coming: of }]) => [
      row.id,
      { recurring: of.recurring.id, date: of.original },
    ]),
  )
  return {
    entries: entries.map(({ id, fields }) => ({
      id,
      fields: { ...fields, occurrence: posts.get(id) ?? null },
    })),
    ops: all.map(({ id, deleted: _, ...fields }) => createOp(recurring, id, fields)),
  }
}
