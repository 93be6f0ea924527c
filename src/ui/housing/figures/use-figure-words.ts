/** In words where a part of a figure comes from, why one is missing, and why shelter money is not known. */
import { useMemo } from 'react'
import type { CostPart, CostPartId } from '#domain/home-cost.ts'
import type { Province } from '#domain/sponsorship.ts'
import type { Shelter } from '#state/home-figures.ts'
import { useWords } from '../../words/use-words.ts'

export interface FigureWords {
  part(id: CostPartId): string
  /** Where it comes from, or why it is not known. */
  source(of: CostPart, province: Province): string
  /** "not known: internet and insurance". */
  missing(ids: readonly CostPartId[]): string
  /** Names one after the other, as a sentence has them: `Heat, hot water and electricity`. */
  among(names: readonly string[]): string
  /** Why there is no figure; null where there is one. */
  noShelter(of: Shelter): string | null
}

export function useFigureWords(): FigureWords {
  const words = useWords()
  return useMemo(() => {
    const { t, list, number } = words
    const part = (id: CostPartId) => t(`housing.part.${id}`)
    const inside = (names: readonly string[]) => list(names.map(each => each.toLocaleLowerCase()))
    return {
      part,
      source(of, province) {
        if (of.cents === null) return t(`housing.no-part.${of.why}`)
        if (of.source.kind !== 'rule') return t(`housing.source.${of.source.kind}`)
        const values = { province: t(`setup.province.${province}`), months: number(of.source.months) }
        return t(of.source.months === 0 ? 'housing.source.rule-none' : 'housing.source.rule', values)
      },
      missing: ids => t('housing.missing', { parts: inside(ids.map(part)) }),
      among: names => inside(names).replace(/^\p{L}/u, first => first.toLocaleUpperCase()),
      noShelter(of) {
        switch (of.kind) {
          case 'entered':
          case 'rates':
            return null
          case 'no-figure':
            return t(`setup.ask-figures.${of.why}`)
          case 'ask':
            if (of.why === 'nobody') return t('housing.shelter.nobody')
            if (of.why === 'other-government') return t('setup.ask.rates-of-another-government')
            return t(`setup.ask-composition.${of.why}`)
        }
      },
    }
  }, [words])
}
