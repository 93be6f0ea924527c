/** The names of stored fields and their values, in words: for an entry's history and for values kept of two people. */
import { account } from '#domain/account.ts'
import type { Json } from '#domain/json.ts'
import { line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import { useGroup } from '../../group-context.tsx'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'

/** Of an entry, in the order of its form. */
export const ENTRY_FIELDS = [
  'type',
  'account',
  'date',
  'money',
  'payee',
  'note',
  'method',
  'chequeNumber',
  'receipt',
  'receiptNumber',
  'leftOut',
  'owedTo',
  'settledBy',
] as const

const NAMED = [
  ...ENTRY_FIELDS,
  'budget',
  'official',
  'opening',
  'balance',
  'cents',
  'timing',
  'month',
  'dates',
  'terms',
] as const

const MESSAGE: Readonly<Record<string, string>> = {
  chequeNumber: 'cheque-number',
  receiptNumber: 'receipt-number',
  leftOut: 'left-out',
  owedTo: 'owed-to',
  settledBy: 'settled-by',
}

export function useFieldWords() {
  const { t, money, date, month, language } = useWords()
  const { live } = useGroup()
  const lineName = useLineName()
  const show = (cents: unknown) => (typeof cents === 'number' ? money(cents) : '–')
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })

  function fieldName(field: string): string {
    return NAMED.some(each => each === field) ? t(`money.field.${MESSAGE[field] ?? field}`) : field
  }

  function fieldValue(field: string, value: Json | undefined): string {
    if (value === undefined || value === null || value === '') return t('money.value.none')
    const parts = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, Json>) : null
    switch (field) {
      case 'month':
        return month(String(value))
      case 'date':
        return date(String(value))
      case 'account':
        return live.get(account, String(value))?.name || t('money.account.unnamed')
      case 'owedTo':
        return live.get(member, String(value))?.name || t('money.member.unnamed')
      case 'type':
        return t(`money.type.${String(value)}`)
      case 'receipt':
        return t(`money.receipt.${String(value)}`)
      case 'method':
        return t(`money.method.${String(value)}`)
      case 'leftOut':
        return t(value === true ? 'money.value.yes' : 'money.value.no')
      case 'money':
        return moneyValue(parts)
      case 'cents':
        return show(value)
      case 'opening':
      case 'balance':
        return parts ? `${show(parts['cents'])} · ${date(String(parts['date']))}` : '–'
      case 'dates':
        return parts
          ? [parts['from'], parts['to']]
              .flatMap(day => (typeof day === 'string' ? date(day) : []))
              .join(' – ')
          : '–'
      case 'terms':
        return show(parts?.['rentCents'])
      case 'budget':
      case 'official':
        return parts ? show(Array.isArray(parts['cents']) ? sum(parts['cents']) : parts['cents']) : '–'
      default:
        return typeof value === 'object' ? t('money.value.changed') : String(value)
    }
  }

  function moneyValue(parts: Record<string, Json> | null): string {
    const splits = parts && Array.isArray(parts['splits']) ? parts['splits'] : []
    const lines = splits.map(split => {
      const id = split && typeof split === 'object' && !Array.isArray(split) ? split['line'] : null
      const known = typeof id === 'string' ? live.get(line, id) : undefined
      return known ? lineName(known) : t('money.unsorted')
    })
    return [show(parts?.['cents']), ...new Set(lines)].join(' · ')
  }

  return { fieldName, fieldValue, instant: (ms: number) => when.format(ms) }
}

const sum = (values: readonly Json[]): number =>
  values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0)
