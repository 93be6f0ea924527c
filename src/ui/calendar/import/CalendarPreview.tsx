/** What the import would do, before it does: what is kept where, whose appointments they are, and each event. */
import { person } from '#domain/household.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './CalendarImport.module.css'
import { CalendarRows } from './CalendarRows.tsx'
import type { CalendarImportFlow, CalendarPreviewStage } from './use-calendar-import.ts'
import { answersOf, ZoneFields } from './ZoneFields.tsx'

const c = classes(css)

interface CalendarPreviewProps {
  readonly flow: CalendarImportFlow
  readonly stage: CalendarPreviewStage
  readonly attending: readonly RecordId[]
  readonly onAttending: (ids: readonly RecordId[]) => void
}

export function CalendarPreview({ flow, stage, attending, onAttending }: CalendarPreviewProps) {
  const { t } = useWords()
  const people = useLive(live => live.records(person))
  const { file, read, plan } = stage
  const { counts, rows } = plan
  return (
    <>
      <p>
        {t('calendar.import.found', { name: file.name, count: rows.length })}{' '}
        {t('calendar.import.counts', {
          fresh: counts.new,
          changed: counts.changed,
          off: counts['called-off'],
        })}
      </p>
      {counts.same === rows.length && <Notice kind="ok">{t('calendar.import.nothing-new')}</Notice>}
      {read.others > 0 && <p>{t('calendar.import.others', { count: read.others })}</p>}
      <Notice>{t('calendar.import.private')}</Notice>
      {people.length > 0 && counts.new > 0 && (
        <fieldset className={c('people')}>
          <legend className={c('legend')}>{t('calendar.import.whose')}</legend>
          {people.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={attending.includes(id)}
              onChange={on => onAttending(on ? [...attending, id] : attending.filter(each => each !== id))}
            />
          ))}
        </fieldset>
      )}
      {read.zones.length > 0 && (
        <Disclosure label={t('calendar.import.zones', { count: read.zones.length })}>
          <ZoneFields zones={read.zones} onChange={zones => void flow.answer(file, answersOf(zones))} />
        </Disclosure>
      )}
      <CalendarRows plan={plan} onChange={next => flow.setPlan(stage, next)} />
    </>
  )
}
