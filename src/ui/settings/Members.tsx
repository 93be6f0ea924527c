/** Who is in the group: names, roles, and who takes part on paper only. */
import { useState } from 'react'
import { type Member, member } from '#domain/member.ts'
import { useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { Table } from '../parts/Table.tsx'
import { MemberForm } from '../people/members/MemberForm.tsx'
import { inSentence } from '../people/members/roles.ts'
import { useWords } from '../words/use-words.ts'

export function Members() {
  const { t, list, compare } = useWords()
  const all = useLive(live => live.records(member))
  const [editing, setEditing] = useState<Member | 'new' | null>(null)
  const nameOf = (each: Member) => each.name || t('settings.members.unnamed')
  const rows = all.toSorted(
    (a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null) || compare(a.name, b.name),
  )
  return (
    <Section
      title={t('settings.members')}
      intro={t('settings.members.intro')}
      actions={
        <Button icon="add" size="small" onPress={() => setEditing('new')}>
          {t('settings.members.add')}
        </Button>
      }
    >
      <Table
        caption={t('settings.members')}
        rows={rows}
        rowKey={each => each.id}
        rowTone={each => (each.leftAt === null ? 'plain' : 'quiet')}
        columns={[
          {
            id: 'name',
            head: t('settings.members.name'),
            cell: each => (
              <Link look="plain" onPress={() => setEditing(each)}>
                {nameOf(each)}
              </Link>
            ),
          },
          {
            id: 'roles',
            head: t('settings.members.roles'),
            cell: each => list(each.roles.map((role, i) => inSentence(t(`settings.role.${role}`), i))),
          },
          {
            id: 'state',
            head: t('settings.members.state'),
            cell: each =>
              each.leftAt !== null ? (
                <Tag>{t('settings.members.left')}</Tag>
              ) : each.paperOnly ? (
                <Tag icon="print">{t('settings.members.paper-only')}</Tag>
              ) : null,
          },
        ]}
      />
      {editing && (
        <Dialog
          title={t(editing === 'new' ? 'settings.members.add' : 'settings.members.edit')}
          isOpen
          onClose={() => setEditing(null)}
        >
          <MemberForm known={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        </Dialog>
      )}
    </Section>
  )
}
