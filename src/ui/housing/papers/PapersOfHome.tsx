/** What a home is printed with: a letter that proves the address, and a report of its state on the first day. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { Button } from '../../parts/Button.tsx'
import { Row, Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { ConditionReportDialog } from './ConditionReport.tsx'
import { ProofLetterDialog } from './ProofLetter.tsx'

/** From a temporary stay or a lease on; before that nobody lives there. */
export const hasPapers = ({ use, stage }: Pick<Home, 'use' | 'stage'>): boolean =>
  use === 'temporary' || stage.at === 'lease' || stage.at === 'settled'

export function PapersOfHome({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'letter' | 'condition' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section card title={t('housing.papers')}>
      <Row>
        <Button size="small" icon="print" onPress={() => setOpen('letter')}>
          {t('housing.letter')}
        </Button>
        <Button size="small" icon="print" onPress={() => setOpen('condition')}>
          {t('housing.condition')}
        </Button>
      </Row>
      {open === 'letter' && <ProofLetterDialog home={home} onClose={close} />}
      {open === 'condition' && <ConditionReportDialog home={home} onClose={close} />}
    </Section>
  )
}
