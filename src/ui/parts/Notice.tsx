/** A sentence the reader must not miss, where it matters. The kind is said by icon and words, not by colour alone. */
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import css from './Notice.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const c = classes(css)

export type NoticeKind = 'info' | 'ok' | 'warn' | 'danger'

const ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  ok: 'ok',
  warn: 'warn',
  danger: 'danger',
}

interface NoticeProps {
  readonly kind?: NoticeKind
  readonly title?: string
  readonly children?: ReactNode
  /** One or two buttons or links. */
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
  /** Read out at once: for what happened just now, never for what stands on the page from the start. */
  readonly announce?: boolean
}

export function Notice({
  kind = 'info',
  title,
  children,
  actions,
  onDismiss,
  announce = false,
}: NoticeProps) {
  const { t } = useWords()
  return (
    <div className={c('notice', kind)} role={announce ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[kind]} className={c('icon')} />
      <div className={c('content')}>
        <VisuallyHidden>{t(`common.notice.${kind}`)} </VisuallyHidden>
        {title && <p className={c('title')}>{title}</p>}
        {children && <div className={c('text')}>{children}</div>}
        {actions && <div className={c('actions')}>{actions}</div>}
      </div>
      {onDismiss && <IconButton icon="close" label={t('common.dismiss')} onPress={onDismiss} />}
    </div>
  )
}
