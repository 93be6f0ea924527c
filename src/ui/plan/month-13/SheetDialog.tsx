/** Month 13 on one page for the household, in English or French, looked at before it is printed. */
import { useState } from 'react'
import { type MonthThirteen, whomTheyCall } from '#state/month-13.ts'
import { tellingIn } from '#state/month-13-sheet.ts'
import { useCanRead, useGroup, useLive } from '../../group-context.tsx'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Select } from '../../parts/Select.tsx'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../words/messages.ts'
import { useWords } from '../../words/use-words.ts'
import { useWordsIn } from '../../words/use-words-in.ts'
import { Sheet } from './Sheet.tsx'

interface SheetDialogProps {
  readonly facts: MonthThirteen
  readonly onClose: () => void
}

export function SheetDialog({ facts, onClose }: SheetDialogProps) {
  const { t, language: onScreen } = useWords()
  const { live } = useGroup()
  const readsMoney = useCanRead('money')
  const [language, setLanguage] = useState<Language>(onScreen)
  const words = useWordsIn(language)
  /** It has amounts on it: neither shown nor printed while they are hidden. */
  const hides = useAmountsHidden()
  const file = t('after.file')
  const calls = useLive(here => whomTheyCall(here, facts.sponsorship.id))
  const telling = tellingIn(live, facts)
  return (
    <PaperDialog
      title={t('after.sheet')}
      action={t('after.print-now')}
      job={{ title: file, file }}
      testId="month-13-paper"
      sheet={
        words === null || hides ? null : (
          <Sheet facts={facts} words={words} hasMoney={readsMoney} calls={calls} />
        )
      }
      onClose={onClose}
    >
      <Select
        label={t('after.language')}
        value={language}
        onChange={setLanguage}
        choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      {telling.length > 0 && (
        <Notice kind="warn" announce>
          {t('calendar.export.telling', { words: telling.join(', ') })}
        </Notice>
      )}
      {hides && <Notice>{t('papers.amounts-hidden')}</Notice>}
      {words === null && !hides && <ProgressBar label={t('papers.held.loading')} value={null} />}
    </PaperDialog>
  )
}
