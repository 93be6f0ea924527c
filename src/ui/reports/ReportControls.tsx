/** Which report: period, for whom, in which language, on which paper, draft or final, with or without the entry list. */
import { reportNotes } from '#domain/report-record.ts'
import type { Audience } from '#reports/report-model.ts'
import type { ReportLanguage } from '#reports/words.ts'
import { reportPeriods } from '#state/overview.ts'
import type { ReportView } from '#state/report-files.ts'
import { useLive, useServices } from '../group-context.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Section, Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'
import { usePeriodName } from './period-name.ts'
import css from './ReportControls.module.css'
import type { ReportSettings } from './report-settings.ts'
import { useSaveNotes } from './use-save-notes.ts'

const c = classes(css)
const AUDIENCES: readonly Audience[] = ['group', 'sah', 'donors']

interface ReportControlsProps {
  readonly view: ReportView
  readonly settings: ReportSettings
  readonly onChange: (change: Partial<ReportSettings>) => void
  readonly withNames: boolean
  readonly onWithNamesChange: (withNames: boolean) => void
}

export function ReportControls({
  view,
  settings,
  onChange,
  withNames,
  onWithNamesChange,
}: ReportControlsProps) {
  const { t } = useWords()
  const donors = settings.audience === 'donors'
  return (
    <Section card title={t('reports.choose')}>
      <Stack>
        <Choices view={view} settings={settings} onChange={onChange} />
        <RadioCards<Audience>
          label={t('reports.audience')}
          value={settings.audience}
          onChange={audience => onChange({ audience })}
          columns={3}
          options={AUDIENCES.map(audience => ({
            value: audience,
            label: t(`reports.audience.${audience}`),
            description: t(`reports.left-out.${audience}`),
          }))}
        />
        {!donors && (
          <div className={c('ticks')}>
            <Checkbox
              label={t('reports.entries')}
              hint={t('reports.entries.hint')}
              checked={settings.includeEntries || withNames}
              disabled={withNames}
              onChange={includeEntries => onChange({ includeEntries })}
            />
            <Checkbox
              label={t('reports.names')}
              hint={t('reports.names.hint')}
              checked={withNames}
              onChange={onWithNamesChange}
            />
          </div>
        )}
      </Stack>
    </Section>
  )
}

function Choices({ view, settings, onChange }: Pick<ReportControlsProps, 'view' | 'settings' | 'onChange'>) {
  const { t } = useWords()
  const { tools } = useServices()
  const { report, sponsorship } = view
  const periods = useLive(live => reportPeriods(live, tools.today()))
  const nameOf = usePeriodName()
  const save = useSaveNotes(view)
  const isFinal = useLive(
    live =>
      live
        .records(reportNotes)
        .find(
          each =>
            each.sponsorship === sponsorship &&
            each.period.from === report.period.from &&
            each.period.to === report.period.to,
        )?.final ?? false,
  )
  return (
    <div className={c('choices')}>
      <Select
        label={t('reports.period')}
        value={report.period.key}
        onChange={period => onChange({ period })}
        choices={periods.map(period => ({ value: period.key, label: nameOf(period) }))}
      />
      <Select<ReportLanguage>
        label={t('reports.language')}
        value={settings.language}
        onChange={language => onChange({ language })}
        choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Select
        label={t('reports.paper')}
        value={settings.paper}
        onChange={paper => onChange({ paper })}
        choices={[
          { value: 'letter', label: t('reports.paper.letter') },
          { value: 'a4', label: t('reports.paper.a4') },
        ]}
      />
      <Select
        label={t('reports.state')}
        value={isFinal ? 'final' : 'draft'}
        onChange={state => void save({ final: state === 'final' })}
        choices={[
          { value: 'draft', label: t('reports.state.draft') },
          { value: 'final', label: t('reports.state.final') },
        ]}
      />
    </div>
  )
}
