/**
 * Day, week and month as a grid, by FullCalendar. All times are written on it as they are on the wall: it is given them
 * as UTC and asked for UTC, so nothing is converted. Dragging is not needed for anything; the form moves what must move.
 */
import FullCalendar from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import fr from '@fullcalendar/react/locales/fr-ca'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import { useMemo } from 'react'
import type { Clash } from '#domain/appointment-clashes.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { openSlotsOn, type SlotIndex } from '#domain/slots.ts'
import { classes } from '../parts/classes.ts'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'
import type { CalendarView } from './calendar-window.ts'

const c = classes(css)
const PLUGINS = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme]
const GRIDS = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' } as const

interface TimeGridProps {
  readonly view: Exclude<CalendarView, 'agenda'>
  readonly date: IsoDate
  readonly today: IsoDate
  readonly occurrences: readonly Occurrence[]
  readonly slots: SlotIndex
  readonly clashes: ReadonlyMap<string, Clash>
  readonly onOpen: (of: Occurrence) => void
  /** A day or an hour was picked for a new one: `HH:MM`, or null for the day. */
  readonly onPick: (date: IsoDate, time: string | null) => void
}

export function TimeGrid({ view, date, today, occurrences, slots, clashes, onOpen, onPick }: TimeGridProps) {
  const { t, language } = useWords()
  const events = useMemo(
    () =>
      occurrences.map(of => {
        const open = openSlotsOn(of, slots).length
        const name = of.title || t('calendar.unnamed')
        const marks = [
          open > 0 ? t('calendar.open-places', { count: open }) : '',
          clashes.has(of.id) ? t('calendar.clash') : '',
          of.status === 'planned' ? '' : t(`calendar.status.${of.status}`),
        ].filter(Boolean)
        return {
          id: of.id,
          title: marks.length === 0 ? name : `${name} – ${marks.join(', ')}`,
          start: of.time.allDay ? of.time.start.slice(0, 10) : `${of.time.start}:00Z`,
          end: of.time.allDay ? of.time.end.slice(0, 10) : `${of.time.end}:00Z`,
          allDay: of.time.allDay,
          className: c(
            'event',
            open > 0 && 'open',
            clashes.has(of.id) && 'clashing',
            of.status !== 'planned' && 'off',
          ),
        }
      }),
    [occurrences, slots, clashes, t],
  )
  const byId = useMemo(() => new Map(occurrences.map(of => [of.id, of])), [occurrences])
  return (
    <div className={c('grid')} data-testid="time-grid">
      <FullCalendar
        key={`${view} ${date}`}
        plugins={PLUGINS}
        initialView={GRIDS[view]}
        initialDate={date}
        now={`${today}T12:00:00Z`}
        timeZone="UTC"
        locale={language === 'fr' ? fr : 'en-ca'}
        headerToolbar={false}
        height="auto"
        firstDay={0}
        dayMaxEvents={4}
        eventInteractive
        slotMinTime="06:00:00"
        slotMaxTime="23:00:00"
        nowIndicator={false}
        allDayText={t('calendar.all-day')}
        events={events}
        eventClick={({ event }) => {
          const of = byId.get(event.id)
          if (of) onOpen(of)
        }}
        dateClick={({ dateStr, allDay }) =>
          onPick(dateStr.slice(0, 10), allDay ? null : dateStr.slice(11, 16))
        }
      />
    </div>
  )
}
