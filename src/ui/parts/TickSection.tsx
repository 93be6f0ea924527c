/** A section of things to tick, with one tick for all of them; its children are the items of a list. */
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Checkbox } from './Checkbox.tsx'
import { Section, Stack } from './Section.tsx'

interface TickSectionProps {
  readonly title: string
  readonly keys: readonly string[]
  readonly ticked: ReadonlySet<string>
  readonly onTick: (keys: readonly string[], on: boolean) => void
  /** How the list is laid out. */
  readonly list: string
  readonly children: ReactNode
}

export function TickSection({ title, keys, ticked, onTick, list, children }: TickSectionProps) {
  const { t } = useWords()
  const count = keys.filter(key => ticked.has(key)).length
  return (
    <Section level={3} title={title}>
      <Stack gap="small">
        <Checkbox
          label={t('common.tick-all', { chosen: count, count: keys.length })}
          checked={count === keys.length}
          indeterminate={count > 0 && count < keys.length}
          onChange={on => onTick(keys, on)}
        />
        <ul className={list}>{children}</ul>
      </Stack>
    </Section>
  )
}
