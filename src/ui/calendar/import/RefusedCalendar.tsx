/** Why a calendar was not read; or the question that it leaves open, with its answer. */
import { useState } from 'react'
import type { CalendarProblem } from '#imports/calendar-problem.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useWords } from '../../words/use-words.ts'
import { calendarProblemWords } from './calendar-problem-words.ts'
import type { CalendarImportFlow, OpenedCalendar } from './use-calendar-import.ts'
import { answersOf, type NamedZone, ZoneFields } from './ZoneFields.tsx'

interface RefusedCalendarProps {
  readonly flow: CalendarImportFlow
  readonly file: OpenedCalendar
  readonly problem: CalendarProblem
}

export function RefusedCalendar({ flow, file, problem }: RefusedCalendarProps) {
  const words = useWords()
  const { t } = words
  const { what, todo } = calendarProblemWords(problem, words)
  const [zones, setZones] = useState<readonly NamedZone[]>(
    problem.kind === 'needs-answer'
      ? problem.question.zones.map(({ name, likely }) => ({ name, zone: likely }))
      : [],
  )
  const isQuestion = problem.kind === 'needs-answer'
  return (
    <>
      <Notice
        kind={isQuestion ? 'warn' : 'danger'}
        announce
        title={t(isQuestion ? 'calendar.import.question' : 'import.problem.title')}
      >
        <p>{what}</p>
        <p>{todo}</p>
      </Notice>
      {isQuestion && (
        <>
          <ZoneFields zones={zones} onChange={setZones} />
          <div>
            <Button kind="primary" onPress={() => void flow.answer(file, answersOf(zones))}>
              {t('calendar.import.read-on')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
