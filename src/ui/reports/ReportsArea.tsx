/** The yearly report: choose the period and for whom, write its notes, see it as it prints, save it. */
import { useState } from 'react'
import { entry } from '#domain/entry.ts'
import { currentPeriod, reportPeriods } from '#state/overview.ts'
import { type ReportView, reportView } from '#state/report-files.ts'
import { useCanRead, useGroup, useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { KeptElsewhere } from '../shell/KeptElsewhere.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useAmountsHidden } from '../words/amounts-hidden.ts'
import { useWords } from '../words/use-words.ts'
import { FileNotices } from './FileNotices.tsx'
import { PayeeNamesDialog } from './PayeeNamesDialog.tsx'
import { Paper } from './paper/Paper.tsx'
import { ReportControls } from './ReportControls.tsx'
import css from './ReportsArea.module.css'
import { type ReportSettings, useReportSettings } from './report-settings.ts'
import { SaveButtons } from './SaveButtons.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { useNoteEditors } from './use-note-editors.tsx'
import { useReportFiles } from './use-report-files.ts'

const c = classes(css)

export function ReportsArea() {
  const { t } = useWords()
  return useCanRead('money') ? <YearlyReport /> : <KeptElsewhere title={t('reports.title')} />
}

function YearlyReport() {
  const { tools } = useServices()
  const [settings, change] = useReportSettings()
  const [withNames, setWithNames] = useState(false)
  const today = tools.today()
  const periods = useLive(live => reportPeriods(live, today))
  const hasEntries = useLive(live => live.records(entry).length > 0)
  const newest = useLive(live => currentPeriod(live, today))
  const period = periods.find(each => each.key === settings.period) ?? newest
  const view = useLive(live =>
    reportView(
      live,
      {
        audience: settings.audience,
        period,
        preparedOn: today,
        includeEntries: settings.includeEntries || withNames,
        includePayeeNames: withNames,
      },
      settings.language,
    ),
  )
  if (!view || !hasEntries) return <NothingToReport />
  return (
    <Report
      view={view}
      settings={settings}
      onChange={part => {
        // Names were asked for with this report in sight, not with another.
        if (part.audience || part.period) setWithNames(false)
        change(part)
      }}
      withNames={withNames}
      onWithNamesChange={setWithNames}
    />
  )
}

interface ReportProps {
  readonly view: ReportView
  readonly settings: ReportSettings
  readonly onChange: (change: Partial<ReportSettings>) => void
  readonly withNames: boolean
  readonly onWithNamesChange: (withNames: boolean) => void
}

function Report({ view, settings, onChange, withNames, onWithNamesChange }: ReportProps) {
  const { t } = useWords()
  const { go } = useRouter()
  const hidden = useAmountsHidden()
  const files = useReportFiles({
    view,
    paper: settings.paper,
    withNames,
    onNamesSaved: () => onWithNamesChange(false),
  })
  const editorOf = useNoteEditors(view)
  return (
    <div className={c('area')}>
      <div className={c('screen')}>
        <PageHeader
          title={t('reports.title')}
          intro={t('reports.intro')}
          actions={hidden ? null : <SaveButtons view={view} files={files} />}
        />
        <FileNotices files={files} />
        <ReportControls
          view={view}
          settings={settings}
          onChange={onChange}
          withNames={withNames}
          onWithNamesChange={onWithNamesChange}
        />
      </div>
      {hidden ? (
        <AmountsHidden />
      ) : (
        <Paper
          view={view}
          size={settings.paper}
          editorOf={editorOf}
          onOpenLine={id => go({ area: 'money', screen: 'entries', id })}
        />
      )}
      <PayeeNamesDialog view={view} files={files} />
      <ShareDialog view={view} files={files} />
    </div>
  )
}

/** A report without its amounts would be no report: it waits until they may be seen. */
function AmountsHidden() {
  const { t } = useWords()
  const { session } = useServices()
  return (
    <Notice
      title={t('reports.hidden')}
      actions={
        <Button icon="visible" onPress={() => session.setState({ hideAmounts: false })}>
          {t('common.shell.show-amounts')}
        </Button>
      }
    >
      {t('reports.hidden.detail')}
    </Notice>
  )
}

function NothingToReport() {
  const { t } = useWords()
  const { go } = useRouter()
  const { demo } = useGroup()
  return (
    <>
      <PageHeader title={t('reports.title')} />
      <EmptyState
        picture="report"
        title={t('reports.empty')}
        action={{
          label: t('reports.empty.import'),
          icon: 'import',
          onPress: () => go({ area: 'money', screen: 'import' }),
        }}
        {...(demo
          ? {}
          : {
              sample: {
                label: t('reports.empty.entries'),
                onPress: () => go({ area: 'money', screen: 'entries' }),
              },
            })}
      >
        <p>{t('reports.empty.text')}</p>
        <p>{t('reports.empty.ready')}</p>
      </EmptyState>
    </>
  )
}
