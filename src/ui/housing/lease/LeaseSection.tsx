/** The lease of a home, and the days of it that somebody has to remember; before it is signed, how to write it down. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { type Lease, lease } from '#domain/lease.ts'
import { plannedTasks } from '#state/plan.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Section } from '../../parts/Section.tsx'
import { useTaskWords } from '../../plan/use-task-words.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../Housing.module.css'
import { LeaseDialog } from './LeaseDialog.tsx'

const c = classes(css)

export function LeaseSection({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const known = useLive(live => live.records(lease)).find(each => each.home === home.id)
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      card
      title={t('housing.lease')}
      {...(known
        ? {
            actions: (
              <Menu
                label={t('housing.lease.menu')}
                icon="more"
                entries={[
                  { id: 'edit', label: t('housing.edit'), icon: 'edit', onPress: () => setOpen(true) },
                  {
                    id: 'delete',
                    label: t('housing.do.delete'),
                    icon: 'delete',
                    danger: true,
                    onPress: () => void save(commands.deleteLease(known.id), t('housing.lease.deleted')),
                  },
                ]}
              />
            ),
          }
        : {})}
    >
      {known ? (
        <>
          <LeaseFacts of={known} />
          <KeyDays of={known} />
        </>
      ) : (
        <>
          <p>{t('housing.lease.none')}</p>
          <div>
            <Button icon="add" onPress={() => setOpen(true)}>
              {t('housing.lease.record')}
            </Button>
          </div>
        </>
      )}
      {isOpen && <LeaseDialog home={home} of={known ?? null} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function LeaseFacts({ of }: { readonly of: Lease }) {
  const { t, date } = useWords()
  const { dates, terms, firstMonthCents, guarantor, insurance, noticeDays, atEnd, note } = of
  const amount = (key: string, cents: number | null): readonly KeyValue[] =>
    cents === null || cents === 0 ? [] : [{ key, value: <Amount cents={cents} /> }]
  const said = (key: string, value: string): readonly KeyValue[] => (value === '' ? [] : [{ key, value }])
  return (
    <KeyValueList
      items={[
        {
          key: t('housing.lease.dates'),
          value:
            dates.to === null
              ? t('housing.lease.open-end', { from: date(dates.from) })
              : t('housing.stay.dates', { from: date(dates.from), to: date(dates.to) }),
        },
        {
          key: t('housing.rent'),
          value: <Amount cents={terms.rentCents} />,
          note: t('housing.lease.due-on', { day: terms.dueDay }),
        },
        ...amount(t('housing.lease.first-month'), firstMonthCents),
        ...amount(t('housing.part.deposit'), terms.depositCents),
        ...amount(t('housing.part.last-month'), terms.lastMonthCents),
        {
          key: t('housing.lease.notice'),
          value:
            noticeDays === null
              ? t('housing.not-known')
              : t('housing.lease.notice-days', { count: noticeDays }),
        },
        {
          key: t('housing.lease.at-end'),
          value: t(`housing.lease.at-end.${atEnd === '' ? 'unknown' : atEnd}`),
        },
        ...said(t('housing.lease.guarantor'), guarantor),
        ...said(t('housing.lease.insurer'), insurance.with),
        ...(insurance.paidTo === null
          ? []
          : [{ key: t('housing.lease.insured-to'), value: date(insurance.paidTo) }]),
        ...said(t('housing.note'), note),
      ]}
    />
  )
}

/** Its own tasks, and those that hang on its first day. */
function KeyDays({ of }: { readonly of: Lease }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const { title, due } = useTaskWords()
  const tasks = useLive(live => plannedTasks(live, tools.today())).filter(
    ({ task }) => task.id.startsWith(`${of.id}-`) || (task.due.kind === 'anchor' && task.due.lease === of.id),
  )
  if (tasks.length === 0) return null
  return (
    <ul className={c('days')} aria-label={t('housing.lease.days')}>
      {tasks.map(({ task, when }) => (
        <li key={task.id} className={c('day')}>
          <Link onPress={() => go({ area: 'plan', screen: 'task', id: task.id })}>{title(task)}</Link>
          <span className={c('when')}>{due(when, task).text}</span>
        </li>
      ))}
    </ul>
  )
}
