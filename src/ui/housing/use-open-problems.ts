/**
 * Fields that give null for what they cannot read – a date, an amount: a form asks here before it saves, so that a
 * half-typed day is not taken for none.
 */
import { useState } from 'react'
import { useWords } from '../words/use-words.ts'

export interface OpenProblems {
  /** What the field said; `empty` is no problem where a field may stay empty. */
  note(field: string, problem: { readonly kind: string } | null): void
  /** Under the field, once it was tried to save; the field's own words come first. */
  error(field: string): string | null
  /** Fields went away with what stood in them. */
  forget(): void
  /** Before saving: false says so under the fields. */
  allow(): boolean
}

export function useOpenProblems(): OpenProblems {
  const { t } = useWords()
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  return {
    note(field, problem) {
      const isWrong = problem !== null && problem.kind !== 'empty'
      if (isWrong === fields.has(field)) return
      const next = new Set(fields)
      if (isWrong) next.add(field)
      else next.delete(field)
      setFields(next)
    },
    error: field => (tried && fields.has(field) ? t('housing.unreadable') : null),
    forget: () => setFields(new Set()),
    allow() {
      setTried(true)
      return fields.size === 0
    },
  }
}
