/** A time of day on the wall, `HH:MM`; empty while it is not a whole time. The browser writes it as the language does. */
import { controlClass, Field, type FieldFrame } from './Field.tsx'

interface TimeFieldProps extends FieldFrame {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function TimeField({ value, onChange, ...frame }: TimeFieldProps) {
  return (
    <Field width="narrow" {...frame}>
      {control => (
        <input
          {...control}
          type="time"
          className={controlClass('figures')}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
