/**
 * Month 13: until when support runs, what the group pays now, what the household will have and pay afterwards, the
 * difference in words, and what is still to be done. Useful from month 9 on; it can be begun earlier.
 */
import { useState } from 'react'
import type { AfterSupportLine } from '#domain/after-support.ts'
import { independenceTasks, type MonthThirteen, monthThirteen } from '#state/month-13.ts'
import { useCanRead, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { NoArrival } from '../arrival/NoArrival.tsx'
import { TaskGroups } from '../list/TaskGroups.tsx'
import { PlanLayout } from '../PlanLayout.tsx'
import { TaskDialog } from '../task/TaskDialog.tsx'
import { useTaskActions } from '../use-task-actions.ts'
import { AfterLineDialog } from './AfterLineDialog.tsx'
import { AfterLines } from './AfterLines.tsx'
import { AfterSums } from './AfterSums.tsx'
import { PaidNow } from './PaidNow.tsx'
import { SheetDialog } from './SheetDialog.tsx'
import { WhomToCall } from './WhomToCall.tsx'

/** A line that is open, or a new one on that side. */
export type OpenLine = AfterSupportLine | 'income' | 'cost'

export function MonthThirteenScreen() {
  const { t, today } = useWords()
  const facts = useLive(live => monthThirteen(live, today()))
  const [isPrinting, setPrinting] = useState(false)
  if (!facts)
    return (
      <PlanLayout screen="month-13" title={t('after.title')} intro={t('after.intro')}>
        <NoArrival />
      </PlanLayout>
    )
  return (
    <PlanLayout
      screen="month-13"
      title={t('after.title')}
      intro={<Standing facts={facts} />}
      actions={
        <Button icon="print" onPress={() => setPrinting(true)}>
          {t('after.print')}
        </Button>
      }
    >
      <Track facts={facts} />
      <Figures facts={facts} />
      <WhomToCall sponsorship={facts.sponsorship.id} />
      <Tasks />
      {isPrinting && <SheetDialog facts={facts} onClose={() => setPrinting(false)} />}
    </PlanLayout>
  )
}

function Standing({ facts: { ends } }: { readonly facts: MonthThirteen }) {
  const { t, date } = useWords()
  return ends === null ? t('after.ends-unknown') : t('after.ends', { date: date(ends, 'long') })
}

function Track({ facts: { begins } }: { readonly facts: MonthThirteen }) {
  const { t, date } = useWords()
  if (begins.hasBegun) return null
  return (
    <Notice>
      {begins.date === null
        ? t('after.track-unknown', { month: begins.month })
        : t('after.track', { month: begins.month, date: date(begins.date, 'long') })}
    </Notice>
  )
}

function Figures({ facts }: { readonly facts: MonthThirteen }) {
  const { t } = useWords()
  const readsMoney = useCanRead('money')
  const [open, setOpen] = useState<OpenLine | null>(null)
  if (!readsMoney)
    return (
      <Section title={t('after.figures')}>
        <p>{t('after.in-money')}</p>
      </Section>
    )
  return (
    <>
      <PaidNow units={facts.units} />
      <AfterLines side="income" facts={facts} onOpen={setOpen} />
      <AfterLines side="cost" facts={facts} onOpen={setOpen} />
      <AfterSums sums={facts.sums} hasLines={facts.lines.length > 0} />
      {open !== null && <AfterLineDialog open={open} facts={facts} onClose={() => setOpen(null)} />}
    </>
  )
}

function Tasks() {
  const { t, today } = useWords()
  const actions = useTaskActions()
  const tasks = useLive(live => independenceTasks(live, today()))
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Section title={t('after.tasks')}>
      {tasks.length === 0 ? (
        <p>{t('after.tasks-none')}</p>
      ) : (
        <TaskGroups tasks={tasks} actions={actions} level={3} opensAll onOpen={setOpen} />
      )}
      {open !== null && <TaskDialog taskId={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
