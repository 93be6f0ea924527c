/** A thing of the household list in words. */
import { useCallback } from 'react'
import type { HouseholdItem } from '#domain/household-item.ts'
import { useWords } from '../../words/use-words.ts'

/** The group's own name, else the list's in the language; how many, where it is more than one. */
export function useThingName(): (of: Pick<HouseholdItem, 'name' | 'seedKey' | 'quantity'>) => string {
  const { t } = useWords()
  return useCallback(
    ({ name, seedKey, quantity }) => {
      const said = name || (seedKey === '' ? t('things.unnamed') : t(`things.item.${seedKey}`))
      return quantity === 1 ? said : t('things.times', { name: said, count: quantity })
    },
    [t],
  )
}
