/** The fields of a member: what everybody in the group may read of them. */
import { useState } from 'react'
import { type Member, type MemberRole, memberRoles } from '#domain/member.ts'
import { useGroup, useServices } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Stack } from '../../parts/Section.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../settings/use-save.ts'
import { StepActions, StepForm } from '../../setup/StepForm.tsx'
import { useWords } from '../../words/use-words.ts'

interface MemberFormProps {
  readonly known: Member | null
  readonly onDone: () => void
}

export function MemberForm({ known, onDone }: MemberFormProps) {
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
