/**
 * Cards in columns by how far each is. What moves a card is a button or its menu, so that nothing needs dragging;
 * dragging works too.
 */
import { Children, type DragEvent, type ReactNode, useCallback, useEffect, useRef } from 'react'
import css from './Board.module.css'
import { classes } from './classes.ts'
import { Link } from './Link.tsx'

const c = classes(css)

interface BoardProps {
  /** Three side by side, or as many as there is room for, the others beneath. */
  readonly columns: 'three' | 'many'
  readonly children: ReactNode
}

export const Board = ({ columns, children }: BoardProps) => (
  <div className={c('board', columns === 'three' && 'three')}>{children}</div>
)

interface BoardColumnProps {
  readonly id: string
  readonly title: string
  /** In the place of cards while there are none. */
  readonly none: string
  /** A card was let go here. Left out: cards come here by themselves. */
  readonly onDropped?: (card: string) => void
  /** Under the cards: the way to those that are not shown. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

export function BoardColumn({ id, title, none, onDropped, more, children }: BoardColumnProps) {
  const headId = `board-${id}`
  const drop = onDropped && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      onDropped(event.dataTransfer.getData('text/plain'))
    },
  }
  return (
    <section className={c('column')} aria-labelledby={headId} {...drop}>
      <h2 id={headId} className={c('head')}>
        {title}
      </h2>
      {Children.count(children) === 0 ? (
        <p className={c('none')}>{none}</p>
      ) : (
        <ul className={c('cards')}>{children}</ul>
      )}
      {more}
    </section>
  )
}

interface BoardCardProps {
  readonly id: string
  readonly name: string
  readonly onOpen: () => void
  /** At the start of the last line: when it is due, what it costs. */
  readonly foot?: ReactNode
  readonly buttons: ReactNode
  readonly children: ReactNode
}

export function BoardCard({ id, name, onOpen, foot, buttons, children }: BoardCardProps) {
  return (
    <li className={c('card')} draggable onDragStart={event => event.dataTransfer.setData('text/plain', id)}>
      <span data-card={id}>
        <Link look="plain" onPress={onOpen}>
          {name}
        </Link>
      </span>
      {children}
      <div className={c('foot')}>
        {foot}
        <span className={c('buttons')}>{buttons}</span>
      </div>
    </li>
  )
}

/** Call it with a card that is about to be moved: the focus goes with it, once `shown` has it elsewhere. */
export function useCardFocus(shown: unknown): (card: string) => void {
  const wanted = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card stands elsewhere once what is shown is another
  useEffect(() => {
    if (wanted.current === null) return
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"] button`)?.focus()
    wanted.current = null
  }, [shown])
  return useCallback(card => {
    wanted.current = card
  }, [])
}
