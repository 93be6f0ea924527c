/** The copy of everything held about a person: read on the screen, printed, or saved as text, in English or French. */

import { useState } from 'react'
import type { Person } from '#domain/household.ts'
import { canRead } from '#state/compartments.ts'
import { type HeldCopy, heldCopy, heldText } from '#state/held/held-about.ts'
import { CloudNotice } from '../../CloudNotice.tsx'
import { usePrintSheet } from '../../calendar/use-print-sheet.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useKeepFile } from '../../use-keep-file.ts'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import type { Words } from '../../words/create-words.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../words/messages.ts'
import { useWords } from '../../words/use-words.ts'
import { useWordsIn } from '../../words/use-words-in.ts'
import { HeldSheet } from './HeldSheet.tsx'
import { LeavesDialog, type Leaving } from './LeavesDialog.tsx'

interface HeldDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

const COMPARTMENTS = ['team', 'money', 'care'] as const

export function HeldDialog({ person, onClose }: HeldDialogProps) {
  const { t, today, language: onScreen } = useWords()
  const { vault } = useGroup()
  const [language, setLanguage] = useState<Language>(onScreen)
  const words = useWordsIn(language)
  const readable = COMPARTMENTS.filter(each => canRead(vault, each))
  const copy = useLive(live =>
    words === null ? null : heldCopy({ live, today: today(), readable, say: words }, person.id),
  )
  /** It has amounts on it: neither shown nor let out while they are hidden. */
  const hides = useAmountsHidden()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const leave = useLeave(copy, words)
  return (
    <Dialog
      title={t('papers.held.title', { who: person.label })}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <>
          <Button icon="save" disabled={copy === null || hides} onPress={() => setLeaving('text')}>
            {t('papers.held.save')}
          </Button>
          <Button
            kind="primary"
            icon="print"
            disabled={copy === null || hides}
            onPress={() => setLeaving('print')}
          >
            {t('papers.held.print')}
          </Button>
        </>
      }
    >
      <Stack>
        <Select
          label={t('papers.held.language')}
          value={language}
          onChange={setLanguage}
          choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <CloudNotice name={leave.cloudName} />
        {hides ? (
          <Notice>{t('papers.amounts-hidden')}</Notice>
        ) : copy === null || words === null ? (
          <ProgressBar label={t('papers.held.loading')} value={null} />
        ) : (
          <>
            <HeldSheet copy={copy} words={words} />
            <PrintedPaper testId="held-paper">
              <HeldSheet copy={copy} words={words} />
            </PrintedPaper>
          </>
        )}
      </Stack>
      {leaving !== null && copy !== null && (
        <LeavesDialog
          copy={copy}
          how={leaving}
          onCancel={() => setLeaving(null)}
          onConfirm={() => {
            setLeaving(null)
            void leave.run(leaving)
          }}
        />
      )}
    </Dialog>
  )
}

/** Out of the group file, where the person chooses. */
function useLeave(copy: HeldCopy | null, words: Words | null) {
  const { t, today } = useWords()
  const keepFile = useKeepFile()
  const file = t('papers.held.file')
  const { print } = usePrintSheet({ title: file, file })
  const [cloudName, setCloudName] = useState<string | null>(null)
  return {
    cloudName,
    async run(how: Leaving): Promise<void> {
      setCloudName(null)
      if (how === 'print') return print()
      if (copy === null || words === null) return
      const name = `${file}-${today()}.txt`
      // With its mark, so that every editor reads the accents as they are.
      const bytes = new TextEncoder().encode(`\ufeff${heldText(copy, words)}`)
      if ((await keepFile(name, bytes)) === 'cloud-folder') setCloudName(name)
    },
  }
}
