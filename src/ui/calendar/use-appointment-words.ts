/** How an appointment is written in the calendar: when, where, who, and what is still to be filled. */
import { useMemo } from 'react'
import type { AppointmentKind, Slot } from '#domain/appointment.ts'
import { contact } from '#domain/contact.ts'
import { person } from '#domain/household.ts'
import { member } from '#domain/member.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { useLive } from '../group-context.tsx'
import type { IconName } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'

export const KIND_ICONS: Readonly<Record<AppointmentKind, IconName>> = {
  official: 'reports',
  school: 'school',
  health: 'health',
  language: 'language',
  bank: 'bank',
  home: 'home',
  work: 'package',
  travel: 'transfer',
  social: 'people',
  meeting: 'people',
  other: 'calendar',
}

export interface AppointmentWords {
  /** "10:00–11:30", "all day". */
  time(of: Occurrence): string
  attending(of: Occurrence): string
  /** "Driver: Amina", "Interpreter: nobody yet". */
  place(of: Slot): string
  nameOf(who: Slot['filledBy']): string | null
}

export function useAppointmentWords(): AppointmentWords {
  const { t, list, time } = useWords()
  const people = useLive(live => live.records(person))
  const members = useLive(live => live.records(member))
  const contacts = useLive(live => live.records(contact))
  return useMemo(() => {
    const labels = new Map(people.map(({ id, label }) => [id, label]))
    const names = new Map(
      [...members, ...contacts.map(each => ({ ...each, name: each.name || each.organization }))].map(
        ({ id, name }) => [id, name],
      ),
    )
    const nameOf = (who: Slot['filledBy']) =>
      who === null ? null : names.get(who.id) || t('calendar.somebody')
    return {
      time({ time: { start, end, allDay } }) {
        if (allDay) return t('calendar.all-day')
        const until = dateOf(end) === dateOf(start) ? time(end.slice(11)) : `${time(end.slice(11))} +1`
        return `${time(start.slice(11))}–${until}`
      },
      attending: ({ attending, members: along }) =>
        list([...attending.flatMap(id => labels.get(id) ?? []), ...along.flatMap(id => names.get(id) ?? [])]),
      place: of =>
        t('calendar.place', {
          role: t(`calendar.role.${of.role}`),
          who: nameOf(of.filledBy) ?? t('calendar.nobody-yet'),
        }),
      nameOf,
    }
  }, [t, list, time, people, members, contacts])
}
