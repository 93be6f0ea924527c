/**
 * An appointment at which somebody must not be: only where Care is read, and without saying why – Today is open on the
 * table while others look.
 */
import { addDays } from '#domain/dates.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { neverBooked } from '#state/interpreters.ts'
import { useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

const DAYS = 28
const MOST_SHOWN = 3

export function OtherNeeded() {
  const { t, list, date } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const today = tools.today()
  const found = useLive(live => neverBooked(live, { from: today, to: addDays(today, DAYS - 1) }))
  if (found.length === 0) return null
  return (
    <Notice
      kind="warn"
      title={t('today.other-needed', { count: found.length })}
      actions={
        <Button size="small" onPress={() => go({ area: 'calendar' })}>
          {t('today.action.look')}
        </Button>
      }
    >
      {list(
        found.slice(0, MOST_SHOWN).map(of =>
          t('calendar.never-booked.open', {
            title: of.title || t('calendar.unnamed'),
            date: date(dateOf(of.time.start)),
          }),
        ),
      )}
    </Notice>
  )
}
