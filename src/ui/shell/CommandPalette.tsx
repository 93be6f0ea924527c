/**
 * Ctrl+K: one field over everything – what can be done, and what is kept. The focus stays in the field; the arrow
 * keys move through the list. The query is forgotten when it closes.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from '../parts/classes.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { VisuallyHidden } from '../parts/VisuallyHidden.tsx'
import { useWords } from '../words/use-words.ts'
import css from './CommandPalette.module.css'
import { matchCommands } from './match-commands.ts'

const c = classes(css)

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly icon?: IconName
  readonly keys?: string
  readonly run: () => void
}

interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly commands: readonly PaletteEntry[]
  /** Records that match what is typed, best first; called for every letter. */
  readonly find: (query: string) => readonly PaletteEntry[]
}

export function CommandPalette(props: CommandPaletteProps) {
  const { t } = useWords()
  return (
    <ModalOverlay
      className={c('veil')}
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={open => !open && props.onClose()}
    >
      <Modal className={c('modal')}>
        <AriaDialog className={c('dialog')} aria-label={t('common.palette.title')}>
          <Palette {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Palette({ onClose, commands, find }: CommandPaletteProps) {
  const { t } = useWords()
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = query.trim() === '' ? [] : find(query.trim())
  const matching = matchCommands(commands, query)
  const entries = [...found, ...matching]
  const at = Math.min(active, entries.length - 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row in view follows the active one
  useEffect(() => {
    // In braces: newer browsers return a promise from it, which React would call as a clean-up.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, entries.length))
    else if (event.key === 'ArrowUp') setActive((at - 1 + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter') run(entries[at])
    else return
    event.preventDefault()
  }
  const group = (label: string, items: readonly PaletteEntry[], offset: number) =>
    items.length > 0 && (
      // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
      <div role="group" aria-label={label}>
        <p className={c('groupTitle')} aria-hidden="true">
          {label}
        </p>
        {items.map((entry, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are answered by the field that has the focus
          <div
            key={entry.id}
            id={`${id}-${offset + i}`}
            role="option"
            tabIndex={-1}
            aria-selected={offset + i === at}
            className={c('entry')}
            onPointerMove={() => setActive(offset + i)}
            onClick={() => run(entry)}
          >
            {entry.icon && <Icon name={entry.icon} className={c('icon')} />}
            <span className={c('label')}>
              {entry.label}
              {entry.note && <span className={c('note')}>{entry.note}</span>}
            </span>
            {entry.keys && <Kbd keys={entry.keys} />}
          </div>
        ))}
      </div>
    )
  return (
    <>
      <div className={c('field')}>
        <Icon name="search" className={c('icon')} />
        <input
          className={c('input')}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t('common.palette.title')}
          aria-describedby={`${id}-help`}
          placeholder={t('common.palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the palette is its field
          autoFocus
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={t('common.palette.title')}
        className={c('list')}
      >
        {group(t('common.palette.found'), found, 0)}
        {group(t('common.palette.commands'), matching, found.length)}
      </div>
      {entries.length === 0 && (
        <p className={c('none')}>{t('common.palette.none', { query: query.trim() })}</p>
      )}
      <p className={c('help')} id={`${id}-help`}>
        {t('common.palette.help')}
      </p>
      <VisuallyHidden>
        <span role="status">{t('common.palette.count', { count: entries.length })}</span>
      </VisuallyHidden>
    </>
  )
}
