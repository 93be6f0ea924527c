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
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useKeepFile } from '../use-keep-file.ts'
import { LANGUAGE_NAMES, type Language } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'

interface ExportCalendarDialogProps {
  readonly scope: CalendarScope
  readonly onClose: () => void
}

export function ExportCalendarDialog({ scope, onClose }: ExportCalendarDialogProps) {
  const { t, language: onScreen } = useWords()
  const { live, vault } = useGroup()
  const [privacy, setPrivacy] = useState<CalendarPrivacy>('busy')
  const [language, setLanguage] = useState<ReportLanguage>(onScreen)
  const { save, busy, cloudName } = useSaveCalendar(onClose)
  const count = useLive(() => appointmentsToExport(live, scope).length)
  const telling = privacy === 'busy' ? [] : tellingInExport(live, scope)
  const levels: readonly CalendarPrivacy[] = hasCare(vault)
    ? ['busy', 'neutral', 'full']
    : ['busy', 'neutral']
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
            busy={busy}
            disabled={count === 0}
            onPress={() => void save({ scope, privacy, language })}
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
        {cloudName !== null && (
          <Notice kind="warn" announce title={t('reports.cloud-folder', { name: cloudName })}>
            {t('reports.cloud-folder.detail')}
          </Notice>
        )}
      </Stack>
    </Dialog>
  )
}

/** Closes when it is saved, unless a cloud seems to copy the folder: that has to be read first. */
function useSaveCalendar(onSaved: () => void) {
  const { t } = useWords()
  const { live, store, vault } = useGroup()
  const toasts = useToasts()
  const keepFile = useKeepFile()
  const [busy, setBusy] = useState(false)
  const [cloudName, setCloudName] = useState<string | null>(null)

  async function write(what: Parameters<typeof exportCalendar>[1]): Promise<void> {
    const file = await exportCalendar({ live, store, vault }, what)
    if (!file.ok) return toasts.problem(t('calendar.export.unknown-zone', { zone: file.problem.zone }))
    const { name, bytes } = file.value
    const kept = await keepFile(name, bytes)
    if (kept === 'cloud-folder') setCloudName(name)
    if (kept === 'saved') onSaved()
  }
  return {
    busy,
    cloudName,
    async save(what: Parameters<typeof exportCalendar>[1]) {
      setBusy(true)
      setCloudName(null)
      await write(what)
      setBusy(false)
    },
  }
}
