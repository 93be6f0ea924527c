/** A move of an arrival that is being looked at: its preview, what is held or let go, and how it is applied. */
import { useState } from 'react'
import type { PlanItem } from '#domain/plan-item.ts'
import {
  applyReanchoring,
  type Choice,
  type Choices,
  type ReanchoringPreview,
  totalsOf,
} from '#domain/reanchoring.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type ArrivalMove, previewMove } from '#state/plan.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useToasts } from '../../parts/ToastRegion.tsx'
import { useWords } from '../../words/use-words.ts'
import { changesOf } from './MovePreview.tsx'

export interface Move {
  /** Null: nothing to look at, for the dates are not right or the arrival is gone. */
  readonly preview: ReanchoringPreview<PlanItem> | null
  readonly choices: Choices
  choose(id: RecordId, choice: Choice | null): void
  /** Whether anything would be written. */
  readonly isMove: boolean
  /** True when it was done. */
  apply(): Promise<boolean>
}

export function useMove(move: ArrivalMove | null): Move {
  const { t, today } = useWords()
  const { live, commands } = useGroup()
  const toasts = useToasts()
  // What others change while one looks is in the preview: what is applied is what is shown.
  useLive(here => here.revision())
  const [choices, setChoices] = useState<Choices>(new Map())
  const preview = move === null ? null : previewMove(live, move, today())
  return {
    preview,
    choices,
    choose(id, choice) {
      const next = new Map(choices)
      if (choice === null) next.delete(id)
      else next.set(id, choice)
      setChoices(next)
    },
    isMove: preview !== null && applyReanchoring(preview, choices).length > 0,
    async apply() {
      if (preview === null) return false
      const count = changesOf(totalsOf(preview, choices))
      const result = await commands.moveArrival(preview, choices)
      if (!result.ok) {
        toasts.problem(
          t(result.problem.kind === 'disk-full' ? 'money.not-saved.disk-full' : 'money.not-saved.again'),
        )
        return false
      }
      const { change } = result.value
      toasts.done(t('plan.move.done', { count }), () => void commands.gate.undoChange(change))
      return true
    },
  }
}
