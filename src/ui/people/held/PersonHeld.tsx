/** A person's right to see what is held about them: one button to a copy of all of it. */
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import type { PersonPartProps } from '../household/PersonScreen.tsx'
import { HeldDialog } from './HeldDialog.tsx'

export function PersonHeld({ person }: PersonPartProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section card title={t('papers.held.section-title')}>
      <p>{t('papers.held.section-text')}</p>
      <div>
        <Button icon="book" onPress={() => setOpen(true)}>
          {t('papers.held.button')}
        </Button>
      </div>
      {isOpen && <HeldDialog person={person} onClose={() => setOpen(false)} />}
    </Section>
  )
}
