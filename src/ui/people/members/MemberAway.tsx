/** Days on which a member cannot be counted on: the plan and the calendar look at them. */
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { AbsenceTable, type AbsenceTarget } from './AbsenceTable.tsx'
import type { MemberPartProps } from './MemberScreen.tsx'

export function MemberAway({ member }: MemberPartProps) {
  const { t } = useWords()
  const [target, setTarget] = useState<AbsenceTarget>(null)
  return (
    <Section
      card
      title={t('plan.away.title')}
      actions={
        member.leftAt === null && (
          <Button size="small" icon="add" onPress={() => setTarget('new')}>
            {t('plan.away.add')}
          </Button>
        )
      }
    >
      <AbsenceTable
        of={member.id}
        empty={t('people.member.never-away')}
        target={target}
        onTarget={setTarget}
      />
    </Section>
  )
}
