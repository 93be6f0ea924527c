/** A member in words: their roles in one sentence, when they can usually be asked, when they are away. */
import { useMemo } from 'react'
import type { Absence } from '#domain/absence.ts'
import { daysByTimes, dayTimes } from '#domain/availability.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Member } from '#domain/member.ts'
import { useWords } from '../words/use-words.ts'

export interface MemberWords {
  name(of: Pick<Member, 'name'>): string
  roles(of: Pick<Member, 'roles'>): string
  /** "Monday and Wednesday: morning; Saturday: all day", and the note. Empty: nothing was said. */
  available(of: Pick<Member, 'available' | 'availableNote'>): string
  away(of: Absence, today: IsoDate): string
}

export function useMemberWords(): MemberWords {
  const words = useWords()
  return useMemo(() => {
    const { t, list, date, weekday } = words
    return {
      name: ({ name }) => name || t('people.member.unnamed'),
      roles: ({ roles }) => list(roles.map((role, i) => inSentence(t(`people.role.${role}`), i))),
      available({ available, availableNote }) {
        const times = daysByTimes(available).map(each =>
          t('people.member.available.days', {
            days: list(each.days.map(weekday)),
            times:
              each.times.length === dayTimes.length
                ? t('people.member.available.all-day')
                : list(each.times.map(time => t(`people.day-time.${time}`))),
          }),
        )
        return [times.join('; '), availableNote].filter(Boolean).join(' · ')
      },
      away: ({ days: { from, to } }, today) =>
        from <= today
          ? t('people.members.away-until', { date: date(to) })
          : t('people.members.away-from', { from: date(from), to: date(to) }),
    }
  }, [words])
}

/** Of several roles in one sentence only the first has a capital. */
const inSentence = (name: string, at: number): string =>
  at === 0 ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1)
