/** Who is in the group: names, roles, who takes part on paper only, who is away, and when each can usually be asked. */
import { useState } from 'react'
import { type Member, member } from '#domain/member.ts'
import type { Standing } from '#domain/member-check.ts'
import { memberStandings } from '#state/members.ts'
import { nextAbsences } from '#state/people.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Link } from '../../parts/Link.tsx'
import { Row } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { useMemberWords } from '../use-member-words.ts'
import { CheckTag } from './CheckTag.tsx'
import { MemberDialog } from './MemberDialog.tsx'

export function MembersScreen() {
  const { t, compare } = useWords()
  const { tools } = useServices()
  const words = useMemberWords()
  const { go } = useRouter()
  const all = useLive(live => live.records(member))
  const away = useLive(live => nextAbsences(live, tools.today()))
  const standings = useLive(live => memberStandings(live, tools.today()))
  const [isAdding, setAdding] = useState(false)
  const rows = all.toSorted(
    (a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null) || compare(a.name, b.name),
  )
  useShortcuts([
    { id: 'new-member', keys: 'N', labelId: 'people.member.add', group: 'here', run: () => setAdding(true) },
  ])
  return (
    <PeopleLayout
      screen="members"
      title={t('people.members.title')}
      intro={t('people.members.intro')}
      actions={
        <Button kind="primary" icon="add" aria-keyshortcuts="N" onPress={() => setAdding(true)}>
          {t('people.member.add')}
        </Button>
      }
    >
      <Table
        caption={t('people.members.title')}
        stacks
        rows={rows}
        rowKey={each => each.id}
        rowTone={each => (each.leftAt === null ? 'plain' : 'quiet')}
        columns={[
          {
            id: 'name',
            head: t('people.member.name'),
            cell: each => (
              <Link look="plain" onPress={() => go({ area: 'people', screen: 'member', id: each.id })}>
                {words.name(each)}
              </Link>
            ),
          },
          { id: 'roles', head: t('people.member.roles'), cell: each => words.roles(each) },
          {
            id: 'state',
            head: t('people.member.state'),
            cell: each => {
              const next = each.leftAt === null ? away.get(each.id) : undefined
              return (
                <Row>
                  <MemberState of={each} />
                  {next && (
                    <Tag tone="info">
                      {t('people.members.away', { when: words.away(next, tools.today()) })}
                    </Tag>
                  )}
                </Row>
              )
            },
          },
          {
            id: 'checks',
            head: t('people.checks'),
            cell: each =>
              each.leftAt === null ? <Checks of={standings.get(each.id)?.current ?? []} /> : null,
          },
          {
            id: 'available',
            head: t('people.member.available'),
            cell: each => (each.leftAt === null ? words.available(each) : null),
          },
        ]}
      />
      {isAdding && <MemberDialog known={null} onClose={() => setAdding(false)} />}
    </PeopleLayout>
  )
}

/** The police check always; a training only where it has to be renewed. */
function Checks({ of }: { readonly of: readonly Standing[] }) {
  const { t } = useWords()
  const hasPolice = of.some(({ check }) => check.kind === 'police')
  return (
    <Row>
      {!hasPolice && <Tag>{t('people.check.no-police')}</Tag>}
      {of
        .filter(({ check, state }) => check.kind === 'police' || state !== 'ok')
        .map(each => (
          <CheckTag key={each.check.id} standing={each} named />
        ))}
    </Row>
  )
}

export function MemberState({ of }: { readonly of: Member }) {
  const { t } = useWords()
  if (of.leftAt !== null) return <Tag>{t('people.member.left')}</Tag>
  return of.paperOnly ? <Tag icon="print">{t('people.member.paper-only')}</Tag> : null
}
