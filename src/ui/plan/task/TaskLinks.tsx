/** What a task is about: entries, homes, papers, agreements, as far as this laptop can read them. */
import { consent, consentPlace } from '#domain/consent.ts'
import { personDocument } from '#domain/document.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Task } from '#domain/task.ts'
import { useLive } from '../../group-context.tsx'
import { useHomeWords } from '../../housing/use-home-words.ts'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { useDocumentWords } from '../../people/papers/use-document-words.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Task.module.css'

const c = classes(css)

interface TaskLinksProps {
  readonly links: Task['links']
  readonly onChange: (links: Task['links']) => void
}

export function TaskLinks({ links, onChange }: TaskLinksProps) {
  const { t } = useWords()
  return (
    <fieldset className={c('checklist')}>
      <legend className={c('legend')}>{t('plan.task.links')}</legend>
      {links.map(link => (
        <div key={`${link.kind} ${link.id}`} className={c('link')}>
          <LinkedTo link={link} />
          <Button
            kind="quiet"
            size="small"
            icon="close"
            onPress={() => onChange(links.filter(each => each !== link))}
          >
            {t('plan.link.remove')}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}

function LinkedTo({ link }: { readonly link: Task['links'][number] }) {
  const { t } = useWords()
  switch (link.kind) {
    case 'entry':
      return <LinkedEntry id={link.id} />
    case 'home':
      return <LinkedHome id={link.id} />
    case 'document':
      return <LinkedDocument id={link.id} />
    case 'consent':
      return <LinkedConsent id={link.id} />
    default:
      return <span className={c('small')}>{t('plan.link.not-here')}</span>
  }
}

function LinkedEntry({ id }: { readonly id: RecordId }) {
  const { t, date } = useWords()
  const { go } = useRouter()
  const known = useLive(live => live.get(entry, id))
  if (!known) return <span className={c('small')}>{t('plan.link.not-here')}</span>
  return (
    <Link onPress={() => go({ area: 'money', screen: 'entry', id })}>
      {known.payee || t('plan.link.entry')} · {date(known.date)} · <Amount cents={known.money.cents} />
    </Link>
  )
}

function LinkedHome({ id }: { readonly id: RecordId }) {
  const { t } = useWords()
  const { go } = useRouter()
  const { title } = useHomeWords()
  const known = useLive(live => live.get(home, id))
  if (!known) return <span className={c('small')}>{t('plan.link.not-here')}</span>
  return <Link onPress={() => go({ area: 'housing', screen: 'home', id })}>{title(known)}</Link>
}

/** Which paper it is only those read who read Care. */
function LinkedDocument({ id }: { readonly id: RecordId }) {
  const { t } = useWords()
  const { go } = useRouter()
  const words = useDocumentWords()
  const known = useLive(live => live.get(personDocument, id))
  const [whose] = known?.people ?? []
  if (!known || whose === undefined) return <span className={c('small')}>{t('plan.link.in-care')}</span>
  return <Link onPress={() => go({ area: 'people', screen: 'person', id: whose })}>{words.name(known)}</Link>
}

/** A consent that was taken back, or one of the places where it was used. */
function LinkedConsent({ id }: { readonly id: RecordId }) {
  const { t } = useWords()
  const { go } = useRouter()
  const place = useLive(live => live.get(consentPlace, id))
  const known = useLive(live => live.get(consent, place?.consent ?? id))
  if (!known) return <span className={c('small')}>{t('plan.link.in-care')}</span>
  return (
    <Link onPress={() => go({ area: 'people', screen: 'person', id: known.person })}>
      {place?.place || t(`papers.consent.subject.${known.subject}`)}
    </Link>
  )
}
