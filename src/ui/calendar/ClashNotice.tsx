/** Before it is saved: who would be in two places at once, or is away. */
import type { Clash } from '#domain/appointment-clashes.ts'
import { contact } from '#domain/contact.ts'
import { person } from '#domain/household.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { draftClashes } from '#state/calendar.ts'
import { useGroup } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import { type AppointmentForm, draftOf } from './appointment-draft.ts'
import { useAppointmentWords } from './use-appointment-words.ts'

interface ClashNoticeProps {
  readonly form: AppointmentForm
  readonly ownId: RecordId | null
}

export function ClashNotice({ form, ownId }: ClashNoticeProps) {
  const { t, list } = useWords()
  const { live } = useGroup()
  const words = useAppointmentWords()
  const draft = draftOf({ ...form, title: form.title || '–' }, false)
  if (!draft.ok) return null
  const { clashes, absent } = draftClashes(live, ownId, draft.value)
  if (clashes.length === 0 && absent.length === 0) return null
  const nameOf = (id: RecordId) =>
    live.get(person, id)?.label ?? live.get(member, id)?.name ?? live.get(contact, id)?.name ?? ''
  const say = ({ who, first, second, why }: Clash) => {
    const other = first.id.startsWith('draft') ? second : first
    return t(`calendar.clash-why.${why}`, {
      who: list(who.map(nameOf).filter(Boolean)),
      title: other.title || t('calendar.unnamed'),
      time: words.time(other),
    })
  }
  return (
    <Notice kind="warn" title={t('calendar.clash-title')}>
      {[
        ...clashes.slice(0, 3).map(say),
        ...absent.slice(0, 3).map(each => t('calendar.away', { who: nameOf(each.member) })),
      ].join(' ')}
    </Notice>
  )
}
