/** Under a home's name: where it is, what is next, how long nobody has heard; of one not taken, why. */
import { hostCheck } from '#domain/home-follow-up.ts'
import { dateOf } from '#domain/wall-clock.ts'
import type { HomeHere } from '#state/housing.ts'
import { bookedViewing } from '#state/viewings.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'
import css from '../Housing.module.css'
import { useHomeWords } from '../use-home-words.ts'

const c = classes(css)

interface HomeFactsProps {
  readonly of: HomeHere
  /** Beside each other where there is room, in a row of a table. */
  readonly inline?: boolean
}

export function HomeFacts({ of, inline = false }: HomeFactsProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const words = useHomeWords()
  const { home, stale } = of
  const next = words.next(home)
  const viewing = useLive(live => bookedViewing(live, home))
  const isTemporary = home.use === 'temporary'
  const isOver = isTemporary && home.stay.to !== null && home.stay.to < tools.today()
  const check = isTemporary && !isOver ? hostCheck(home, tools.today()) : 'good'
  return (
    <span className={c('facts', inline && 'inline')}>
      {home.name !== '' && home.address !== '' && <span>{home.address}</span>}
      {words.bedrooms(home) !== null && <span>{words.bedrooms(home)}</span>}
      {isTemporary && <StayDates from={home.stay.from} to={home.stay.to} />}
      {home.owner !== null && (
        <span className={c('fact')}>
          <Icon name="people" size={14} />
          {words.memberName(home.owner)}
        </span>
      )}
      {home.stage.at === 'rejected' && <span>{t('housing.why', { reason: home.stage.reason })}</span>}
      {next !== null &&
        home.stage.at !== 'rejected' &&
        (next.isLate ? (
          <Tag tone="danger">{next.text}</Tag>
        ) : (
          <span className={c('fact')}>
            <Icon name="forward" size={14} />
            {next.text}
          </span>
        ))}
      {stale !== null && (
        <Tag tone="warn" icon="clock">
          {t('housing.stale', { count: stale })}
        </Tag>
      )}
      {check !== 'good' && (
        <Tag tone="warn" icon="shield">
          {t(`housing.host-check.${check}`)}
        </Tag>
      )}
      {viewing !== null && viewing.occurrence.status === 'planned' && (
        <span className={c('fact')}>
          <Icon name="calendar" size={14} />
          {t('housing.viewing.on', { date: date(dateOf(viewing.occurrence.time.start)) })}
        </span>
      )}
      {home.availableFrom !== null && !isTemporary && home.stage.at !== 'settled' && (
        <span>{t('housing.free-from', { date: date(home.availableFrom) })}</span>
      )}
    </span>
  )
}

export function StayDates({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t, date } = useWords()
  if (from === null && to === null) return <span>{t('housing.stay.no-dates')}</span>
  if (from === null) return <span>{t('housing.stay.until', { to: date(to ?? '') })}</span>
  if (to === null) return <span>{t('housing.stay.from', { from: date(from) })}</span>
  return <span>{t('housing.stay.dates', { from: date(from), to: date(to) })}</span>
}
