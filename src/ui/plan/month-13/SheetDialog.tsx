/** Month 13 on one page for the household, in English or French, looked at before it is printed. */
import { useState } from 'react'
import { type MonthThirteen, whomTheyCall } from '#state/month-13.ts'
import { tellingIn } from '#state/month-13-sheet.ts'
import { usePrintSheet } from '../../calendar/use-print-sheet.ts'
import { useCanRead, useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Stack } from '../../parts/Section.tsx'
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
  const { isPrinting, print } = usePrintSheet({ title: file, file })
  const calls = useLive(here => whomTheyCall(here, facts.sponsorship.id))
  const telling = tellingIn(live, facts)
  return (
    <Dialog
      title={t('after.sheet')}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <Button
          kind="primary"
          icon="print"
          busy={isPrinting}
          disabled={words === null || hides}
          onPress={() => void print()}
        >
          {t('after.print-now')}
        </Button>
      }
    >
      <Stack>
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
        {hides ? (
          <Notice>{t('papers.amounts-hidden')}</Notice>
        ) : words === null ? (
          <ProgressBar label={t('papers.held.loading')} value={null} />
        ) : (
          <>
            <Sheet facts={facts} words={words} hasMoney={readsMoney} calls={calls} />
            <PrintedPaper testId="month-13-paper">
              <Sheet facts={facts} words={words} hasMoney={readsMoney} calls={calls} />
            </PrintedPaper>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
