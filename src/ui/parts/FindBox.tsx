/**
 * Typing finds among thousands; what is chosen is taken at once and the field stands empty for the next. The list is made
 * outside, of the few that fit, in groups: nothing is drawn of what was not asked for.
 */
import { useEffect, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import css from './ComboBox.module.css'
import type { ComboItem } from './ComboBox.tsx'
import { classes } from './classes.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'
import { Icon } from './Icon.tsx'

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
  const { t } = useWords()
  const [text, setText] = useState('')
  /** For one drawing only: the list closes on a value that is new, and would open again on a text that is. */
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    if (chosen !== null) setChosen(null)
  }, [chosen])
  return (
    <Field {...frame}>
      {({ id, autoComplete, spellCheck, 'aria-describedby': describedBy }) => (
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
          <div className={c('box')}>
            <Input
              id={id}
              {...(describedBy ? { 'aria-describedby': describedBy } : {})}
              autoComplete={autoComplete}
              spellCheck={spellCheck}
              className={`${controlClass()} ${c('input')}`}
              {...(placeholder ? { placeholder } : {})}
            />
            <Button className={c('open')} aria-label={t('common.combo.show-list')}>
              <Icon name="search" size={18} />
            </Button>
          </div>
          <Popover className={c('popover')} offset={4}>
            <ListBox
              className={c('list')}
              renderEmptyState={() => <p className={c('none')}>{t('common.combo.none')}</p>}
            >
              {(group: FindGroup) => (
                <ListBoxSection id={group.id}>
                  <Header className={c('group')}>{group.label}</Header>
                  <Collection items={group.items}>
                    {item => (
                      <ListBoxItem id={item.id} textValue={item.label} className={c('item')}>
                        <span>{item.label}</span>
                        {item.note && <span className={c('note')}>{item.note}</span>}
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Popover>
        </AriaComboBox>
      )}
    </Field>
  )
}
