/** One member of the group, or nobody yet; who left is offered only where they are named already. */
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useLive } from '../group-context.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import { useHomeWords } from './use-home-words.ts'

const NOBODY = 'nobody'

interface MemberSelectProps {
  readonly label: string
  readonly value: RecordId | null
  readonly onChange: (id: RecordId | null) => void
}

export function MemberSelect({ label, value, onChange }: MemberSelectProps) {
  const { t } = useWords()
  const { memberName } = useHomeWords()
  const members = useLive(live => live.records(member))
  return (
    <Select
      label={label}
      value={value ?? NOBODY}
      onChange={id => onChange(id === NOBODY ? null : id)}
      choices={[
        { value: NOBODY, label: t('plan.owner.nobody') },
        ...members
          .filter(each => each.leftAt === null || each.id === value)
          .map(each => ({ value: each.id, label: memberName(each.id) })),
      ]}
    />
  )
}
