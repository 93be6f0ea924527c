/** Appointments below their days: read from top to bottom, opened with Enter. What every other view can do, this can. */
import { memo } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { type SlotIndex, slotsOn } from '#domain/slots.ts'
import { dateOf } from '#domain/wall-clock.ts'
import type { OccurrenceMark, OccurrenceMarks } from '#state/calendar.ts'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'
import { KIND_ICONS, useAppointmentWords } from './use-appointment-words.ts'

const c = classes(css)

interface AgendaListProps {
  readonly marks: OccurrenceMarks
  readonly slots: SlotIndex
  readonly today: IsoDate
  readonly onOpen: (of: Occurrence) => void
}

export function AgendaList({ marks, slots, today, onOpen }: AgendaListProps) {
  const { t, date } = useWords()
  const days = Map.groupBy(marks.values(), each => dateOf(each.of.time.start))
  return (
    <>
      {[...days].map(([day, those]) => (
        <Section
          key={day}
          title={
            day === today ? t('calendar.today-is', { date: date(day, 'weekday') }) : date(day, 'weekday')
          }
        >
          <ul className={c('day')}>
            {those.map(mark => (
              <li key={mark.of.id}>
                <AgendaRow mark={mark} slots={slots} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

interface AgendaRowProps extends Pick<AgendaListProps, 'slots' | 'onOpen'> {
  readonly mark: OccurrenceMark
}

/** Of many in a list an edit draws one again. */
const AgendaRow = memo(function AgendaRow({ mark: { of, clashes }, slots, onOpen }: AgendaRowProps) {
  const { t } = useWords()
  const words = useAppointmentWords()
  const places = slotsOn(of, slots)
  const isOff = of.status === 'cancelled' || of.status === 'missed'
  return (
    <button type="button" className={c('row', isOff && 'off')} onClick={() => onOpen(of)}>
      <span className={c('time')}>{words.time(of)}</span>
      <Icon name={KIND_ICONS[of.appointment.kind]} label={t(`calendar.kind.${of.appointment.kind}`)} />
      <span className={c('what')}>
        <span className={c('title')}>{of.title || t('calendar.unnamed')}</span>
        <span className={c('where')}>{[words.attending(of), of.place].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={c('tags')}>
        {of.status !== 'planned' && <Tag tone="neutral">{t(`calendar.status.${of.status}`)}</Tag>}
        {of.status === 'planned' &&
          places.map(each => (
            <Tag key={each.id} tone={each.filledBy === null ? 'warn' : 'ok'}>
              {words.place(each)}
            </Tag>
          ))}
        {clashes && <Tag tone="danger">{t('calendar.clash')}</Tag>}
      </span>
    </button>
  )
})
