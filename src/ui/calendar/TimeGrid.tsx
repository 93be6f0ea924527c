/**
 * Day, week and month as a grid, by FullCalendar. All times are written on it as they are on the wall: it is given them
 * as UTC and asked for UTC, so nothing is converted. Dragging is not needed for anything; the form moves what must move.
 */
import FullCalendar, { type EventDisplayInfo } from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import fr from '@fullcalendar/react/locales/fr-ca'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import { createContext, memo, use, useMemo, useState } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import { jsonEquals } from '#domain/json.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { DateWindow } from '#domain/recurrence.ts'
import { marksOf, type OccurrenceMark } from '#state/calendar.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'
import type { CalendarView } from './calendar-window.ts'

const c = classes(css)
const PLUGINS = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme]
const GRIDS = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' } as const

/** Half an hour of a week, in CSS pixels: in three quarters a time, a name and what is missing have a line each. */
const SLOT_HEIGHT = 32
const LINE_HEIGHT = 16

/** Lines that are left for a name of the week, between the time above it and what is missing below. */
function nameLines(start: Date | null, end: Date | null): number {
  if (start === null || end === null) return 1
  const height = ((end.getTime() - start.getTime()) / 1_800_000) * SLOT_HEIGHT
  return Math.max(1, Math.floor((height - 4) / LINE_HEIGHT) - 2)
}

/** What stands on the wall clock, of a day that was handed over as UTC. */
const clockOf = ({ hour, minute }: { readonly hour: number; readonly minute: number }): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

interface TimeGridProps {
  readonly view: Exclude<CalendarView, 'agenda'>
  readonly date: IsoDate
  readonly window: DateWindow
  readonly today: IsoDate
  readonly onOpen: (of: Occurrence) => void
  /** A day or an hour was picked for a new one: `HH:MM`, or null for the day. */
  readonly onPick: (date: IsoDate, time: string | null) => void
}

/**
 * FullCalendar goes through all its events whenever one of them is another: it is told only where each stands, and what
 * an appointment is called is read by its own label. So a new title draws one label.
 */
export const TimeGrid = memo(function TimeGrid({ view, date, window, today, onOpen, onPick }: TimeGridProps) {
  const { t, language, time } = useWords()
  const { live } = useGroup()
  const marks = useLive(here => marksOf(here, window))
  const [keepShapes] = useState(createShapes)
  const shapes = keepShapes(marks.values())
  const grid = useMemo(
    () => (
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
        eventDisplay="block"
        eventTimeFormat={({ date: at }) => time(clockOf(at))}
        slotHeaderFormat={({ date: at }) => time(clockOf(at))}
        rowEventInnerClass={c('inside')}
        eventTimeClass={c('when')}
        eventTitleClass={c('called')}
        slotMinTime="06:00:00"
        slotMaxTime="23:00:00"
        slotMinHeight={view === 'week' ? SLOT_HEIGHT : 0}
        nowIndicator={false}
        allDayText={t('calendar.all-day')}
        events={shapes}
        eventOrder="start,-duration,allDay,rank"
        eventContent={eventContent}
        eventClick={({ event }) => {
          const mark = marksOf(live, window).get(event.id)
          if (mark) onOpen(mark.of)
        }}
        dateClick={({ dateStr, allDay }) =>
          onPick(dateStr.slice(0, 10), allDay ? null : dateStr.slice(11, 16))
        }
      />
    ),
    [shapes, view, date, window, today, language, t, time, live, onOpen, onPick],
  )
  return (
    <div className={c('grid', view === 'day' ? 'oneDay' : 'wide', view)} data-testid="time-grid">
      <WindowContext value={window}>{grid}</WindowContext>
    </div>
  )
})

/** Where an occurrence stands in the grid, and in which colours. */
type Shape = {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly className: string
  /** Among those of the same time. */
  readonly rank: number
}

function shapeOf({ of, open, clashes }: OccurrenceMark, rank: number): Shape {
  const { start, end, allDay } = of.time
  return {
    id: of.id,
    start: allDay ? start.slice(0, 10) : `${start}:00Z`,
    end: allDay ? end.slice(0, 10) : `${end}:00Z`,
    allDay,
    className: c('event', open > 0 && 'open', clashes && 'clashing', of.status !== 'planned' && 'off'),
    rank,
  }
}

/** The very same shapes as before while all of them are alike. */
function createShapes(): (marks: Iterable<OccurrenceMark>) => Shape[] {
  let shapes: Shape[] = []
  return marks => {
    const next = [...marks].map(shapeOf)
    if (!jsonEquals(next, shapes)) shapes = next
    return shapes
  }
}

const WindowContext = createContext<DateWindow | null>(null)

const eventContent = ({ event, timeText, timeClass, titleClass }: EventDisplayInfo) => (
  <>
    {timeText && <div className={timeClass}>{timeText}</div>}
    <div className={titleClass}>
      <OccurrenceName id={event.id} lines={nameLines(event.start, event.end)} />
    </div>
  </>
)

/** Where it is short of room its name gives way, never that somebody is missing. */
function OccurrenceName({ id, lines }: { readonly id: string; readonly lines: number }) {
  const { t } = useWords()
  const window = use(WindowContext)
  const mark = useLive(live => (window === null ? undefined : marksOf(live, window).get(id)))
  if (mark === undefined) return null
  const { of, open, clashes } = mark
  const name = of.title || t('calendar.unnamed')
  const marks = [
    open > 0 ? t('calendar.open-places', { count: open }) : '',
    clashes ? t('calendar.clash') : '',
    of.status === 'planned' ? '' : t(`calendar.status.${of.status}`),
  ].filter(Boolean)
  return (
    <>
      <span className={c('name')} style={{ WebkitLineClamp: lines }}>
        {name}
      </span>
      {marks.length > 0 && (
        <>
          <span className={c('dash')}> – </span>
          <span className={c('marks')}>{marks.join(', ')}</span>
        </>
      )}
    </>
  )
}
