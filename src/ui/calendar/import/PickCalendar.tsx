/** Where a calendar file comes in: dropped, or picked with the machine's own window. */
import { type DragEvent, useState } from 'react'
import type { OpenProblem } from '#host/host.ts'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Notice } from '../../parts/Notice.tsx'
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
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) void flow.take(file)
  }
  return (
    <>
      {problem && problem.kind !== 'cancelled' && (
        <Notice kind="danger" announce title={t('import.open.failed')}>
          {problem.kind === 'too-big' ? t('import.problem.too-large') : t('import.open.io')}
        </Notice>
      )}
      <p>{t('calendar.import.intro')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of two ways; the button is the other */}
      <div
        className={c('drop', isOver && 'over')}
        data-testid="drop-calendar"
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="import" size={32} />
        <p>{t('calendar.import.drop')}</p>
        <Button kind="primary" icon="folder" onPress={() => void flow.pick()}>
          {t('import.choose-file')}
        </Button>
      </div>
    </>
  )
}
