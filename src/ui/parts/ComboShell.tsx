/** What the boxes that find by typing are made of: the field with its button, the list under it, a line of the list. */
import type { ReactNode } from 'react'
import { Button, Input, ListBox, ListBoxItem, type ListBoxProps, Popover } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import css from './ComboBox.module.css'
import { classes } from './classes.ts'
import { type ControlProps, controlClass } from './Field.tsx'
import { Icon, type IconName } from './Icon.tsx'

const c = classes(css)

export interface ComboItem {
  readonly id: string
  readonly label: string
  /** A second, quieter line. */
  readonly note?: string
}

interface ComboInputProps {
  readonly control: ControlProps
  /** On the button that shows the list. */
  readonly icon: IconName
  /** Left out: it does not say. */
  readonly required?: boolean
  readonly placeholder?: string | undefined
}

export function ComboInput({ control, icon, required, placeholder }: ComboInputProps) {
  const { t } = useWords()
  const { id, autoComplete, spellCheck, 'aria-describedby': describedBy } = control
  return (
    <div className={c('box')}>
      <Input
        id={id}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        {...(required === undefined ? {} : { 'aria-required': required })}
        autoComplete={autoComplete}
        spellCheck={spellCheck}
        className={`${controlClass()} ${c('input')}`}
        {...(placeholder ? { placeholder } : {})}
      />
      <Button className={c('open')} aria-label={t('common.combo.show-list')}>
        <Icon name={icon} size={18} />
      </Button>
    </div>
  )
}

export function ComboList<T extends object>({ children }: Pick<ListBoxProps<T>, 'children'>): ReactNode {
  const { t } = useWords()
  return (
    <Popover className={c('popover')} offset={4}>
      <ListBox
        className={c('list')}
        renderEmptyState={() => <p className={c('none')}>{t('common.combo.none')}</p>}
      >
        {children}
      </ListBox>
    </Popover>
  )
}

export function ComboLine({ item }: { readonly item: ComboItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className={c('item')}>
      <span>{item.label}</span>
      {item.note && <span className={c('note')}>{item.note}</span>}
    </ListBoxItem>
  )
}
