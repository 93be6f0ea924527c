/**
 * The recovery sheet as it is printed: alone on the page, nothing of the group on it. It stands beside the app in the
 * document and is shown on paper only.
 */
import { createPortal } from 'react-dom'
import { classes } from '../parts/classes.ts'
import { useWords } from '../words/use-words.ts'
import { paperGroups } from './paper-groups.ts'
import css from './RecoverySheet.module.css'

const c = classes(css)

export function RecoverySheet({ secret }: { readonly secret: string }) {
  const { t } = useWords()
  return createPortal(
    <div className={c('paper')} data-testid="recovery-sheet">
      <p className={c('title')}>{t('setup.sheet.paper-title')}</p>
      <p className={c('warning')}>{t('setup.sheet.paper-warning')}</p>
      <p>{t('setup.sheet.paper-keep')}</p>
      <SecretGroups secret={secret} />
      <p className={c('title2')}>{t('setup.sheet.paper-use')}</p>
      <p>{t('setup.sheet.paper-use-text')}</p>
      <p>{t('setup.sheet.paper-age')}</p>
      <p className={c('lines')}>
        <span>{t('setup.sheet.paper-date')}</span>
        <span>{t('setup.sheet.paper-first')}</span>
        <span>{t('setup.sheet.paper-second')}</span>
      </p>
    </div>,
    document.body,
  )
}

/** The secret in groups; on screen it is read or copied by hand. */
export function SecretGroups({ secret }: { readonly secret: string }) {
  const { t } = useWords()
  const { beginning, groups, last } = paperGroups(secret)
  return (
    <div className={c('secret')} data-testid="secret">
      <p className={c('beginning')} data-secret="">
        {beginning}
      </p>
      <p className={c('groups')} data-secret="">
        {groups.map((group, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same five characters may come twice
          <span key={i}>{group}</span>
        ))}
      </p>
      <p className={c('caption')}>{t('setup.sheet.last-line')}</p>
      <p className={c('groups', 'last')} data-secret="" data-testid="last-line">
        {last.map((group, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={i}>{group}</span>
        ))}
      </p>
    </div>
  )
}
