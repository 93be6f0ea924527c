/** A note that is saved as one leaves it. What is being typed is never overwritten; what was undone comes back. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { TextField } from '../parts/TextField.tsx'

interface NoteFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: string
  readonly onSave: (text: string) => Promise<boolean>
  readonly lines?: number
  readonly maxLength: number
}

export function NoteField({ label, hint, value, onSave, lines = 1, maxLength }: NoteFieldProps) {
  /** Null: nothing typed that is not saved. */
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, onSave })
  latest.current = { draft, value, onSave }

  async function leave() {
    if (draft === null) return
    if (draft === value || (await onSave(draft))) setDraft(null)
  }
  // Leaving by a key or a shortcut takes the field off the page without a blur.
  useEffect(
    () => () => {
      const { draft, value, onSave } = latest.current
      if (draft !== null && draft !== value) void onSave(draft)
    },
    [],
  )
  return (
    <TextField
      label={label}
      hint={hint}
      optional
      width="wide"
      lines={lines}
      maxLength={maxLength}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => void leave()}
    />
  )
}
