/** What a task is about: what is linked, as far as this laptop can read it, and a field that finds more to link. */
import type { Task } from '#domain/task.ts'
import { isSameLink, type TaskLink } from '#domain/task-link.ts'
import { useCanRead } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { FindBox } from '../../parts/FindBox.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Link } from '../../parts/Link.tsx'
import type { Route } from '../../shell/router.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Links.module.css'
import { linkOfChoice, useFindLinks } from './use-find-links.ts'
import { LINK_ICONS, useLinkWords } from './use-link-words.ts'

const c = classes(css)
const MOST_LINKS = 50

interface TaskLinksProps {
  readonly links: Task['links']
  readonly onChange: (links: Task['links']) => void
  /** Opens what is linked: whoever holds the form asks first whether what was typed may go. */
  readonly onGo: (route: Route) => void
}

export function TaskLinks({ links, onChange, onGo }: TaskLinksProps) {
  const { t } = useWords()
  const readsMoney = useCanRead('money')
  const readsCare = useCanRead('care')
  const find = useFindLinks(links)
  const choose = (id: string) => {
    const link = linkOfChoice(id)
    if (link && !links.some(each => isSameLink(each, link))) onChange([...links, link])
  }
  return (
    <fieldset className={c('links')}>
      <legend className={c('legend')}>{t('plan.task.links')}</legend>
      {links.length > 0 && (
        <ul className={c('list')}>
          {links.map(link => (
            <LinkRow
              key={`${link.kind} ${link.id}`}
              link={link}
              onGo={onGo}
              onRemove={() => onChange(links.filter(each => !isSameLink(each, link)))}
            />
          ))}
        </ul>
      )}
      {links.length < MOST_LINKS && (
        <FindBox
          label={t('plan.link.add')}
          hint={t(readsMoney && readsCare ? 'plan.link.add-hint' : 'plan.link.add-hint-part')}
          width="wide"
          find={find}
          onChoose={choose}
        />
      )}
    </fieldset>
  )
}

interface LinkRowProps extends Pick<TaskLinksProps, 'onGo'> {
  readonly link: TaskLink
  readonly onRemove: () => void
}

function LinkRow({ link, onGo, onRemove }: LinkRowProps) {
  const { t } = useWords()
  const said = useLinkWords()(link)
  return (
    <li className={c('row')}>
      <Icon name={LINK_ICONS[link.kind]} size={18} label={t(`plan.link.kind.${link.kind}`)} />
      <span className={c('words')}>
        {said.kind === 'here' ? (
          <>
            <Link onPress={() => onGo(said.route)}>{said.text}</Link>
            {said.note !== '' && <span className={c('note')}>{said.note}</span>}
          </>
        ) : (
          <span className={c('note')}>{said.text}</span>
        )}
      </span>
      <IconButton icon="close" label={t('plan.link.remove', { what: said.text })} onPress={onRemove} />
    </li>
  )
}
