/**
 * Goes to another screen. It is a button underneath, because screens have no addresses: an href would put an id into
 * the history and the status line.
 */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Link.module.css'

const c = classes(css)

interface LinkProps {
  readonly onPress: () => void
  /** Plain: looks like text until hovered; for names in a table. */
  readonly look?: 'link' | 'plain'
  readonly children: ReactNode
}

export function Link({ onPress, look = 'link', children }: LinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an anchor would need an address
    <button type="button" role="link" className={c('link', look === 'plain' && 'plain')} onClick={onPress}>
      {children}
    </button>
  )
}
