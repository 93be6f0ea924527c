/** What a task is about: entries of money, as far as this laptop can read them. */
import { entry } from '#domain/entry.ts'
import type { Task } from '#domain/task.ts'
import { useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Task.module.css'

const c = classes(css)

interface TaskLinksProps {
  readonly links: Task['links']
  readonly onChange: (links: Task['links']) => void
}

export function TaskLinks({ links, onChange }: TaskLinksProps) {
  const { t, date } = useWords()
  const { go } = useRouter()
  const entries = useLive(live => live.records(entry))
  return (
    <fieldset className={c('checklist')}>
      <legend className={c('legend')}>{t('plan.task.links')}</legend>
      {links.map(link => {
        const known = link.kind === 'entry' ? entries.find(each => each.id === link.id) : undefined
        return (
          <div key={`${link.kind} ${link.id}`} className={c('link')}>
            {known ? (
              <Link onPress={() => go({ area: 'money', screen: 'entry', id: known.id })}>
                {known.payee || t('plan.link.entry')} · {date(known.date)} ·{' '}
                <Amount cents={known.money.cents} />
              </Link>
            ) : (
              <span className={c('small')}>{t('plan.link.not-here')}</span>
            )}
            <Button
              kind="quiet"
              size="small"
              icon="close"
              onPress={() => onChange(links.filter(each => each !== link))}
            >
              {t('plan.link.remove')}
            </Button>
          </div>
        )
      })}
    </fieldset>
  )
}
