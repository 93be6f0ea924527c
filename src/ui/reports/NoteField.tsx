/** A note that is saved as one leaves it. What is being typed is never overwritten; what was undone comes back. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PlacedHit } from '#state/safe-to-share.ts'
import { classes } from '../parts/classes.ts'
import { TextField } from '../parts/TextField.tsx'
import { noteId } from './ShareDialog.tsx'
import css from './ShareHits.module.css'
import { ShareNotice } from './ShareHits.tsx'

const c = classes(css)

interface NoteFieldProps {
  readonly label: string
  /** Where it prints: what would tell something there is said under the field. */
  readonly place: PlacedHit['place']
  readonly hint?: ReactNode
  readonly value: string
  readonly onSave: (text: string) => Promise<boolean>
  readonly lines?: number
  readonly maxLength: number
}

export function NoteField({ label, place, hint, value, onSave, lines = 1, maxLength }: NoteFieldProps) {
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
    <div id={noteId(place)} className={c('noteField')}>
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
      <ShareNotice place={place} text={draft ?? value} />
    </div>
  )
}
