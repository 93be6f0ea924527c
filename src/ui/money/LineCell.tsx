/** The line of a row: a quiet button that becomes a list to type in, so that a thousand rows stay light. */
import { useEffect, useRef } from 'react'
import { ComboBox } from '../parts/ComboBox.tsx'
import type { ComboItem } from '../parts/ComboShell.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'
import css from './LineCell.module.css'

const c = classes(css)

/** The arrow stays with the last word, also where the name takes two lines. */
function NameAndArrow({ name }: { readonly name: string }) {
  const at = name.lastIndexOf(' ') + 1
  return (
    <span>
      {name.slice(0, at)}
      <span className={c('end')}>
        {name.slice(at)} <Icon name="chevron-down" size={14} />
      </span>
    </span>
  )
}

interface LineCellProps {
  readonly items: readonly ComboItem[]
  readonly line: string | null
  /** Its name where the list does not have it: a retired line. */
  readonly known?: string | null
  readonly payee: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onChange: (line: string | null) => void
  readonly onClose: () => void
}

export function LineCell({
  items,
  line,
  known = null,
  payee,
  isOpen,
  onOpen,
  onChange,
  onClose,
}: LineCellProps) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) frame.current?.querySelector('input')?.focus()
  }, [isOpen])
  if (isOpen)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape puts the button back; the field inside is what is used
      <div
        ref={frame}
        onKeyDown={event => {
          if (event.key === 'Escape') onClose()
        }}
      >
        <ComboBox
          label={t('money.line-of', { payee })}
          labelHidden
          width="wide"
          items={items}
          value={line}
          onChange={id => {
            if (id !== line && id !== null) onChange(id)
          }}
        />
      </div>
    )
  const name = items.find(item => item.id === line)?.label ?? known
  return (
    <button type="button" className={c('button', !name && 'none')} onClick={onOpen}>
      <NameAndArrow name={name ?? t('money.choose-line')} />
    </button>
  )
}
