/** A screen with nothing on it yet teaches: what goes here, the one next action, and a sample to look at. */
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import css from './EmptyState.module.css'
import type { IconName } from './Icon.tsx'
import { Illustration, type IllustrationName } from './Illustration.tsx'
import { Link } from './Link.tsx'

const c = classes(css)

interface EmptyStateProps {
  readonly picture: IllustrationName
  readonly title: string
  readonly children: ReactNode
  readonly action?: { readonly label: string; readonly icon?: IconName; readonly onPress: () => void }
  readonly sample?: { readonly label: string; readonly onPress: () => void }
}

export function EmptyState({ picture, title, children, action, sample }: EmptyStateProps) {
  return (
    <div className={c('empty')}>
      <Illustration name={picture} />
      <h2 className={c('title')}>{title}</h2>
      <div className={c('text')}>{children}</div>
      {action && (
        <Button kind="primary" onPress={action.onPress} {...(action.icon ? { icon: action.icon } : {})}>
          {action.label}
        </Button>
      )}
      {sample && <Link onPress={sample.onPress}>{sample.label}</Link>}
    </div>
  )
}
