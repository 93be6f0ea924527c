/** While the arrival is unknown: what can be done, not zeros. */

import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './Waiting.module.css'

const c = classes(css)

export function Waiting() {
  const { t } = useWords()
  const { go } = useRouter()
  return (
    <Section title={t('today.waiting')} intro={t('today.waiting.intro')}>
      <ul className={c('list')}>
        <li>{t('today.waiting.funds')}</li>
        <li>{t('today.waiting.checks')}</li>
        <li>{t('today.waiting.budget')}</li>
        <li>{t('today.waiting.people')}</li>
      </ul>
      <Link onPress={() => go({ area: 'settings', screen: 'sponsorship' })}>
        {t('today.waiting.arrival')}
      </Link>
    </Section>
  )
}
