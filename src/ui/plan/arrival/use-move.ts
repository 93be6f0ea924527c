/** A move of an arrival, or of the months of support, that is looked at: its preview, what is held, how it is applied. */
import { useState } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import type { PlanItem } from '#domain/plan-item.ts'
import {
  applyReanchoring,
  type Choice,
  type Choices,
  type PlanPreview,
  totalsOf,
} from '#domain/reanchoring.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { CommandResult } from '#state/commands/gate.ts'
import type { Commands } from '#state/commands.ts'
import type { Live } from '#state/live.ts'
import { type ArrivalMove, type ClockMove, previewClockMove, previewMove } from '#state/plan.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { changesOf } from './MovePreview.tsx'

export interface Move {
  /** Null: nothing to look at, for the dates are not right or what is moved is gone. */
  readonly preview: PlanPreview<PlanItem> | null
  readonly choices: Choices
  choose(id: RecordId, choice: Choice | null): void
  /** Whether anything would be written. */
  readonly isMove: boolean
  /** True when it was done. */
  apply(): Promise<boolean>
}

export const isClockMove = (move: ArrivalMove | ClockMove): move is ClockMove => 'sponsorship' in move

export function useMove(move: ArrivalMove | ClockMove | null): Move {
  const { t, today } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  // What others change while one looks is in the preview: what is applied is what is shown.
  useLive(here => here.revision())
  const [choices, setChoices] = useState<Choices>(new Map())
  const found = move === null ? null : lookAt(move, live, today())
  return {
    preview: found?.preview ?? null,
    choices,
    choose(id, choice) {
      const next = new Map(choices)
      if (choice === null) next.delete(id)
      else next.set(id, choice)
      setChoices(next)
    },
    isMove: found?.isMove(choices) ?? false,
    async apply() {
      if (move === null || found === null) return false
      const count = changesOf(totalsOf(found.preview, choices))
      const done = t(isClockMove(move) ? 'plan.move.clock-done' : 'plan.move.done', { count })
      return save(found.run(commands, choices), done)
    },
  }
}

interface Looked {
  readonly preview: PlanPreview<PlanItem>
  isMove(choices: Choices): boolean
  run(commands: Commands, choices: Choices): Promise<CommandResult>
}

function lookAt(move: ArrivalMove | ClockMove, live: Live, today: IsoDate): Looked | null {
  if (isClockMove(move)) {
    const preview = previewClockMove(live, move, today)
    return (
      preview && {
        preview,
        isMove: () => true,
        run: (commands, choices) => commands.moveSupport(preview, choices, move.fields),
      }
    )
  }
  const preview = previewMove(live, move, today)
  return (
    preview && {
      preview,
      isMove: choices => applyReanchoring(preview, choices).length > 0,
      run: (commands, choices) => commands.moveArrival(preview, choices),
    }
  )
}
