/** What a change wrote into a home, in words: each field with what stands there now and what stood there before. */
import { type Home, home } from '#domain/home.ts'
import type { Json } from '#domain/json.ts'
import { readRecord } from '#domain/record-kind.ts'
import type { WrittenField } from '#state/home-history.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'

/** A label and what it says; empty: nothing. */
type Said = readonly [label: string, value: string]

export function useHistoryWords(): (wrote: readonly WrittenField[], use: Home['use']) => readonly string[] {
  const { t } = useWords()
  const saidOf = useSaid()
  return (wrote, use) =>
    wrote.flatMap(({ field, value, before }) => {
      const then = before === undefined ? [] : saidOf(field, before, use)
      return saidOf(field, value, use).flatMap(([label, now], i) => {
        const old = then[i]?.[1] ?? ''
        if (now === old) return []
        const said = now || t('housing.history.nothing')
        return old === ''
          ? t('housing.history.field', { field: label, value: said })
          : t('housing.history.field-before', { field: label, value: said, before: old })
      })
    })
}

/** One for each part of the field, the same parts for every value. */
function useSaid(): (field: string, value: Json | undefined, use: Home['use']) => readonly Said[] {
  const { t, date, money, list } = useWords()
  const words = useHomeWords()
  const amount = (cents: number | null) => (cents === null ? '' : money(cents))
  const day = (value: string | null) => (value === null ? '' : date(value))
  return (field, value, use) => {
    const of = readRecord(home, {
      id: '',
      kind: home.kind,
      deleted: false,
      fields: value === undefined ? {} : { [field]: value },
    })
    const said: Readonly<Record<string, () => readonly Said[]>> = {
      use: () => [[t('housing.use'), t(`housing.use.${of.use}`)]],
      name: () => [[t('housing.name'), of.name]],
      address: () => [[t('housing.address'), of.address]],
      stage: () => [
        [t('housing.stage'), t(`housing.stage.${of.stage.at}`)],
        [t('housing.reject.reason'), of.stage.reason],
      ],
      landlord: () => [[t(use === 'temporary' ? 'housing.host' : 'housing.landlord'), of.landlord]],
      reach: () => [[t('housing.reach'), of.reach]],
      found: () => [[t('housing.found'), of.found]],
      owner: () => [[t('housing.owner'), of.owner === null ? '' : words.memberName(of.owner)]],
      next: () => [[t('housing.next'), words.next(of)?.text ?? '']],
      terms: () => [
        [t('housing.rent'), amount(of.terms.rentCents)],
        [t('housing.deposit'), amount(of.terms.depositCents)],
        [t('housing.last-month'), amount(of.terms.lastMonthCents)],
      ],
      included: () => [[t('housing.included'), list(of.included.map(each => t(`housing.included.${each}`)))]],
      utilitiesCents: () => [[t('housing.utilities'), amount(of.utilitiesCents)]],
      internetCents: () => [[t('housing.internet'), amount(of.internetCents)]],
      insuranceCents: () => [[t('housing.insurance'), amount(of.insuranceCents)]],
      movingCents: () => [[t('housing.moving'), amount(of.movingCents)]],
      setUpCents: () => [[t('housing.set-up'), amount(of.setUpCents)]],
      toSchool: () => [[t('housing.row.school'), of.toSchool]],
      toTransit: () => [[t('housing.row.transit'), of.toTransit]],
      toGroup: () => [[t('housing.row.group'), of.toGroup]],
      toServices: () => [[t('housing.row.services'), of.toServices]],
      access: () => [[t('housing.row.access'), list(of.access.map(each => t(`housing.access.${each}`)))]],
      bedrooms: () => [[t('housing.bedrooms'), words.bedrooms(of) ?? '']],
      availableFrom: () => [[t('housing.available'), day(of.availableFrom)]],
      stay: () => [
        [t('housing.stay.first'), day(of.stay.from)],
        [t('housing.stay.last'), day(of.stay.to)],
      ],
      hostCheckedOn: () => [[t('housing.host-checked'), day(of.hostCheckedOn)]],
      note: () => [[t('housing.note'), of.note]],
    }
    return said[field]?.() ?? []
  }
}
