/** The first screen after unlocking: where things stand, this month, what is to be done, and one next button. */
import type { SupportToday } from '#domain/support-months.ts'
import { lookAlikes } from '#state/look-alikes.ts'
import { type TodayFacts, todayFacts } from '#state/today-facts.ts'
import { useCanRead, useGroup, useLive, useServices } from '../group-context.tsx'
import { Link } from '../parts/Link.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { CardGrid } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import { CareWatch } from './CareWatch.tsx'
import { ClockNote } from './ClockNote.tsx'
import { LeaseNotes } from './LeaseNotes.tsx'
import { MoneyCard } from './MoneyCard.tsx'
import { MonthCard } from './MonthCard.tsx'
import { NewsCard } from './NewsCard.tsx'
import { OtherNeeded } from './OtherNeeded.tsx'
import { SafetyCard } from './SafetyCard.tsx'
import { StartNotes } from './StartNotes.tsx'
import { TaskList } from './TaskList.tsx'
import { Waiting } from './Waiting.tsx'
import { WeekCard } from './WeekCard.tsx'

export function Today() {
  const { tools } = useServices()
  const { store } = useGroup()
  const readsMoney = useCanRead('money')
  const { t, date } = useWords()
  const { go } = useRouter()
  const today = tools.today()
  const facts = useLive(live =>
    todayFacts(live, today, tools.now(), store.inbox().length + lookAlikes(live).length, readsMoney),
  )
  /** Before there is any account, what to do next comes first. */
  const hasMoney = facts.moneyNowCents !== null
  const money = readsMoney && (
    <>
      <MoneyCard facts={facts} />
      {facts.month && <MonthCard month={facts.month} />}
    </>
  )
  return (
    <>
      <PageHeader
        title={t('today.title')}
        above={date(today, 'weekday')}
        intro={
          <>
            <Standing facts={facts} />
            {facts.laterClocks.map((clock, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an arrival is its number
              <LaterArrival key={i} clock={clock} number={i + 2} />
            ))}
          </>
        }
      />
      <StartNotes />
      <ClockNote />
      <OtherNeeded />
      <NewsCard />
      <LeaseNotes />
      <CardGrid>
        <WeekCard />
        <CareWatch />
        {hasMoney && money}
      </CardGrid>
      <TaskList tasks={facts.tasks} />
      {!hasMoney && <CardGrid>{money}</CardGrid>}
      {facts.clock?.kind === 'waiting' && facts.sponsorship && <Waiting />}
      <SafetyCard facts={facts} />
      <Link onPress={() => go({ area: 'today', screen: 'changes' })}>{t('today.changes.all')}</Link>
    </>
  )
}

/** "Month 4 of 12 · support ends 26 Sep", or what there is to say before. */
function Standing({ facts }: { readonly facts: TodayFacts }) {
  const { t, date } = useWords()
  const { sponsorship, clock } = facts
  if (!sponsorship || !clock) return t('today.standing.none')
  const name = sponsorship.codeName || t('today.household')
  switch (clock.kind) {
    case 'waiting':
      return t('today.standing.waiting', { name })
    case 'before':
      return t(clock.certain ? 'today.standing.before' : 'today.standing.expected', {
        name,
        days: clock.daysLeft,
        date: date(clock.starts),
      })
    case 'during':
      return t('today.standing.during', { name, number: clock.number, of: clock.of, date: date(clock.ends) })
    case 'ended':
      return t('today.standing.ended', { name, date: date(clock.ended) })
  }
}

/** A later arrival has months of its own; while its day is unknown there is nothing to count. */
function LaterArrival({ clock, number }: { readonly clock: SupportToday; readonly number: number }) {
  const { t, date } = useWords()
  if (clock.kind === 'during')
    return (
      <>
        <br />
        {t('today.standing.later', {
          arrival: number,
          number: clock.number,
          of: clock.of,
          date: date(clock.ends),
        })}
      </>
    )
  if (clock.kind === 'before')
    return (
      <>
        <br />
        {t('today.standing.later-before', { arrival: number, date: date(clock.starts) })}
      </>
    )
  return null
}
