/** A titled part of a page, on the page's own ground or as a card. */
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import css from './Section.module.css'

const c = classes(css)

interface SectionProps {
  readonly title?: string
  /** The level that the outline of the page asks for. */
  readonly level?: 2 | 3
  readonly intro?: ReactNode
  /** Beside the title: one or two small buttons. */
  readonly actions?: ReactNode
  readonly card?: boolean
  readonly children: ReactNode
}

export function Section({ title, level = 2, intro, actions, card = false, children }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={c('section', card && 'card')} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className={c('head')}>
          {title && (
            <Heading id={id} className={c(card || level === 3 ? 'cardTitle' : 'title')}>
              {title}
            </Heading>
          )}
          {actions && <div className={c('actions')}>{actions}</div>}
        </div>
      )}
      {intro && <div className={c('intro')}>{intro}</div>}
      {children}
    </section>
  )
}

/** A card without a title of its own. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={c('section', 'card')}>{children}</div>
}

/** Cards side by side where there is room. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <div className={c('grid')}>{children}</div>
}

/** Fields or paragraphs under each other, at an even distance. */
export function Stack({
  gap = 'normal',
  children,
}: {
  readonly gap?: 'small' | 'normal' | 'large'
  readonly children: ReactNode
}) {
  return <div className={c('stack', gap)}>{children}</div>
}

/** Buttons or short fields in a line that wraps. */
export function Row({
  align = 'center',
  children,
}: {
  readonly align?: 'center' | 'end' | 'start' | 'between'
  readonly children: ReactNode
}) {
  return <div className={c('line', align)}>{children}</div>
}
