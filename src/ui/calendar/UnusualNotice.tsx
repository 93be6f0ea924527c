/** Before it is saved: who is asked at a time at which they usually cannot. */
import { isUsuallyFree } from '#domain/availability.ts'
import { member } from '#domain/member.ts'
import { useLive } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useMemberWords } from '../people/use-member-words.ts'
import { useWords } from '../words/use-words.ts'
import { type AppointmentForm, draftOf } from './appointment-draft.ts'

export function UnusualNotice({ form }: { readonly form: AppointmentForm }) {
  const { t, list } = useWords()
  const words = useMemberWords()
  const members = useLive(live => live.records(member))
  const draft = draftOf({ ...form, title: form.title || '–' }, false)
  if (!draft.ok || draft.value.fields.time.allDay) return null
  const { time, members: along } = draft.value.fields
  const asked = new Set([...along, ...draft.value.slots.flatMap(each => each.filledBy?.id ?? [])])
  const unusual = members.filter(each => asked.has(each.id) && isUsuallyFree(each.available, time) === false)
  if (unusual.length === 0) return null
  return <Notice>{t('calendar.unusual', { who: list(unusual.map(words.name)) })}</Notice>
}
