/** What only those with Care may know: which clinic, with whom, what for. No driver's sheet and no busy calendar has it. */
import type { CareDraft } from '#state/commands/appointments.ts'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'

const c = classes(css)
const LINES = ['title', 'who', 'placeName', 'address', 'provider'] as const
const NOTES = ['reason', 'notes'] as const

interface CareFieldsProps {
  readonly care: CareDraft
  readonly onChange: (care: CareDraft) => void
}

export function CareFields({ care, onChange }: CareFieldsProps) {
  const { t } = useWords()
  return (
    <div className={c('form')}>
      <div className={c('whole')}>
        <Notice>{t('calendar.care.notice')}</Notice>
      </div>
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
        <div key={name} className={c('whole')}>
          <TextField
            label={t(`calendar.care-field.${name}`)}
            optional
            width="wide"
            lines={2}
            maxLength={10_000}
            value={care[name]}
            onChange={text => onChange({ ...care, [name]: text })}
          />
        </div>
      ))}
    </div>
  )
}
