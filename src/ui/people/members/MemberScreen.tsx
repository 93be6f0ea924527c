/** A member's page: how they take part, when they are away, and what is theirs to do. */
import { type ReactNode, useState } from 'react'
import { type Member, member } from '#domain/member.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { CopyText } from '../../parts/CopyText.tsx'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { useMemberWords } from '../use-member-words.ts'
import { MemberAway } from './MemberAway.tsx'
import { MemberChecks } from './MemberChecks.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { MemberHolds } from './MemberHolds.tsx'
import { MemberState } from './MembersScreen.tsx'

export interface MemberPartProps {
  readonly member: Member
}

const MEMBER_PARTS: readonly {
  readonly id: string
  readonly Part: (props: MemberPartProps) => ReactNode
}[] = [
  { id: 'facts', Part: MemberFacts },
  { id: 'checks', Part: MemberChecks },
  { id: 'away', Part: MemberAway },
  { id: 'holds', Part: MemberHolds },
]

export function MemberScreen({ memberId }: { readonly memberId: string }) {
  const { t } = useWords()
  const { go } = useRouter()
  const words = useMemberWords()
  const known = useLive(live => live.get(member, memberId))
  return (
    <PeopleLayout
      screen="members"
      title={known ? words.name(known) : t('people.member.gone')}
      above={
        <Button
          kind="quiet"
          size="small"
          icon="back"
          onPress={() => go({ area: 'people', screen: 'members' })}
        >
          {t('people.members.title')}
        </Button>
      }
    >
      {known ? (
        MEMBER_PARTS.map(({ id, Part }) => <Part key={`${id} ${known.id}`} member={known} />)
      ) : (
        <p>{t('people.member.gone-text')}</p>
      )}
    </PeopleLayout>
  )
}

function MemberFacts({ member: of }: MemberPartProps) {
  const { t } = useWords()
  const words = useMemberWords()
  const [isEditing, setEditing] = useState(false)
  const available = words.available(of)
  const items: readonly KeyValue[] = [
    { key: t('people.member.roles'), value: words.roles(of) },
    ...(of.phone === ''
      ? []
      : [
          {
            key: t('people.member.phone'),
            value: <CopyText text={of.phone} label={t('people.copy.phone')} />,
          },
        ]),
    ...(of.paperOnly || of.leftAt !== null
      ? [{ key: t('people.member.state'), value: <MemberState of={of} /> }]
      : []),
    { key: t('people.member.available'), value: available || t('people.member.available.unknown') },
  ]
  return (
    <Section
      card
      title={t('people.member.facts')}
      actions={
        <Button size="small" icon="edit" onPress={() => setEditing(true)}>
          {t('people.member.change')}
        </Button>
      }
    >
      <KeyValueList items={items} />
      {isEditing && <MemberDialog known={of} onClose={() => setEditing(false)} />}
    </Section>
  )
}
