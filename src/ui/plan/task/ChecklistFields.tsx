/** A task's checklist: ticked, written, put in order; Enter in one line begins the next. */
import { useLayoutEffect, useRef } from 'react'
import type { CheckLine } from '#state/commands/tasks.ts'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Task.module.css'

const c = classes(css)
const MOST_LINES = 100

interface ChecklistFieldsProps {
  readonly checks: readonly CheckLine[]
  readonly onChange: (checks: readonly CheckLine[]) => void
}

export function ChecklistFields({ checks, onChange }: ChecklistFieldsProps) {
  const { t } = useWords()
  const box = useRef<HTMLFieldSetElement>(null)
  const set = (at: number, change: Partial<CheckLine>) =>
    onChange(checks.map((each, i) => (i === at ? { ...each, ...change } : each)))
  // Before the next key arrives: who types on after Enter writes into the new line.
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    box.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')[wanted.current]?.focus()
    wanted.current = null
  })
  const addAfter = (at: number) => {
    if (checks.length >= MOST_LINES) return
    wanted.current = at + 1
    onChange([...checks.slice(0, at + 1), { id: null, text: '', done: false }, ...checks.slice(at + 1)])
  }
  const swap = (at: number, other: number) => {
    const next = [...checks]
    const [a, b] = [next[at], next[other]]
    if (!a || !b) return
    next[at] = b
    next[other] = a
    onChange(next)
  }
  return (
    <fieldset ref={box} className={c('checklist')}>
      <legend className={c('legend')}>{t('plan.task.checklist')}</legend>
      {checks.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new line has no id, and what is typed is in the draft
        <div key={i} className={c('check')}>
          <Checkbox
            label={t('plan.check.done', { text: each.text || String(i + 1) })}
            labelHidden
            checked={each.done}
            onChange={done => set(i, { done })}
          />
          <TextField
            label={t('plan.check.item', { number: i + 1 })}
            labelHidden
            width="wide"
            value={each.text}
            maxLength={200}
            onChange={text => set(i, { text })}
            onKeyDown={event => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              addAfter(i)
            }}
          />
          <IconButton
            icon="up"
            label={t('plan.check.up', { text: each.text || String(i + 1) })}
            disabled={i === 0}
            onPress={() => swap(i, i - 1)}
          />
          <IconButton
            icon="down"
            label={t('plan.check.down', { text: each.text || String(i + 1) })}
            disabled={i === checks.length - 1}
            onPress={() => swap(i, i + 1)}
          />
          <IconButton
            icon="close"
            label={t('plan.check.remove', { text: each.text || String(i + 1) })}
            onPress={() => onChange(checks.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <div>
        <Button kind="quiet" size="small" icon="add" onPress={() => addAfter(checks.length - 1)}>
          {t('plan.check.add')}
        </Button>
      </div>
    </fieldset>
  )
}
