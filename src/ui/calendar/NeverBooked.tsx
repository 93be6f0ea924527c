/**
 * Appointments at which somebody would be whom one of those who attend asked never to have: booked on a laptop that does
 * not know it, or before it was asked for. Only where Care can be read, and never on paper.
 */
import type { Occurrence } from '#domain/occurrences.ts'
import type { DateWindow } from '#domain/recurrence.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { neverBooked } from '#state/interpreters.ts'
import { useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'

const c = classes(css)
const MOST_SHOWN = 5

interface NeverBookedProps {
  readonly window: DateWindow
  readonly onOpen: (of: Occurrence) => void
}

export function NeverBooked({ window, onOpen }: NeverBookedProps) {
  const { t, date } = useWords()
  const found = useLive(live => neverBooked(live, window))
  if (found.length === 0) return null
  return (
    <div className={c('screenOnly')}>
      <Notice
        kind="danger"
        title={t('calendar.never-booked')}
        actions={
          <Row>
            {found.slice(0, MOST_SHOWN).map(of => (
              <Link key={of.id} onPress={() => onOpen(of)}>
                {t('calendar.never-booked.open', {
                  title: of.title || t('calendar.unnamed'),
                  date: date(dateOf(of.time.start)),
                })}
              </Link>
            ))}
          </Row>
        }
      >
        {t('calendar.never-booked.text')}
      </Notice>
    </div>
  )
}
