/** Who is in the group: names, roles, who takes part on paper only, and who is away. */
import { useState } from 'react'
import type { Absence } from '#domain/absence.ts'
import { type Member, member } from '#domain/member.ts'
import { nextAbsences } from '#state/people.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Link } from '../../parts/Link.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRoute, useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { MemberForm } from './MemberForm.tsx'
import { inSentence } from './roles.ts'

const here = { area: 'people', screen: 'members' } as const

export function MembersScreen() {
  const { t, list, date, compare } = useWords()
  const { tools } = useServices()
  const { id } = useRoute()
  const { go } = useRouter()
  const all = useLive(live => live.records(member))
  const away = useLive(live => nextAbsences(live, tools.today()))
  const [isAdding, setAdding] = useState(false)
  const open = all.find(each => each.id === id)
  const rows = all.toSorted(
    (a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null) || compare(a.name, b.name),
  )
  const awaySaid = ({ days: { from, to } }: Absence) =>
    from <= tools.today()
      ? t('people.members.away-until', { date: date(to) })
      : t('people.members.away-from', { from: date(from), to: date(to) })
  return (
    <PeopleLayout
      screen="members"
      title={t('people.members.title')}
      intro={t('people.members.intro')}
      actions={
        <Button kind="primary" icon="add" onPress={() => setAdding(true)}>
          {t('settings.members.add')}
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
            head: t('settings.members.name'),
            cell: each => (
              <Link look="plain" onPress={() => go({ ...here, id: each.id })}>
                {each.name || t('settings.members.unnamed')}
              </Link>
            ),
          },
          {
            id: 'roles',
            head: t('settings.members.roles'),
            cell: each => list(each.roles.map((role, i) => inSentence(t(`settings.role.${role}`), i))),
          },
          { id: 'state', head: t('settings.members.state'), cell: each => <MemberState of={each} /> },
          {
            id: 'away',
            head: t('people.members.away'),
            cell: each => {
              const next = each.leftAt === null ? away.get(each.id) : undefined
              return next ? awaySaid(next) : null
            },
          },
        ]}
      />
      {(isAdding || open) && (
        <Dialog
          title={t(open ? 'settings.members.edit' : 'settings.members.add')}
          isOpen
          onClose={() => (open ? go(here) : setAdding(false))}
        >
          <MemberForm known={open ?? null} onDone={() => (open ? go(here) : setAdding(false))} />
        </Dialog>
      )}
    </PeopleLayout>
  )
}

export function MemberState({ of }: { readonly of: Member }) {
  const { t } = useWords()
  if (of.leftAt !== null) return <Tag>{t('settings.members.left')}</Tag>
  return of.paperOnly ? <Tag icon="print">{t('settings.members.paper-only')}</Tag> : null
}
