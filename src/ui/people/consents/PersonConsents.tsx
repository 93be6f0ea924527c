/** What a person agreed to: for whom, until when, and what was taken back. */
import { useState } from 'react'
import { consentsOf } from '#state/consents.ts'
import { useCanRead, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import type { PersonPartProps } from '../household/PersonScreen.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import { ConsentTable, type ShownConsent } from './ConsentTable.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export function PersonConsents(props: PersonPartProps) {
  const { t } = useWords()
  const reads = useCanRead('care')
  return reads ? (
    <Consents {...props} />
  ) : (
    <Section title={t('papers.consent.section')}>
      <p>{t('papers.consent.in-care')}</p>
    </Section>
  )
}

function Consents({ person }: PersonPartProps) {
  const { t } = useWords()
  const all = useLive(live => consentsOf(live, person.id))
  const [shown, setShown] = useState<ShownConsent | { readonly kind: 'new' } | null>(null)
  const close = () => setShown(null)
  return (
    <Section
      title={t('papers.consent.section')}
      actions={
        <Button size="small" icon="add" onPress={() => setShown({ kind: 'new' })}>
          {t('papers.consent.add')}
        </Button>
      }
    >
      <ConsentTable consents={all} onShow={setShown} />
      {(shown?.kind === 'new' || shown?.kind === 'known') && (
        <ConsentDialog known={shown.kind === 'known' ? shown.of : null} person={person.id} onClose={close} />
      )}
      {shown?.kind === 'withdraw' && <WithdrawDialog of={shown.of} who={person.label} onClose={close} />}
    </Section>
  )
}
