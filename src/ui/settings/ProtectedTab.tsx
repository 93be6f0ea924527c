/** What is protected and what is not, in plain sentences that the code keeps. */
import { useServices } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { Notice } from '../parts/Notice.tsx'
import { CardGrid, Section, Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import css from './ProtectedTab.module.css'

const c = classes(css)

const YES = ['stolen', 'network', 'changed', 'paper', 'copies'] as const
const NO = ['weak', 'unlocked', 'exports', 'forget', 'visible'] as const

export function ProtectedTab() {
  const { t } = useWords()
  const { actions } = useServices()
  return (
    <Stack>
      {actions.durability === 'browser' && <Notice kind="warn">{t('setup.welcome.browser')}</Notice>}
      <CardGrid>
        <Section card title={t('settings.protected')}>
          <ul className={c('list')}>
            {YES.map(each => (
              <li key={each} className={c('item', 'yes')}>
                <Icon name="shield" />
                <span>{t(`settings.protected-yes.${each}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section card title={t('settings.not-protected')}>
          <ul className={c('list')}>
            {NO.map(each => (
              <li key={each} className={c('item', 'no')}>
                <Icon name="warn" />
                <span>{t(`settings.protected-no.${each}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      </CardGrid>
    </Stack>
  )
}
