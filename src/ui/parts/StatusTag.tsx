/** How far a figure can be trusted, and other short states. A word with a mark; colour only helps. */
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import css from './StatusTag.module.css'

const c = classes(css)

export type FigureStatus = 'checked' | 'second-hand' | 'calculated' | 'to-check'
export type TagTone = 'neutral' | 'ok' | 'warn' | 'danger' | 'info'

const FIGURE_TONES: Readonly<Record<FigureStatus, TagTone>> = {
  checked: 'ok',
  'second-hand': 'info',
  calculated: 'neutral',
  'to-check': 'warn',
}

/** The status of an official figure. */
export function StatusTag({ status }: { readonly status: FigureStatus }) {
  const { t } = useWords()
  return (
    <Tag tone={FIGURE_TONES[status]} icon={status}>
      {t(`common.figure.${status}`)}
    </Tag>
  )
}

interface TagProps {
  readonly tone?: TagTone
  readonly icon?: IconName
  readonly children: ReactNode
}

/** Any other short state: New, Matches, Overdue. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className={c('tag', tone)}>
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </span>
  )
}
