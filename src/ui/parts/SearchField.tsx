/**
 * Words to look for. A letter stands in the field at once, whatever there is to look through: what follows it is drawn
 * in a transition, which the next letter interrupts.
 */
import { useState, useTransition } from 'react'
import { TextField, type TextFieldProps } from './TextField.tsx'

type SearchFieldProps = Omit<TextFieldProps, 'type' | 'lines' | 'optional'>

export function SearchField({ value, onChange, ...rest }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [isFollowing, startFollowing] = useTransition()
  return (
    <TextField
      {...rest}
      type="search"
      optional="unsaid"
      value={isFollowing ? typed : value}
      onChange={text => {
        setTyped(text)
        startFollowing(() => onChange(text))
      }}
    />
  )
}
