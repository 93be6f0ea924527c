/**
 * A delivery run on paper, for whoever drives: the stops in their order, what is picked up at each with a box to tick,
 * and whom to call. It holds what Team keeps of the run and nothing of who the things are for.
 */
import type { RunHere } from '#state/household-list.ts'
import { FillIn, Sheet, Tick } from '../../paper/Sheet.tsx'
import { classes } from '../../parts/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { useThingName } from '../things/use-thing-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Runs.module.css'

const c = classes(css)
/** So many things of one stop stand under each other; more stand in two columns. */
const FEW = 10

export function RunSheet({ of: { run, stops } }: { readonly of: RunHere }) {
  const { t, date } = useWords()
  const nameOf = useThingName()
  const { memberName } = useHomeWords()
  return (
    <Sheet kind="form">
      <h1>{run.name || t('things.runs.unnamed')}</h1>
      <p>
        {[
          run.on === null ? t('things.runs.no-day') : date(run.on, 'weekday'),
          run.driver === null ? '' : t('things.runs.driven-by', { name: memberName(run.driver) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {run.note !== '' && <p className={c('lines')}>{run.note}</p>}
      <ol className={c('sheetStops')}>
        {stops.map(({ stop, items }, i) => (
          <li key={stop.id} className={c(items.length <= FEW && 'whole')}>
            <h2>
              {t('things.stop.number', {
                number: i + 1,
                stop: t('things.stop.at', {
                  kind: t(`things.stop.${stop.kind}`),
                  place: stop.place || t('things.stop.unnamed'),
                }),
              })}
            </h2>
            {stop.contact !== '' && <p>{t('things.stop.call', { contact: stop.contact })}</p>}
            {stop.note !== '' && <p>{stop.note}</p>}
            {items.length > 0 && (
              <ul className={c('ticks', items.length > FEW && 'many')}>
                {items.map(each => (
                  <li key={each.id}>
                    <Tick />
                    {each.delivery === ''
                      ? nameOf(each)
                      : t('things.runs.item', { name: nameOf(each), note: each.delivery })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <FillIn text={t('things.runs.fill')} />
    </Sheet>
  )
}
