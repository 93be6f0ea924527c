/**
 * While somebody is booked: what those who attend wish of an interpreter, and a refusal where one of them asked never to
 * have that person. Only for those who read Care, on the screen alone.
 */
import { useEffect, useRef } from 'react'
import { contact } from '#domain/contact.ts'
import { person } from '#domain/household.ts'
import { type InterpreterWishes, misfitsOf } from '#domain/interpreter-wishes.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { neverUsed, wishesOf } from '#state/interpreters.ts'
import { useGroup } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWishWords } from '../people/use-wish-words.ts'
import { useWords } from '../words/use-words.ts'
import type { AppointmentForm } from './appointment-draft.ts'
import css from './Calendar.module.css'

const c = classes(css)

interface InterpreterNoticeProps {
  readonly form: AppointmentForm
  /** It was tried to save it. */
  readonly isRefused: boolean
}

export function InterpreterNotice({ form, isRefused }: InterpreterNoticeProps) {
  const { t, list } = useWords()
  const { live } = useGroup()
  const say = useWishWords()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed stands in the foot of the dialog, far from what refuses.
    if (isRefused) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [isRefused])
  const never = neverUsed(live, form.attending, form.slots, form.members)
  const interpreters = form.slots.filter(each => each.role === 'interpreter')
  const wishes = interpreters.length === 0 ? [] : wishesOf(live, form.attending)
  const labelOf = (id: RecordId) => live.get(person, id)?.label ?? ''
  const nameOf = (id: RecordId) => {
    const known = live.get(contact, id)
    return known ? known.name || known.organization : (live.get(member, id)?.name ?? '')
  }
  const lines = wishes.flatMap(each => {
    const wish = say(each)
    return wish === '' ? [] : [t('calendar.wishes.of', { who: labelOf(each.person), wish })]
  })
  const misfits = interpreters.flatMap(({ filledBy }) => {
    const booked = filledBy === null ? undefined : live.get(contact, filledBy.id)
    return booked ? misfitLines(booked.name || booked.organization, booked, wishes) : []
  })
  if (never.length + lines.length + misfits.length === 0) return null

  function misfitLines(
    name: string,
    booked: Parameters<typeof misfitsOf>[1],
    of: readonly InterpreterWishes[],
  ): readonly string[] {
    return of.flatMap(each =>
      misfitsOf(each, booked).map(why =>
        t(`calendar.wishes.misfit.${why}`, { who: labelOf(each.person), name }),
      ),
    )
  }
  return (
    <div ref={frame} className={c('screenOnly', 'group')}>
      {never.map(({ who, persons }) => (
        <Notice key={who} kind="danger" announce={isRefused} title={t('calendar.never-use.title')}>
          {t('calendar.never-use', { who: list(persons.map(labelOf)), name: nameOf(who) })}
        </Notice>
      ))}
      {misfits.length > 0 && <Notice kind="warn">{misfits.join(' ')}</Notice>}
      {lines.length > 0 && (
        <Notice title={t('calendar.wishes')}>
          {lines.join(' ')} {t('calendar.wishes.care')}
        </Notice>
      )}
    </div>
  )
}
