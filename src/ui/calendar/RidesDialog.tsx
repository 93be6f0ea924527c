/**
 * *My rides this week*, for a member who will not install anything: large print, or text to copy. It has what a driver
 * needs – when, from where to which drop-off point, who to call – and nothing of what the appointment is for.
 */
import { useState } from 'react'
import { addDays } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { ridesInDays } from '#state/rides.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { PaperDialog } from '../paper/PaperDialog.tsx'
import { FillIn, Sheet } from '../paper/Sheet.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Select } from '../parts/Select.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Rides.module.css'
import { useAppointmentWords } from './use-appointment-words.ts'

const c = classes(css)
const DAYS = 7

export function RidesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, date } = useWords()
  const { live, vault } = useGroup()
  const { tools } = useServices()
  const toasts = useToasts()
  const words = useAppointmentWords()
  const everybody = useLive(here => here.records(member))
  const members = everybody.filter(({ leftAt }) => leftAt === null)
  const { memberId } = vault.identity
  const isHere = members.some(({ id }) => id === memberId)
  const [who, setWho] = useState<RecordId>(isHere ? memberId : (members[0]?.id ?? ''))
  const today = tools.today()
  const rides = useLive(() => ridesInDays(live, who, today, DAYS))
  const name = live.get(member, who)?.name || t('money.member.unnamed')
  const days = { from: date(today, 'long'), to: date(addDays(today, DAYS - 1), 'long') }
  const title = t('calendar.rides.title', { who: name, ...days })
  const lines = rides.map(({ occurrence, slots }) =>
    [
      `${date(occurrence.time.start.slice(0, 10), 'weekday')}, ${words.time(occurrence)}`,
      slots.map(({ role }) => t(`calendar.role.${role}`)).join(', '),
      occurrence.title,
      occurrence.place && t('calendar.rides.to', { place: occurrence.place }),
      words.attending(occurrence) && t('calendar.rides.seats', { who: words.attending(occurrence) }),
      occurrence.travelMinutes > 0 && t('calendar.rides.travel', { count: occurrence.travelMinutes }),
    ].filter(Boolean),
  )
  const late = members.filter(
    each =>
      each.id !== who && each.leftAt === null && each.phone !== '' && each.roles.includes('coordinator'),
  )
  const call =
    late.length === 0
      ? null
      : t('calendar.rides.call', {
          who: late.map(({ name, phone }) => t('calendar.rides.call-one', { name, phone })).join(' · '),
        })
  const copy = async () => {
    try {
      const paragraphs = [title, ...lines.map(each => each.join('\n')), ...(call === null ? [] : [call])]
      await navigator.clipboard.writeText(paragraphs.join('\n\n'))
      toasts.done(t('calendar.rides.copied'))
    } catch {
      toasts.problem(t('calendar.rides.not-copied'))
    }
  }
  return (
    <PaperDialog
      title={t('calendar.rides')}
      action={t('calendar.rides.print')}
      job={{ title: t('calendar.rides.print-title'), file: t('calendar.rides.file') }}
      testId="rides-paper"
      sheet={<RideSheet name={name} days={t('calendar.rides.days', days)} lines={lines} call={call} />}
      typed={rides.flatMap(({ occurrence }) => [occurrence.title, occurrence.place])}
      foot={title}
      canPrint={rides.length > 0}
      more={
        <Button icon="copy" disabled={rides.length === 0} onPress={() => void copy()}>
          {t('calendar.rides.copy')}
        </Button>
      }
      onClose={onClose}
    >
      <Select
        label={t('calendar.rides.who')}
        value={who}
        onChange={setWho}
        choices={members.map(({ id, name }) => ({ value: id, label: name || t('money.member.unnamed') }))}
      />
    </PaperDialog>
  )
}

interface RideSheetProps {
  readonly name: string
  readonly days: string
  readonly lines: readonly (readonly (string | false)[])[]
  /** Null: no coordinator's number is known. */
  readonly call: string | null
}

function RideSheet({ name, days, lines, call }: RideSheetProps) {
  const { t } = useWords()
  return (
    <Sheet kind="large">
      <h1>{name}</h1>
      <p>{days}</p>
      {lines.length === 0 && <p>{t('calendar.rides.none')}</p>}
      <ol className={c('list')}>
        {lines.map(([when, ...rest], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ride is its number on the sheet
          <li key={i}>
            <strong>{when}</strong>
            {rest.map(text => (
              <span key={String(text)}>{text}</span>
            ))}
            <FillIn text={t('calendar.rides.fill')} />
          </li>
        ))}
      </ol>
      {call !== null && lines.length > 0 && <p>{call}</p>}
    </Sheet>
  )
}
