/** Doctors and others of health: who they are tells of somebody's health, so they are Care's alone, and covered. */
import { useState } from 'react'
import { type HealthContact, healthContact } from '#domain/contact.ts'
import { useCanRead, useLive } from '../../group-context.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { CoverButton } from '../CoverButton.tsx'
import { useCover } from '../use-cover.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { ContactTable } from './ContactTable.tsx'

export function HealthContacts() {
  const { t, compare } = useWords()
  const hasCare = useCanRead('care')
  const all = useLive(live => live.records(healthContact))
  const { isShown, toggle } = useCover()
  const [open, setOpen] = useState<HealthContact | null>(null)
  const rows = all.toSorted((a, b) => compare(a.name || a.organization, b.name || b.organization))
  return (
    <Section
      title={t('people.health')}
      {...(hasCare ? { intro: t('people.health.intro') } : {})}
      {...(hasCare && rows.length > 0
        ? { actions: <CoverButton isShown={isShown} onToggle={toggle} /> }
        : {})}
    >
      {!hasCare ? (
        <p>{t('people.health.elsewhere')}</p>
      ) : rows.length === 0 ? (
        <p>{t('people.health.none')}</p>
      ) : isShown ? (
        <ContactTable caption={t('people.health')} rows={rows} empty="" onOpen={setOpen} />
      ) : (
        <p>{t('people.private.covered')}</p>
      )}
      {open && <ContactDialog known={{ category: 'health', of: open }} onClose={() => setOpen(null)} />}
    </Section>
  )
}
