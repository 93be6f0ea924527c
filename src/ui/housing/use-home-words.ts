/** A home in words: what it is called, how many bedrooms, what is next and how long nobody has heard. */
import { useMemo } from 'react'
import type { Home } from '#domain/home.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useLive } from '../group-context.tsx'
import { useWords } from '../words/use-words.ts'

export interface HomeWords {
  title(of: Pick<Home, 'name' | 'address'>): string
  /** Null: not known. */
  bedrooms(of: Pick<Home, 'bedrooms'>): string | null
  /** Null: nothing was decided. */
  next(of: Pick<Home, 'next'>): { readonly text: string; readonly isLate: boolean } | null
  memberName(id: RecordId | null): string
}

export function useHomeWords(): HomeWords {
  const words = useWords()
  const members = useLive(live => live.records(member))
  return useMemo(() => {
    const { t, date, today } = words
    const names = new Map(members.map(each => [each.id, each.name]))
    return {
      title: of => of.name || of.address || t('housing.unnamed'),
      bedrooms: ({ bedrooms }) =>
        bedrooms === null ? null : t('housing.bedrooms.count', { count: bedrooms }),
      next({ next }) {
        if (next === null) return null
        if (next.on === null) return { text: next.what, isLate: false }
        return {
          text: t('housing.next.on', { what: next.what, date: date(next.on) }),
          isLate: next.on < today(),
        }
      },
      memberName: id => (id === null ? t('plan.owner.nobody') : names.get(id) || t('plan.member.unnamed')),
    }
  }, [words, members])
}
