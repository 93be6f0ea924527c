/** What is to be done, most pressing first. The first is the screen's one button; the others are quiet lines. */
import type { TodayTask } from '#state/today-facts.ts'
import { useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './TaskList.module.css'

const c = classes(css)

export function TaskList({ tasks }: { readonly tasks: readonly TodayTask[] }) {
  const { t } = useWords()
  const [next, ...rest] = tasks
  if (!next)
    return (
      <p className={c('allDone')}>
        <Icon name="check" size={20} /> {t('today.all-done')}
      </p>
    )
  return (
    <Section title={t('today.to-do')}>
      <div className={c('next')}>
        <TaskLine task={next} primary />
      </div>
      {rest.length > 0 && (
        <ul className={c('rest')}>
          {rest.map(task => (
            <li key={keyOf(task)}>
              <TaskLine task={task} primary={false} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function TaskLine({ task, primary }: { readonly task: TodayTask; readonly primary: boolean }) {
  const { t } = useWords()
  const { title, detail, action } = useTaskWords(task)
  const run = useTaskAction(task)
  return (
    <div className={c('task')}>
      <span className={c('icon', task.kind === 'short-month' && 'warn')}>
        <Icon name={ICONS[task.kind]} size={20} />
      </span>
      <div className={c('words')}>
        <p className={c('title')}>{title}</p>
        <p className={c('detail')}>{detail}</p>
      </div>
      <Button
        kind={primary ? 'primary' : 'secondary'}
        {...(primary ? {} : { size: 'small' as const })}
        onPress={run}
      >
        {t(action)}
      </Button>
    </div>
  )
}

const ICONS: Readonly<Record<TodayTask['kind'], IconName>> = {
  'finish-set-up': 'settings',
  'prove-recovery': 'key',
  'first-import': 'import',
  'import-again': 'import',
  unsorted: 'money',
  decisions: 'info',
  coming: 'repeat',
  'short-month': 'warn',
  receipts: 'receipt',
  figures: 'info',
  'month-13': 'plan',
  prepaid: 'money',
  'minimum-missing': 'info',
  'turns-18': 'info',
  'statement-differs': 'warn',
  'member-checks': 'people',
  'sealed-copy': 'save',
}

const keyOf = (task: TodayTask): string =>
  task.kind === 'short-month'
    ? `${task.kind} ${task.month}`
    : task.kind === 'turns-18'
      ? `${task.kind} ${task.who}`
      : task.kind === 'statement-differs'
        ? `${task.kind} ${task.cents}`
        : task.kind

function useTaskWords(task: TodayTask): { title: string; detail: string; action: string } {
  const { t, list, money, month } = useWords()
  switch (task.kind) {
    case 'finish-set-up':
      return {
        title: t('today.task.finish-set-up'),
        detail: t('today.task.finish-set-up.detail'),
        action: 'today.action.go-on',
      }
    case 'prove-recovery':
      return {
        title: t('today.task.prove-recovery'),
        detail: t('today.task.prove-recovery.detail'),
        action: 'today.action.prove',
      }
    case 'first-import':
      return {
        title: t('today.task.first-import'),
        detail: t('today.task.first-import.detail'),
        action: 'today.action.import',
      }
    case 'import-again':
      return {
        title: t('today.task.import-again', { days: task.days }),
        detail: t('today.task.import-again.detail'),
        action: 'today.action.import',
      }
    case 'unsorted':
      return {
        title: t('today.task.unsorted', { count: task.count }),
        detail: t('today.task.unsorted.detail', { amount: money(task.cents) }),
        action: 'today.action.sort',
      }
    case 'decisions':
      return {
        title: t('today.task.decisions', { count: task.count }),
        detail: t('today.task.decisions.detail'),
        action: 'today.action.look',
      }
    case 'coming':
      return {
        title: t(task.missed > 0 ? 'today.task.missed' : 'today.task.due', {
          count: task.missed || task.due,
        }),
        detail:
          task.missed > 0 && task.due > 0
            ? t('today.task.missed.detail', { count: task.due, amount: money(task.cents) })
            : t('today.task.due.detail', { amount: money(task.cents) }),
        action: 'today.action.look',
      }
    case 'short-month':
      return {
        title: t('today.task.short-month', { month: month(task.month) }),
        detail: t('today.task.short-month.detail', { amount: money(task.cents) }),
        action: 'today.action.look',
      }
    case 'receipts':
      return {
        title: t('today.task.receipts', { count: task.count }),
        detail: t('today.task.receipts.detail'),
        action: 'today.action.look',
      }
    case 'figures':
      return {
        title: t('today.task.figures', { count: task.count }),
        detail: t('today.task.figures.detail'),
        action: 'today.action.look',
      }
    case 'month-13':
      return {
        title: t('today.task.month-13'),
        detail: t('today.task.month-13.detail'),
        action: 'today.action.look',
      }
    case 'prepaid':
      return {
        title: t('today.task.prepaid'),
        detail: t('today.task.prepaid.detail', { amount: money(task.cents) }),
        action: 'today.action.look',
      }
    case 'minimum-missing':
      return {
        title: t('today.task.minimum-missing'),
        detail: t('today.task.minimum-missing.detail'),
        action: 'today.action.enter',
      }
    case 'turns-18':
      return {
        title: t('today.task.turns-18', { who: task.who, month: month(task.month) }),
        detail: t('today.task.turns-18.detail', { who: task.who }),
        action: 'today.action.enter',
      }
    case 'statement-differs':
      return {
        title: t('today.task.statement-differs', { amount: money(task.cents) }),
        detail: t('today.task.statement-differs.detail'),
        action: 'today.action.look',
      }
    case 'member-checks':
      return {
        title: t('today.task.member-checks', { count: task.who.length, who: list(task.who) }),
        detail: t('today.task.member-checks.detail'),
        action: 'today.action.look',
      }
    case 'sealed-copy':
      return {
        title: t('today.task.sealed-copy'),
        detail:
          task.days === null
            ? t('today.task.sealed-copy.never')
            : t('today.task.sealed-copy.days', { days: task.days }),
        action: 'today.action.copy',
      }
  }
}

function useTaskAction(task: TodayTask): () => void {
  const { go } = useRouter()
  const { session } = useServices()
  return () => {
    switch (task.kind) {
      case 'finish-set-up':
        return session.setState({ setUpStep: task.step })
      case 'prove-recovery':
      case 'sealed-copy':
        return go({ area: 'settings', screen: 'safety' })
      case 'first-import':
      case 'import-again':
        return go({ area: 'money', screen: 'import' })
      case 'unsorted':
        return go({ area: 'money', screen: 'entries', id: 'unsorted' })
      case 'receipts':
        return go({ area: 'money', screen: 'entries', id: 'receipts-missing' })
      case 'decisions':
        return go({ area: 'money', screen: 'decisions' })
      case 'coming':
        return go({ area: 'money', screen: 'coming' })
      case 'short-month':
      case 'minimum-missing':
      case 'turns-18':
        return go({ area: 'money', screen: 'support' })
      case 'month-13':
        return go({ area: 'plan', screen: 'month-13' })
      case 'figures':
      case 'prepaid':
        return go({ area: 'money', screen: 'budget' })
      case 'member-checks':
        return go({ area: 'people', screen: 'members' })
      case 'statement-differs':
        return go({ area: 'money', screen: 'accounts' })
    }
  }
}
