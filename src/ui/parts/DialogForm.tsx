/**
 * The form of a dialog, whose buttons stand outside it in the dialog's foot: Enter in any field submits it all the same,
 * and the browser neither judges nor remembers what is typed.
 */
import type { FormEvent, ReactNode } from 'react'

interface DialogFormProps {
  /** For `submits` of the foot. */
  readonly id?: string
  readonly className?: string
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly children: ReactNode
}

export function DialogForm({ children, ...form }: DialogFormProps) {
  return (
    <form {...form} noValidate autoComplete="off">
      {children}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
    </form>
  )
}
