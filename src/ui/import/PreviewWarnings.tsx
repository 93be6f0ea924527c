/** What somebody should know although the file was read. */
import { unlikelyDay } from '#state/import-preview.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import type { ImportFlow, PreviewStage } from './use-import.ts'

interface PreviewWarningsProps {
  readonly flow: ImportFlow
  readonly stage: PreviewStage
}

export function PreviewWarnings({ flow, stage }: PreviewWarningsProps) {
  const { t, today, date } = useWords()
  const { read, file } = stage
  const day = unlikelyDay(read.accounts, today())
  const flipped = file.answers.flipSign === true
  const warned = new Set<string>()
  const warnings = read.warnings.map(warning => {
    const key = warning.kind === 'no-final-newline' ? warning.kind : `${warning.kind} ${warning.account}`
    if (warned.has(key)) return null
    warned.add(key)
    if (warning.kind === 'not-cad')
      return (
        <Notice key={key} kind="warn">
          {t('import.warning.not-cad', { currency: warning.currency })}
        </Notice>
      )
    if (warning.kind === 'all-one-sign' || warning.kind === 'card-signs')
      return flipped ? null : (
        <Notice
          key={key}
          kind="warn"
          actions={
            <Button size="small" onPress={() => void flow.reread(file, { answers: { flipSign: true } })}>
              {t('import.flip')}
            </Button>
          }
        >
          {t(`import.warning.all.${warning.kind === 'card-signs' ? 'card' : warning.sign}`)}
        </Notice>
      )
    return (
      <Notice key={key} kind="info">
        {t('import.warning.no-final-newline')}
      </Notice>
    )
  })
  return (
    <>
      {day !== null && (
        <Notice kind="warn">{t('import.warning.unlikely-day', { date: date(day, 'long') })}</Notice>
      )}
      {warnings}
    </>
  )
}
