/** Appointments: what comes as a list, or a day, a week, a month as a grid. */
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { appointment } from '#domain/appointment.ts'
import { type IsoDate, monthOf } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { DateWindow } from '#domain/recurrence.ts'
import { clashesOf, marksOf, occurrencesOf, slotIndex } from '#state/calendar.ts'
import { occurrenceToShow } from '#state/task-links.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Menu } from '../parts/Menu.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { Stack } from '../parts/Section.tsx'
import { useRoute, useRouter } from '../shell/use-router.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useWords } from '../words/use-words.ts'
import { AgendaList } from './AgendaList.tsx'
import { AppointmentDialog } from './AppointmentDialog.tsx'
import css from './Calendar.module.css'
import { type CalendarView, calendarViews, stepFrom, windowOf } from './calendar-window.ts'
import { CardsButton } from './cards/CardsButton.tsx'
import { ExportCalendarDialog } from './ExportCalendarDialog.tsx'
import { ImportCalendarDialog } from './import/ImportCalendarDialog.tsx'
import { NeverBooked } from './NeverBooked.tsx'
import { RidesDialog } from './RidesDialog.tsx'

const c = classes(css)
const TimeGrid = lazy(() => import('./TimeGrid.tsx').then(module => ({ default: module.TimeGrid })))

type Open =
  | { readonly kind: 'new'; readonly date: IsoDate; readonly time: string | null }
  | { readonly kind: 'known'; readonly of: Occurrence }
  | { readonly kind: 'rides' }
  | { readonly kind: 'export' | 'import' }
  | null

export function CalendarScreen() {
  const { t } = useWords()
  const { tools } = useServices()
  const today = tools.today()
  const [view, setView] = useState<CalendarView>('agenda')
  const [date, setDate] = useState<IsoDate>(today)
  const route = useRoute()
  const { go } = useRouter()
  const { live } = useGroup()
  const [open, setOpen] = useState<Open>(() => {
    const of = route.screen === 'appointment' ? occurrenceToShow(live, route.id ?? '', today) : null
    return of && { kind: 'known', of }
  })
  const window = useMemo(() => windowOf(view, date), [view, date])
  const isEmpty = useLive(live => live.records(appointment).length === 0)
  const openOne = useCallback((of: Occurrence) => setOpen({ kind: 'known', of }), [])
  const startNew = useCallback(
    (on: IsoDate, time: string | null) => setOpen({ kind: 'new', date: on, time }),
    [],
  )
  useShortcuts([
    {
      id: 'new-appointment',
      keys: 'N',
      labelId: 'calendar.new',
      group: 'here',
      run: () => startNew(date, null),
    },
    { id: 'calendar-today', keys: 'T', labelId: 'calendar.today', group: 'here', run: () => setDate(today) },
  ])
  const close = () => {
    if (route.screen === 'appointment') go({ area: 'calendar' })
    setOpen(null)
  }
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        actions={
          <>
            <Menu
              label={t('calendar.menu')}
              icon="more"
              entries={[
                {
                  id: 'export',
                  label: t('calendar.export.open'),
                  icon: 'download',
                  disabled: isEmpty,
                  onPress: () => setOpen({ kind: 'export' }),
                },
                {
                  id: 'import',
                  label: t('calendar.import.open'),
                  icon: 'import',
                  onPress: () => setOpen({ kind: 'import' }),
                },
              ]}
            />
            <Button icon="print" onPress={() => setOpen({ kind: 'rides' })}>
              {t('calendar.rides')}
            </Button>
            <CardsButton only={null} />
            <Button kind="primary" icon="add" aria-keyshortcuts="N" onPress={() => startNew(date, null)}>
              {t('calendar.new')}
            </Button>
          </>
        }
      />
      {isEmpty ? (
        <EmptyState picture="envelope" title={t('calendar.empty')}>
          {t('calendar.empty-text')}
        </EmptyState>
      ) : (
        <>
          <CalendarBar view={view} date={date} today={today} onView={setView} onDate={setDate} />
          <CalendarDays
            view={view}
            date={date}
            window={window}
            today={today}
            onOpen={openOne}
            onPick={startNew}
          />
        </>
      )}
      {open?.kind === 'new' && (
        <AppointmentDialog of={null} date={open.date} time={open.time} onClose={close} />
      )}
      {open?.kind === 'known' && <AppointmentDialog of={open.of} date={date} time={null} onClose={close} />}
      {open?.kind === 'export' && <ExportCalendarDialog scope={{ kind: 'all', today }} onClose={close} />}
      {open?.kind === 'import' && <ImportCalendarDialog onClose={close} />}
      {open?.kind === 'rides' && <RidesDialog onClose={close} />}
    </>
  )
}

interface CalendarDaysProps {
  readonly view: CalendarView
  readonly date: IsoDate
  readonly window: DateWindow
  readonly today: IsoDate
  readonly onOpen: (of: Occurrence) => void
  readonly onPick: (date: IsoDate, time: string | null) => void
}

/** By itself: an appointment that is edited draws nothing of the screen around its day again. */
function CalendarDays({ view, date, window, today, onOpen, onPick }: CalendarDaysProps) {
  const { t } = useWords()
  const more = useLive(live => occurrencesOf(live, window).more)
  const clashes = useLive(live => clashesOf(live, window).clashes.length)
  const absent = useLive(live => clashesOf(live, window).absent.length)
  return (
    <>
      <NeverBooked window={window} onOpen={onOpen} />
      {(more || clashes + absent > 0) && (
        <Stack gap="small">
          {clashes > 0 && <Notice kind="warn">{t('calendar.clashes', { count: clashes })}</Notice>}
          {absent > 0 && <Notice kind="warn">{t('calendar.absent', { count: absent })}</Notice>}
          {more && <Notice>{t('calendar.more')}</Notice>}
        </Stack>
      )}
      {view === 'agenda' ? (
        <Agenda window={window} today={today} onOpen={onOpen} />
      ) : (
        <Suspense fallback={<ProgressBar label={t('calendar.loading')} value={null} />}>
          <TimeGrid view={view} date={date} window={window} today={today} onOpen={onOpen} onPick={onPick} />
        </Suspense>
      )}
    </>
  )
}

function Agenda({ window, today, onOpen }: Pick<CalendarDaysProps, 'window' | 'today' | 'onOpen'>) {
  const { t } = useWords()
  const marks = useLive(live => marksOf(live, window))
  const slots = useLive(slotIndex)
  return marks.size === 0 ? (
    <p>{t('calendar.none')}</p>
  ) : (
    <AgendaList marks={marks} slots={slots} today={today} onOpen={onOpen} />
  )
}

interface CalendarBarProps {
  readonly view: CalendarView
  readonly date: IsoDate
  readonly today: IsoDate
  readonly onView: (view: CalendarView) => void
  readonly onDate: (date: IsoDate) => void
}

function CalendarBar({ view, date, today, onView, onDate }: CalendarBarProps) {
  const { t, date: day, month } = useWords()
  const { from, to } = windowOf(view, date)
  const period =
    view === 'month'
      ? month(monthOf(date))
      : view === 'day'
        ? day(date, 'weekday')
        : t('calendar.period', { from: day(from), to: day(to) })
  return (
    <div className={c('bar')}>
      <IconButton
        icon="chevron-left"
        label={t('calendar.before')}
        onPress={() => onDate(stepFrom(view, date, -1))}
      />
      <Button size="small" aria-keyshortcuts="T" onPress={() => onDate(today)}>
        {t('calendar.today')}
      </Button>
      <IconButton
        icon="chevron-right"
        label={t('calendar.after')}
        onPress={() => onDate(stepFrom(view, date, 1))}
      />
      <h2 className={c('period')} aria-live="polite">
        {period}
      </h2>
      <fieldset className={c('views')} aria-label={t('calendar.views')}>
        {calendarViews.map(each => (
          <button
            key={each}
            type="button"
            className={c('view', each === view && 'here')}
            aria-pressed={each === view}
            onClick={() => onView(each)}
          >
            {t(`calendar.view.${each}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
