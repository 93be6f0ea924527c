/**
 * Typing finds among thousands; what is chosen is taken at once and the field stands empty for the next. The list is made
 * outside, of the few that fit, in groups: nothing is drawn of what was not asked for.
 */
import { useEffect, useState } from 'react'
import { ComboBox as AriaComboBox, Collection, Header, ListBoxSection } from 'react-aria-components'
import css from './ComboBox.module.css'
import { ComboInput, type ComboItem, ComboLine, ComboList } from './ComboShell.tsx'
import { classes } from './classes.ts'
import { Field, type FieldFrame } from './Field.tsx'

const c = classes(css)

export interface FindGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly ComboItem[]
}

interface FindBoxProps extends FieldFrame {
  /** Groups with nothing in them are left out. */
  readonly find: (text: string) => readonly FindGroup[]
  readonly onChoose: (id: string) => void
  readonly placeholder?: string
}

export function FindBox({ find, onChoose, placeholder, ...frame }: FindBoxProps) {
  const [text, setText] = useState('')
  /** For one drawing only: the list closes on a value that is new, and would open again on a text that is. */
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    if (chosen !== null) setChosen(null)
  }, [chosen])
  return (
    <Field {...frame}>
      {control => (
        <AriaComboBox
          aria-label={frame.label}
          items={find(text)}
          value={chosen}
          inputValue={text}
          onInputChange={setText}
          onChange={key => {
            setText('')
            if (key === null) return
            setChosen(String(key))
            onChoose(String(key))
          }}
          allowsEmptyCollection
        >
          <ComboInput control={control} icon="search" placeholder={placeholder} />
          <ComboList>
            {(group: FindGroup) => (
              <ListBoxSection id={group.id}>
                <Header className={c('group')}>{group.label}</Header>
                <Collection items={group.items}>{item => <ComboLine item={item} />}</Collection>
              </ListBoxSection>
            )}
          </ComboList>
        </AriaComboBox>
      )}
    </Field>
  )
}
