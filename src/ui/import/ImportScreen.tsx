/** Importing a bank file, from picking it to the summary; the history of imports is beneath. */
import { useEffect } from 'react'
import { MoneyLayout } from '../money/MoneyLayout.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useWords } from '../words/use-words.ts'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportSummary } from './ImportSummary.tsx'
import { PickFile } from './PickFile.tsx'
import { Preview } from './Preview.tsx'
import { Refused } from './Refused.tsx'
import { useImport } from './use-import.ts'

export function ImportScreen() {
  const { t } = useWords()
  const flow = useImport()
  const { stage } = flow
  // Each step is a page of its own: its title, or what it says first, takes the focus.
  useEffect(() => {
    if (stage.kind === 'pick' || stage.kind === 'reading') return
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('[data-screen-title]')?.focus({ preventScroll: true })
  }, [stage.kind])
  return (
    <MoneyLayout
      screen="import"
      title={stage.kind === 'preview' ? stage.file.name : t('import.title')}
      intro={stage.kind === 'preview' ? t('import.preview.intro') : t('import.intro')}
    >
      {stage.kind === 'pick' && <PickFile flow={flow} problem={stage.problem} />}
      {stage.kind === 'reading' && (
        <ProgressBar
          label={t(`import.${stage.step}`, { name: stage.name })}
          value={stage.share}
          onCancel={flow.cancel}
        />
      )}
      {stage.kind === 'refused' && <Refused flow={flow} file={stage.file} problem={stage.problem} />}
      {stage.kind === 'preview' && <Preview flow={flow} stage={stage} />}
      {stage.kind === 'done' && <ImportSummary flow={flow} stage={stage} />}
      {(stage.kind === 'pick' || stage.kind === 'done') && <ImportHistory />}
    </MoneyLayout>
  )
}
