/** Where a calendar file comes in: dropped, or picked with the machine's own window. */
import type { OpenProblem } from '#host/host.ts'
import { OpenFailed } from '../../import/OpenFailed.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useFileDrop } from '../../parts/use-file-drop.ts'
import { useWords } from '../../words/use-words.ts'
import css from './CalendarImport.module.css'
import type { CalendarImportFlow } from './use-calendar-import.ts'

const c = classes(css)

interface PickCalendarProps {
  readonly flow: CalendarImportFlow
  readonly problem: OpenProblem | null
}

export function PickCalendar({ flow, problem }: PickCalendarProps) {
  const { t } = useWords()
  const { isOver, handlers } = useFileDrop(([file]) => {
    if (file) void flow.take(file)
  })
  return (
    <>
      <OpenFailed problem={problem} />
      <p>{t('calendar.import.intro')}</p>
      {/* Dropping is one of two ways; the button is the other. */}
      <div className={c('drop', isOver && 'over')} data-testid="drop-calendar" {...handlers}>
        <Icon name="import" size={32} />
        <p>{t('calendar.import.drop')}</p>
        <Button kind="primary" icon="folder" onPress={() => void flow.pick()}>
          {t('import.choose-file')}
        </Button>
      </div>
    </>
  )
}
