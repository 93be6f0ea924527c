/** More to read for those who want it. Opens in place; found by the page's own search, printed open. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Disclosure.module.css'
import { Icon } from './Icon.tsx'

const c = classes(css)

interface DisclosureProps {
  readonly label: ReactNode
  readonly defaultOpen?: boolean
  readonly children: ReactNode
}

export function Disclosure({ label, defaultOpen = false, children }: DisclosureProps) {
  return (
    <details className={c('details')} open={defaultOpen}>
      <summary className={c('summary')}>
        <Icon name="chevron-right" size={18} className={c('arrow')} />
        <span>{label}</span>
      </summary>
      <div className={c('content')}>{children}</div>
    </details>
  )
}
