/** What only those with Care may know: which clinic, with whom, what for. No driver's sheet and no busy calendar has it. */
import type { CareDraft } from '#state/commands/appointments.ts'
import { FormGrid, WholeLine } from '../parts/FormGrid.tsx'
import { Notice } from '../parts/Notice.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'

const LINES = ['title', 'who', 'placeName', 'address', 'provider'] as const
const NOTES = ['reason', 'notes'] as const

interface CareFieldsProps {
  readonly care: CareDraft
  readonly onChange: (care: CareDraft) => void
}

export function CareFields({ care, onChange }: CareFieldsProps) {
  const { t } = useWords()
  return (
    <FormGrid>
      <WholeLine>
        <Notice>{t('calendar.care.notice')}</Notice>
      </WholeLine>
      {LINES.map(name => (
        <TextField
          key={name}
          label={t(`calendar.care-field.${name}`)}
          optional
          maxLength={200}
          value={care[name]}
          onChange={text => onChange({ ...care, [name]: text })}
        />
      ))}
      {NOTES.map(name => (
        <WholeLine key={name}>
          <TextField
            label={t(`calendar.care-field.${name}`)}
            optional
            width="wide"
            lines={2}
            maxLength={10_000}
            value={care[name]}
            onChange={text => onChange({ ...care, [name]: text })}
          />
        </WholeLine>
      ))}
    </FormGrid>
  )
}
