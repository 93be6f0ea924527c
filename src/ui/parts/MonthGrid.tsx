/** One month of days to pick from. Arrows move by day and week, Page Up and Down by month, Home and End in the week. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  addDays,
  addMonthsToDate,
  daysBetween,
  firstDay,
  type IsoDate,
  type IsoMonth,
  lastDay,
  monthOf,
} from '#domain/dates.ts'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import css from './MonthGrid.module.css'

const c = classes(css)

interface MonthGridProps {
  readonly selected: IsoDate | null
  readonly startMonth: IsoMonth
  readonly min?: IsoDate | undefined
  readonly max?: IsoDate | undefined
  readonly onPick: (day: IsoDate) => void
}

/** A Sunday; weeks begin there in Canada, in both languages. */
const SOME_SUNDAY: IsoDate = '2023-01-01'
const weekdayOf = (day: IsoDate): number => ((daysBetween(SOME_SUNDAY, day) % 7) + 7) % 7

export function MonthGrid({ selected, startMonth, min, max, onPick }: MonthGridProps) {
  const { t, month: monthName, date, today, language } = useWords()
  const now = today()
  const [focused, setFocused] = useState<IsoDate>(
    selected ?? (monthOf(now) === startMonth ? now : firstDay(startMonth)),
  )
  const button = useRef<HTMLButtonElement>(null)
  const month = monthOf(focused)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the focused day
  useEffect(() => {
    button.current?.focus()
  }, [focused])
  const isOut = (day: IsoDate) => (min !== undefined && day < min) || (max !== undefined && day > max)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveByKey(event.key, focused)
    if (!next) return
    event.preventDefault()
    setFocused(next)
  }
  const toMonth = (count: number) => setFocused(addMonthsToDate(focused, count))
  return (
    <div className={c('grid')}>
      <div className={c('head')}>
        <IconButton icon="chevron-left" label={t('common.month.previous')} onPress={() => toMonth(-1)} />
        <strong aria-live="polite" className={c('month')}>
          {monthName(month)}
        </strong>
        <IconButton icon="chevron-right" label={t('common.month.next')} onPress={() => toMonth(1)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid that is laid out as a table, as ARIA foresees */}
      <table className={c('days')} role="grid" aria-label={monthName(month)} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdayNames(language).map(name => (
              <th key={name.long} scope="col" abbr={name.long} className={c('weekday')}>
                {name.narrow}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day}>
                  {monthOf(day) === month && (
                    <button
                      type="button"
                      ref={day === focused ? button : undefined}
                      tabIndex={day === focused ? 0 : -1}
                      className={c('day', day === selected && 'selected', day === now && 'today')}
                      aria-label={date(day, 'weekday')}
                      aria-pressed={day === selected}
                      aria-current={day === now ? 'date' : undefined}
                      disabled={isOut(day)}
                      onClick={() => onPick(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function moveByKey(key: string, from: IsoDate): IsoDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -1)
    case 'ArrowRight':
      return addDays(from, 1)
    case 'ArrowUp':
      return addDays(from, -7)
    case 'ArrowDown':
      return addDays(from, 7)
    case 'Home':
      return addDays(from, -weekdayOf(from))
    case 'End':
      return addDays(from, 6 - weekdayOf(from))
    case 'PageUp':
      return addMonthsToDate(from, -1)
    case 'PageDown':
      return addMonthsToDate(from, 1)
    default:
      return null
  }
}

/** Whole weeks, Sunday to Saturday, that cover the month. */
function weeksOf(month: IsoMonth): readonly (readonly IsoDate[])[] {
  const start = addDays(firstDay(month), -weekdayOf(firstDay(month)))
  const days = daysBetween(start, lastDay(month)) + 1
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(start, week * 7 + day)),
  )
}

function weekdayNames(language: string): readonly { readonly narrow: string; readonly long: string }[] {
  const format = (style: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => {
    const date = new Date(`${addDays(SOME_SUNDAY, day)}T12:00:00Z`)
    return { narrow: format('narrow').format(date), long: format('long').format(date) }
  })
}
