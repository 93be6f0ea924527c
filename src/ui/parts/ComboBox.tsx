/** Typing narrows a list: payees, categories, towns. With `onCreate` what is typed may also be new. */
import { ComboBox as AriaComboBox } from 'react-aria-components'
import { ComboInput, type ComboItem, ComboLine, ComboList } from './ComboShell.tsx'
import { Field, type FieldFrame } from './Field.tsx'

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
  return (
    <Field {...frame}>
      {control => (
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
          <ComboInput
            control={control}
            icon="chevron-down"
            required={!frame.optional}
            placeholder={placeholder}
          />
          <ComboList>{(item: ComboItem) => <ComboLine item={item} />}</ComboList>
        </AriaComboBox>
      )}
    </Field>
  )
}
