/** The money that covers a person's support unit, or the whole household that they are in. */
import { type AfterSupportLine, afterSupportLine } from '#domain/after-support.ts'
import { type Entry, entry, type Split } from '#domain/entry.ts'
import { majority } from '#domain/household.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Recurring, recurring, recurringOccurrence } from '#domain/recurring.ts'
import { type SupportMinimum, supportMinimum } from '#domain/report-record.ts'
import { papersOf } from '../commands/papers.ts'
import {
  afterSupportFields,
  entryFields,
  minimumFields,
  receiptFields,
  recurringFields,
  recurringOccurrenceFields,
} from './held-money-fields.ts'
import { type Gathered, type HeldScope, inOrder } from './held-scope.ts'
import { factsOf, type HeldFact, type HeldItem, type HeldNames } from './held-words.ts'

export function moneySection(scope: HeldScope): Gathered {
  const { live } = scope
  const units = unitsOf(scope)
  const isForThem = splitTest(scope, units)
  return {
    id: 'money',
    items: [
      ...inOrder(live.records(afterSupportLine))
        .filter(each =>
          each.unit === null ? each.sponsorship === scope.of.sponsorship : units.has(each.unit),
        )
        .map(each => afterItem(scope, each)),
      ...live
        .records(supportMinimum)
        .filter(each => units.has(each.unit))
        .map(each => minimumItem(scope, each)),
      ...live
        .records(recurring)
        .filter(each => each.money.splits.some(isForThem))
        .map(each => recurringItem(scope, each, isForThem)),
      ...entriesAbout(scope)
        .toSorted((a, b) => (a.date > b.date ? -1 : 1))
        .map(each => entryItem(scope, each, isForThem)),
    ],
  }
}

export function entriesAbout(scope: HeldScope): readonly Entry[] {
  const isForThem = splitTest(scope, unitsOf(scope))
  return scope.live.records(entry).filter(each => !each.leftOut && each.money.splits.some(isForThem))
}

/** The unit they are in, and the one that they become on turning 18 (`household-units.ts`). */
function unitsOf({ live, of }: HeldScope): ReadonlySet<RecordId> {
  const own = live.records(majority).filter(each => each.person === of.id)
  const units = new Set([of.unit, ...own.map(each => each.id)])
  units.delete('')
  return units
}

type SplitTest = (of: Split) => boolean

/** For their unit, or for the whole household they are in – as what it counts as, the group's own costs are not. */
function splitTest({ live, of }: HeldScope, units: ReadonlySet<RecordId>): SplitTest {
  const lines = new Map(live.records(line).map(each => [each.id, each]))
  return split => {
    if (split.unit !== null) return units.has(split.unit)
    const on = lines.get(split.line ?? '')
    if (!on || on.sponsorship !== of.sponsorship) return false
    const counts = split.countsAs ?? on.countsAs
    return counts !== 'income' && counts !== 'own-cost'
  }
}

function minimumItem({ names }: HeldScope, of: SupportMinimum): HeldItem {
  return {
    title: names.t('papers.held.minimum'),
    facts: factsOf(of, minimumFields, names),
    parts: [],
  }
}

function afterItem({ names }: HeldScope, of: AfterSupportLine): HeldItem {
  return {
    title: names.t(`after.subject.${of.subject}`),
    facts: factsOf(of, afterSupportFields, names),
    parts: [],
  }
}

function recurringItem({ live, names }: HeldScope, of: Recurring, isForThem: SplitTest): HeldItem {
  return {
    title: names.t('papers.held.regular'),
    facts: [...splitFacts(of.money.splits.filter(isForThem), names), ...factsOf(of, recurringFields, names)],
    parts: live
      .records(recurringOccurrence)
      .filter(each => each.recurring === of.id)
      .map(each => ({
        title: names.t('papers.held.one-time'),
        facts: factsOf(each, recurringOccurrenceFields, names),
        parts: [],
      })),
  }
}

function entryItem({ live, names }: HeldScope, of: Entry, isForThem: SplitTest): HeldItem {
  return {
    title: names.date(of.date, 'long'),
    facts: [...splitFacts(of.money.splits.filter(isForThem), names), ...factsOf(of, entryFields, names)],
    parts: papersOf(live, of.id).map(each => ({
      title: names.t('papers.held.receipt-kept'),
      facts: factsOf(each, receiptFields, names),
      parts: [],
    })),
  }
}

/** `Rent: $1,900.00, for November 2026`. */
const splitFacts = (splits: readonly Split[], names: HeldNames): readonly HeldFact[] =>
  splits.map(({ line: of, cents, covers, unit, countsAs }) => {
    const { t, money, month } = names
    const said = [
      money(Math.abs(cents)),
      covers &&
        (covers.from === covers.to
          ? t('money.covers-month', { month: month(covers.from) })
          : t('money.covers-months', { from: month(covers.from), to: month(covers.to) })),
      unit === null && t('money.unit.all'),
      countsAs && t(`money.counts-as.${countsAs}`),
    ]
    return {
      label: of === null ? t('money.unsorted') : names.line(of),
      value: said.filter(Boolean).join(', '),
    }
  })
