/** Typing narrows a list: payees, categories, towns. With `onCreate` what is typed may also be new. */
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import css from './ComboBox.module.css'
import { classes } from './classes.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'
import { Icon } from './Icon.tsx'

const c = classes(css)

export interface ComboItem {
  readonly id: string
  readonly label: string
  /** A second, quieter line. */
  readonly note?: string
}

interface ComboBoxProps extends FieldFrame {
  readonly items: readonly ComboItem[]
  /** The id of the chosen item, or null. */
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** The text itself, for fields where an own text is an answer too. */
  readonly text?: string
  readonly onTextChange?: (text: string) => void
  readonly placeholder?: string
  readonly disabled?: boolean
}

export function ComboBox({
  items,
  value,
  onChange,
  text,
  onTextChange,
  placeholder,
  disabled = false,
  ...frame
}: ComboBoxProps) {
  const { t } = useWords()
  return (
    <Field {...frame}>
      {({ id, autoComplete, spellCheck, 'aria-describedby': describedBy }) => (
        <AriaComboBox
          aria-label={frame.label}
          defaultItems={items}
          value={value}
          onChange={key => onChange(key === null ? null : String(key))}
          {...(text === undefined ? {} : { inputValue: text })}
          {...(onTextChange ? { onInputChange: onTextChange } : {})}
          allowsCustomValue={onTextChange !== undefined}
          isDisabled={disabled}
          isInvalid={Boolean(frame.error)}
          menuTrigger="focus"
        >
          <div className={c('box')}>
            <Input
              id={id}
              {...(describedBy ? { 'aria-describedby': describedBy } : {})}
              aria-required={!frame.optional}
              autoComplete={autoComplete}
              spellCheck={spellCheck}
              className={`${controlClass()} ${c('input')}`}
              {...(placeholder ? { placeholder } : {})}
            />
            <Button className={c('open')} aria-label={t('common.combo.show-list')}>
              <Icon name="chevron-down" size={18} />
            </Button>
          </div>
          <Popover className={c('popover')} offset={4}>
            <ListBox
              className={c('list')}
              renderEmptyState={() => <p className={c('none')}>{t('common.combo.none')}</p>}
            >
              {(item: ComboItem) => (
                <ListBoxItem id={item.id} textValue={item.label} className={c('item')}>
                  <span>{item.label}</span>
                  {item.note && <span className={c('note')}>{item.note}</span>}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </AriaComboBox>
      )}
    </Field>
  )
}
