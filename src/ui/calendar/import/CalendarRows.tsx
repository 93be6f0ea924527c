/** Every event of the file with what becomes of it; a tick takes it or leaves it. */
import { addDays } from '#domain/dates.ts'
import { zoneOf } from '#domain/province-zone.ts'
import { dateOf } from '#domain/wall-clock.ts'
import type { CalendarPlan, CalendarRow } from '#imports/calendar-plan.ts'
import { mayTake, toggleCalendarRow } from '#state/calendar-preview.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Tag } from '../../parts/StatusTag.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { VirtualTable } from '../../parts/VirtualTable.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './CalendarImport.module.css'

const c = classes(css)

interface CalendarRowsProps {
  readonly plan: CalendarPlan
  readonly onChange: (plan: CalendarPlan) => void
}

export function CalendarRows({ plan, onChange }: CalendarRowsProps) {
  const { t } = useWords()
  const when = useWhen()
  const title = ({ event }: CalendarRow) => event.title || t('calendar.unnamed')
  const toggle = (row: CalendarRow) => onChange(toggleCalendarRow(plan, row))
  const columns: readonly Column<CalendarRow>[] = [
    {
      id: 'take',
      head: t('calendar.import.head.take'),
      headHidden: true,
      width: '3rem',
      cell: row => (
        <Checkbox
          label={t('calendar.import.take-row', { title: title(row), when: when(row) })}
          labelHidden
          checked={row.choice === 'take'}
          disabled={!mayTake(row)}
          onChange={() => toggle(row)}
        />
      ),
    },
    { id: 'when', head: t('calendar.import.head.when'), width: '15rem', cell: when },
    {
      id: 'what',
      head: t('calendar.import.head.what'),
      namesRow: true,
      cell: row => (
        <span className={c('what', row.choice === 'leave' && 'left')}>
          {[title(row), row.event.place].filter(Boolean).join(', ')}
        </span>
      ),
    },
    { id: 'state', head: t('calendar.import.head.state'), width: '13rem', cell: row => <State row={row} /> },
  ]
  return (
    <div className={c('rows')}>
      <VirtualTable
        caption={t('calendar.import.rows')}
        columns={columns}
        rows={plan.rows}
        rowKey={row => row.id}
        onToggle={row => mayTake(row) && toggle(row)}
      />
    </div>
  )
}

function useWhen(): (row: CalendarRow) => string {
  const { t, date, time } = useWords()
  const here = useLive(live => zoneOf(currentSponsorship({ live })?.province ?? ''))
  return ({ event: { time: at, repeat } }) => {
    const [first, last] = [dateOf(at.start), at.allDay ? addDays(dateOf(at.end), -1) : dateOf(at.end)]
    const days = first === last ? date(first) : t('calendar.period', { from: date(first), to: date(last) })
    const hours = at.allDay ? t('calendar.all-day') : `${time(at.start.slice(11))}–${time(at.end.slice(11))}`
    // An hour that is another clock's must not be taken for the group's.
    const zone = at.allDay || at.zone === here ? [] : [at.zone.replaceAll('_', ' ')]
    return [days, hours, ...zone, ...(repeat === null ? [] : [t('calendar.import.repeats')])].join(', ')
  }
}

const TONES = { new: 'ok', changed: 'ok', 'called-off': 'warn' } as const

function State({ row: { state, choice } }: { readonly row: CalendarRow }) {
  const { t } = useWords()
  const tone = choice === 'take' && state.kind in TONES ? TONES[state.kind as keyof typeof TONES] : 'neutral'
  if (state.kind === 'changed' && (state.isSplit || state.revives))
    return <Tag tone={tone}>{t(state.isSplit ? 'calendar.import.split' : 'calendar.import.revives')}</Tag>
  return <Tag tone={tone}>{t(`calendar.import.state.${state.kind}`)}</Tag>
}
