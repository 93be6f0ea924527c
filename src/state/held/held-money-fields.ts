/**
 * How the money that covers a person's unit is written on their copy. The bank's text and the group's notes on payments
 * stay in the Money compartment; the copy says that they are kept and can be looked at together.
 */
import { type AfterSupportLine, isIncome } from '#domain/after-support.ts'
import type { ReceiptFile } from '#domain/attachment.ts'
import type { Entry } from '#domain/entry.ts'
import type { HomeSearchMoney } from '#domain/home-search.ts'
import type { Majority } from '#domain/household.ts'
import type { Recurring, RecurringOccurrence } from '#domain/recurring.ts'
import type { SupportMinimum } from '#domain/report-record.ts'
import { asAmount, asDay, asText, asTexts, type FieldTable } from './held-words.ts'

type Fields<Record> = FieldTable<Omit<Record, 'id' | 'deleted'>>

export const majorityFields: Fields<Majority> = {
  person: 'inner',
  month: { label: 'papers.held.turns-18', show: (value, { month }) => month(value) },
}

export const homeSearchMoneyFields: Fields<HomeSearchMoney> = {
  sponsorship: 'inner',
  incomeCents: { label: 'housing.income', show: asAmount },
  shelterCents: { label: 'papers.held.shelter', show: asAmount },
}

/** Date, lines and amounts are the item's own (`held-sections.ts`), because only some parts may be for this unit. */
export const entryFields: Fields<Entry> = {
  type: { label: 'money.type', show: (value, { t }) => t(`money.type.${value}`) },
  date: 'title',
  money: 'title',
  method: { label: 'money.method', show: (value, { t }) => (value === '' ? '' : t(`money.method.${value}`)) },
  chequeNumber: { label: 'money.cheque-number', show: asText },
  receiptNumber: { label: 'money.receipt-number', show: asText },
  receipt: { label: 'money.receipt', show: (value, { t }) => t(`money.receipt.${value}`) },
  tags: { label: 'money.tags', show: asTexts },
  payee: 'bank-text',
  note: 'bank-text',
  account: 'inner',
  bankRows: 'inner',
  importBatch: 'inner',
  reconciled: 'inner',
  leftOut: 'inner',
  owedTo: 'inner',
  settledBy: 'inner',
  occurrence: 'inner',
  item: 'inner',
}

export const receiptFields: Fields<ReceiptFile> = {
  entry: 'inner',
  file: 'inner',
  // As the file was called when it came: as telling as the bank's text.
  name: 'bank-text',
  order: 'inner',
  addedOn: { label: 'papers.held.paper-added-on', show: asDay },
}

export const recurringFields: Fields<Recurring> = {
  type: { label: 'money.type', show: (value, { t }) => t(`money.type.${value}`) },
  money: 'title',
  schedule: {
    label: 'calendar.repeat',
    show: ({ every, start, end }, { t, date }) =>
      [
        t(`papers.held.every.${every}`),
        date(start, 'long'),
        end && `${t('calendar.until')} ${date(end, 'long')}`,
      ]
        .filter(Boolean)
        .join('; '),
  },
  method: { label: 'money.method', show: (value, { t }) => (value === '' ? '' : t(`money.method.${value}`)) },
  payee: 'bank-text',
  note: 'bank-text',
  account: 'inner',
  covers: 'inner',
  leadDays: 'inner',
  writtenFor: 'inner',
}

export const recurringOccurrenceFields: Fields<RecurringOccurrence> = {
  recurring: 'inner',
  date: { label: 'papers.held.instead-of', show: asDay },
  state: {
    label: 'papers.held.state',
    show: (value, { t, date }) =>
      value.kind === 'moved'
        ? `${t('papers.held.occurrence.moved')} ${date(value.to, 'long')}`
        : t(`papers.held.occurrence.${value.kind}`),
  },
}

export const minimumFields: Fields<SupportMinimum> = {
  sponsorship: 'inner',
  unit: 'inner',
  months: {
    label: 'money.minimum.months',
    show: ({ from, to }, { month }) => (from === to ? month(from) : `${month(from)} – ${month(to)}`),
  },
  cents: { label: 'money.minimum.a-month', show: (value, { money }) => money(value) },
  source: { label: 'money.source', show: asText },
  asOf: { label: 'money.source.date', show: asDay },
  status: 'inner',
}

/** Its subject is the item's own title. */
export const afterSupportFields: Fields<AfterSupportLine> = {
  sponsorship: 'inner',
  unit: {
    label: 'money.unit',
    show: (value, { t, label }) => (value === null ? t('money.unit.all') : label(value)),
  },
  subject: {
    label: 'papers.held.after-side',
    show: (subject, { t }) => (isIncome({ subject }) ? t('after.income') : t('after.cost')),
  },
  name: { label: 'money.line.name', show: asText },
  figure: {
    label: 'money.amount',
    show: ({ cents, per }, { t, money }) => `${money(cents)} ${t(`after.per.${per}`)}`,
  },
  source: { label: 'money.source', show: asText },
  asOf: { label: 'money.source.date', show: asDay },
  status: 'inner',
  order: 'inner',
}
