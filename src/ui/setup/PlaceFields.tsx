/** Province and town. Rates follow the town; one that is not in the list is as good an answer. */

import { findCommunity } from '#domain/rates.ts'
import { type Province, provinces } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { ComboBox } from '../parts/ComboBox.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import { FieldRow } from './FieldRow.tsx'

interface PlaceFieldsProps {
  readonly province: Province
  readonly town: string
  readonly onChange: (province: Province, town: string) => void
}

export function PlaceFields({ province, town, onChange }: PlaceFieldsProps) {
  const { t, language, compare } = useWords()
  const all = shippedRates().communities.data.communities
  const items = all
    .filter(each => province === '' || each.province === province)
    .map(each => ({ id: each.key, label: each[language] }))
    .toSorted((a, b) => compare(a.label, b.label))
  const found = findCommunity(all, province, town)
  // The list speaks up on every drawing; only what differs is a change. Another name for a town stays as it was typed.
  const change = (nextProvince: Province, nextTown: string) => {
    if (nextProvince !== province || nextTown !== town) onChange(nextProvince, nextTown)
  }
  const pick = (key: string | null) => {
    const community = all.find(each => each.key === key)
    if (community) change(community.province, community[language])
  }
  return (
    <FieldRow>
      <Select
        label={t('setup.province')}
        value={province}
        onChange={next => change(next, town)}
        placeholder={t('setup.province.none')}
        choices={provinces
          .filter(each => each !== '')
          .map(each => ({ value: each, label: t(`setup.province.${each}`) }))
          .toSorted((a, b) => compare(a.label, b.label))}
      />
      <ComboBox
        label={t('setup.town')}
        optional
        hint={town.trim() !== '' && !found ? t('setup.town.no-figures') : t('setup.town.hint')}
        items={items}
        value={items.find(each => each.label === town)?.id ?? null}
        onChange={pick}
        text={town}
        onTextChange={text => change(province, text)}
      />
    </FieldRow>
  )
}
