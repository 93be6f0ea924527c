/** The demo household's story as entries. */
import { addMonths, type IsoDate, monthOf, yearOf } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { itemValueId } from '#domain/household-item.ts'
import { sumCents } from '#domain/money.ts'
import { nextReceiptNumber } from '#domain/receipt-numbers.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { ACCOUNTS, type DemoInput, FIRST, lineId, SECOND, statementId } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'
import type { DemoEvent } from './demo-story-parts.ts'
import { demoThing } from './demo-things.ts'

export const EARLIER_BATCH = 'demo-batch-1'
export const LATEST_BATCH = 'demo-batch-2'
export const batchOf = (date: IsoDate, today: IsoDate): RecordId =>
  monthOf(date) < addMonths(monthOf(today), -1) ? EARLIER_BATCH : LATEST_BATCH

export interface DemoEntry {
  readonly id: RecordId
  readonly fields: FieldsOf<typeof entry>
}

export function entriesOf(story: DemoStory, input: DemoInput): readonly DemoEntry[] {
  const given: string[] = []
  const reconciledTo = addMonths(monthOf(input.today), -1)
  return story.events.map((event, i) => {
    const thing = event.thing === undefined ? null : demoThing(event.thing)
    const id = thing === null ? `demo-entry-${String(i + 1).padStart(4, '0')}` : itemValueId(thing)
    const isBank = event.type !== 'in-kind' && event.type !== 'owed' && event.account !== 'cash'
    let receiptNumber = ''
    if (event.receipt === 'have') {
      receiptNumber = nextReceiptNumber(given, yearOf(event.date))
      given.push(receiptNumber)
    }
    return {
      id,
      fields: {
        ...entry.defaults,
        type: typeOf(event),
        account: event.type === 'in-kind' || event.type === 'owed' ? null : ACCOUNTS[event.account ?? 'bank'],
        date: event.date,
        money: moneyOf(event, story),
        payee: event.payee,
        note: event.note ?? '',
        method: event.method ?? '',
        chequeNumber: event.chequeNumber ?? '',
        receiptNumber,
        receipt: event.receipt ?? (event.type === 'in-kind' ? 'not-needed' : 'missing'),
        bankRows: isBank ? [`demo-row-${id}`] : [],
        importBatch: isBank ? batchOf(event.date, input.today) : null,
        reconciled: isBank && monthOf(event.date) <= reconciledTo ? statementId(monthOf(event.date)) : null,
        owedTo: event.type === 'owed' ? 'demo-member-otter' : null,
        settledBy: event.type === 'owed' ? settledBy(event, story) : null,
        item: thing,
      },
    }
  })
}

function settledBy(event: DemoEvent, story: DemoStory): RecordId | null {
  if (event.settles === undefined) return null
  const index = story.events.findIndex(other => other.settles === event.settles && other.type !== 'owed')
  return index < 0 ? null : `demo-entry-${String(index + 1).padStart(4, '0')}`
}

function typeOf(event: DemoEvent): Entry['type'] {
  if (event.type) return event.type
  const income = event.parts.every(part =>
    part.line === null ? part.cents > 0 : part.line.startsWith('income-'),
  )
  return income ? 'income' : 'expense'
}

function moneyOf(event: DemoEvent, { arrived }: DemoStory): FieldsOf<typeof entry>['money'] {
  const cents = sumCents(event.parts.map(part => part.cents))
  if (event.type === 'transfer') return { cents, splits: [], toAccount: ACCOUNTS.bank }
  const splits = event.parts.map(part => {
    const month = part.covers === undefined ? null : addMonths(monthOf(arrived), part.covers - 1)
    return {
      line: part.line === null ? null : lineId(part.line),
      cents: part.cents,
      countsAs: null,
      unit: part.unit === undefined ? null : part.unit === 'first' ? FIRST.unit : SECOND.unit,
      covers: month === null ? null : { from: month, to: month },
    }
  })
  return { cents, splits, toAccount: null }
}
