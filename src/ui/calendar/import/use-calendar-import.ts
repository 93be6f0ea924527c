/** One calendar from the file to the appointments: read, asked about, previewed, applied. Nothing is stored before. */
import { useState } from 'react'
import { zoneOf } from '#domain/province-zone.ts'
import type { OpenProblem } from '#host/host.ts'
import type { CalendarAnswers, CalendarFile } from '#imports/calendar-import.ts'
import type { CalendarPlan } from '#imports/calendar-plan.ts'
import type { CalendarProblem } from '#imports/calendar-problem.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { runSteps } from '#state/long-work.ts'
import { useGroup } from '../../group-context.tsx'
import { LIMIT_BYTES, useImportWork } from '../../import/use-import-work.ts'

export interface OpenedCalendar {
  readonly name: string
  readonly bytes: Uint8Array
  readonly answers: CalendarAnswers
}

export type CalendarImportStage =
  | { readonly kind: 'pick'; readonly problem: OpenProblem | null }
  | {
      readonly kind: 'reading'
      /** Reading the file, then comparing it with the appointments; each goes from 0 to 1. */
      readonly step: 'reading' | 'comparing'
      readonly name: string
      readonly share: number
    }
  | { readonly kind: 'refused'; readonly file: OpenedCalendar; readonly problem: CalendarProblem }
  | {
      readonly kind: 'preview'
      readonly file: OpenedCalendar
      readonly read: CalendarFile
      readonly plan: CalendarPlan
    }

export type CalendarPreviewStage = Extract<CalendarImportStage, { kind: 'preview' }>

export function useCalendarImport() {
  const { host, live, commands } = useGroup()
  const [stage, setStage] = useState<CalendarImportStage>({ kind: 'pick', problem: null })
  const work = useImportWork()

  async function read(file: OpenedCalendar) {
    const here = work.begin()
    const { name, bytes, answers } = file
    const show = (step: 'reading' | 'comparing') => (share: number) =>
      setStage({ kind: 'reading', step, name, share })
    show('reading')(0)
    const zone = zoneOf(currentSponsorship({ live })?.province ?? '')
    const result = await work
      .client()
      .readCalendar({ bytes, zone, answers }, { signal: here.signal, onProgress: show('reading') })
    if (!work.isCurrent(here)) return
    if (!result.ok) {
      if (result.problem.kind === 'cancelled') return setStage({ kind: 'pick', problem: null })
      if (result.problem.kind === 'reader-failed') work.dropClient()
      return setStage({ kind: 'refused', file, problem: result.problem })
    }
    const planned = await runSteps(commands.planCalendarSteps(result.value), {
      signal: here.signal,
      onProgress: show('comparing'),
    })
    if (!work.isCurrent(here)) return
    setStage(
      planned.ok
        ? { kind: 'preview', file, read: result.value, plan: planned.value }
        : { kind: 'pick', problem: null },
    )
  }

  return {
    stage,
    setPlan: (at: CalendarPreviewStage, plan: CalendarPlan) => setStage({ ...at, plan }),
    async pick() {
      const picked = await host.openFile({ extensions: ['ics'], limitBytes: LIMIT_BYTES })
      if (picked.ok) return read({ ...picked.value, answers: {} })
      if (picked.problem.kind !== 'cancelled') setStage({ kind: 'pick', problem: picked.problem })
    },
    async take(file: File) {
      if (file.size > LIMIT_BYTES)
        return setStage({ kind: 'pick', problem: { kind: 'too-big', limitBytes: LIMIT_BYTES } })
      await read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), answers: {} })
    },
    /** Reads the same file with these zones too. */
    answer: (file: OpenedCalendar, { zones, ...rest }: CalendarAnswers) =>
      read({ ...file, answers: { ...file.answers, ...rest, zones: { ...file.answers.zones, ...zones } } }),
    cancel: work.cancel,
    again() {
      work.begin()
      setStage({ kind: 'pick', problem: null })
    },
  }
}

export type CalendarImportFlow = ReturnType<typeof useCalendarImport>
