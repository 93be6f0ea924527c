/** Who is in the group: names, roles, and who takes part on paper only. */
import { useState } from 'react'
import { type Member, type MemberRole, member, memberRoles } from '#domain/member.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Link } from '../parts/Link.tsx'
import { Section, Stack } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { Table } from '../parts/Table.tsx'
import { TextField } from '../parts/TextField.tsx'
import { StepActions, StepForm } from '../setup/StepForm.tsx'
import { useWords } from '../words/use-words.ts'
import { useSave } from './use-save.ts'

/** Of several roles only the first has a capital. */
const inSentence = (name: string, at: number): string =>
  at === 0 ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1)

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

interface MemberFormProps {
  readonly known: Member | null
  readonly onDone: () => void
}

function MemberForm({ known, onDone }: MemberFormProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const save = useSave()
  const [name, setName] = useState(known?.name ?? '')
  const [roles, setRoles] = useState<readonly MemberRole[]>(known?.roles ?? ['member'])
  const [paperOnly, setPaperOnly] = useState(known?.paperOnly ?? false)
  const [hasLeft, setLeft] = useState((known?.leftAt ?? null) !== null)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (name.trim() === '') return
    const leftAt = hasLeft ? (known?.leftAt ?? tools.now()) : null
    const fields = {
      name: name.trim(),
      roles: roles.length > 0 ? roles : ['member' as const],
      paperOnly,
      leftAt,
    }
    if (await save(known ? commands.editMember(known.id, fields) : commands.addMember(fields))) onDone()
  }
  return (
    <StepForm onSubmit={() => void submit()}>
      <TextField
        label={t('setup.group.me-other')}
        autoFocus
        maxLength={200}
        value={name}
        onChange={setName}
        error={tried && name.trim() === '' ? t('settings.members.name-missing') : null}
      />
      <Stack gap="small">
        {memberRoles.map(role => (
          <Checkbox
            key={role}
            label={t(`settings.role.${role}`)}
            checked={roles.includes(role)}
            onChange={isOn => setRoles(isOn ? [...roles, role] : roles.filter(each => each !== role))}
          />
        ))}
      </Stack>
      <Checkbox
        label={t('settings.members.paper-only')}
        hint={t('settings.members.paper-only-hint')}
        checked={paperOnly}
        onChange={setPaperOnly}
      />
      {known && (
        <Checkbox
          label={t('settings.members.left')}
          hint={t('settings.members.left-hint')}
          checked={hasLeft}
          onChange={setLeft}
        />
      )}
      <StepActions
        primary={t('common.save')}
        icon="check"
        skip={{ label: t('common.cancel'), onPress: onDone }}
      />
    </StepForm>
  )
}
