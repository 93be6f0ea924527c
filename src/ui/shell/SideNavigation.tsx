/** The areas: with words beside icons where there is room, a rail, or a row on top of a narrow window. */
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Lantern } from './Lantern.tsx'
import type { NavigationItem } from './navigation.ts'
import css from './SideNavigation.module.css'
import { useRoute, useRouter } from './use-router.ts'

const c = classes(css)

export function SideNavigation({ items }: { readonly items: readonly NavigationItem[] }) {
  const { t } = useWords()
  const { area } = useRoute()
  const { go } = useRouter()
  return (
    <nav className={c('nav')} aria-label={t('common.shell.navigation')}>
      <p className={c('brand')}>
        <Lantern />
        <span className={c('name')}>{t('common.app-name')}</span>
      </p>
      <ul className={c('list')}>
        {items.map(item => (
          <li key={item.area}>
            <button
              type="button"
              className={c('item', item.area === area && 'current')}
              aria-current={item.area === area ? 'page' : undefined}
              onClick={() => go({ area: item.area })}
            >
              <Icon name={item.icon} size={21} />
              <span className={c('label')}>{t(item.labelId)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
