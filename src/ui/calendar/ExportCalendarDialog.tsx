/**
 * Appointments into a calendar file: how much it may say is asked each time, and begins with the least. Saved again, it
 * updates what the other calendar has, so nothing doubles there.
 */

import { useState } from 'react'
import type { CalendarPrivacy } from '#reports/calendar-file.ts'
import type { ReportLanguage } from '#reports/words.ts'
import {
  appointmentsToExport,
  type CalendarScope,
  EXPORT_DAYS_BACK,
  exportCalendar,
  hasCare,
  tellingInExport,
} from '#state/calendar-export.ts'
import { CloudNotice } from '../CloudNotice.tsx'
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useFileExport } from '../use-file-export.ts'
import { LANGUAGE_NAMES, type Language } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'

interface ExportCalendarDialogProps {
  readonly scope: CalendarScope
  readonly onClose: () => void
}

export function ExportCalendarDialog({ scope, onClose }: ExportCalendarDialogProps) {
  const { t, language: onScreen } = useWords()
  const { live, store, vault } = useGroup()
  const toasts = useToasts()
  const [privacy, setPrivacy] = useState<CalendarPrivacy>('busy')
  const [language, setLanguage] = useState<ReportLanguage>(onScreen)
  const { save, isBusy, cloudName } = useFileExport(onClose)
  const count = useLive(() => appointmentsToExport(live, scope).length)
  const telling = privacy === 'busy' ? [] : tellingInExport(live, scope)
  const levels: readonly CalendarPrivacy[] = hasCare(vault)
    ? ['busy', 'neutral', 'full']
    : ['busy', 'neutral']
  const make = async () => {
    const file = await exportCalendar({ live, store, vault }, { scope, privacy, language })
    if (file.ok) return file.value
    toasts.problem(t('calendar.export.unknown-zone', { zone: file.problem.zone }))
    return null
  }
  return (
    <Dialog
      title={t(scope.kind === 'one' ? 'calendar.export.title-one' : 'calendar.export.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t(cloudName === null ? 'common.cancel' : 'common.close')}
          </Button>
          <Button
            kind="primary"
            icon="download"
            busy={isBusy}
            disabled={count === 0}
            onPress={() => void save(make)}
          >
            {t('calendar.export.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {scope.kind === 'all' && <p>{t('calendar.export.what', { count, days: EXPORT_DAYS_BACK })}</p>}
        <RadioCards
          label={t('calendar.export.privacy')}
          value={privacy}
          onChange={setPrivacy}
          options={levels.map(value => ({
            value,
            label: t(`calendar.export.privacy.${value}`),
            description: t(`calendar.export.privacy-text.${value}`),
          }))}
        />
        {privacy === 'full' && (
          <Notice kind="warn" announce title={t('calendar.export.full-title')}>
            {t('calendar.export.full-text')}
          </Notice>
        )}
        {telling.length > 0 && (
          <Notice kind="warn" announce>
            {t('calendar.export.telling', { words: telling.join(', ') })}
          </Notice>
        )}
        <Select
          label={t('calendar.export.language')}
          value={language}
          onChange={setLanguage}
          choices={(['en', 'fr'] as const satisfies readonly Language[]).map(value => ({
            value,
            label: LANGUAGE_NAMES[value],
          }))}
        />
        <p>{t('calendar.export.again')}</p>
        <CloudNotice name={cloudName} />
      </Stack>
    </Dialog>
  )
}
