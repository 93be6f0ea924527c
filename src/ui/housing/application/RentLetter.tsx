/**
 * The letter that goes with an application in place of a guarantor: the group sees to the rent, until when. It has the
 * group's name on paper and nothing of why or for whom, in the landlord's language, whatever language the screen has.
 */
import { useState } from 'react'
import { GROUP_ID, group } from '#domain/group.ts'
import type { Home } from '#domain/home.ts'
import texts from '#resources/letters/rent-letter.json'
import { rentSureUntil } from '#state/home-papers.ts'
import { useLive } from '../../group-context.tsx'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { Facts, Line, Sheet, Signatures, WriteLines } from '../../paper/Sheet.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TellingNotice } from '../../setup/TellingNotice.tsx'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import { createFormats } from '../../words/formats.ts'
import type { Language } from '../../words/messages.ts'
import { useWords } from '../../words/use-words.ts'
import { LetterLanguage } from '../LetterLanguage.tsx'

export function RentLetterDialog({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  const { t, language: screen, today } = useWords()
  const sure = useLive(rentSureUntil)
  const nameOnPaper = useLive(live => live.get(group, GROUP_ID))?.nameOnPaper ?? ''
  /** The rent stands on it: neither shown nor printed while amounts are hidden. */
  const hides = useAmountsHidden()
  const [language, setLanguage] = useState<Language>(screen)
  const [until, setUntil] = useState(sure !== null && sure > today() ? sure : null)
  return (
    <PaperDialog
      title={t('housing.rent-letter')}
      action={t('housing.letter.print')}
      job={{ title: t('housing.letter.print-title'), file: t('housing.letter.file') }}
      testId="rent-letter-paper"
      sheet={hides ? null : <RentLetter home={home} language={language} name={nameOnPaper} until={until} />}
      typed={[home.landlord, home.address]}
      onClose={onClose}
    >
      <p>{t('housing.rent-letter.plain')}</p>
      {hides && <Notice>{t('papers.amounts-hidden')}</Notice>}
      <TellingNotice text={nameOnPaper} />
      <LetterLanguage value={language} onChange={setLanguage} />
      <DateField
        label={t('housing.rent-letter.until')}
        hint={t('housing.rent-letter.until-hint')}
        optional
        value={until}
        onChange={setUntil}
      />
    </PaperDialog>
  )
}

interface RentLetterProps {
  readonly home: Home
  readonly language: Language
  readonly name: string
  readonly until: string | null
}

function RentLetter({ home, language, name, until }: RentLetterProps) {
  const words = texts[language]
  const { today } = useWords()
  const { date, money } = createFormats(language)
  const { rentCents } = home.terms
  return (
    <Sheet kind="prose" language={language}>
      <h1>{words.title}</h1>
      <Facts
        of={[
          { label: words.date, value: date(today(), 'long') },
          { label: words.to, value: home.landlord || <Line /> },
          { label: words.home, value: home.address || <Line /> },
        ]}
      />
      <p>
        <strong>{name || words.group}</strong> {words.pays}
      </p>
      <Facts
        of={[
          { label: words.rent, value: rentCents === null ? <Line /> : money(rentCents) },
          { label: words.until, value: until === null ? <Line /> : date(until, 'long') },
        ]}
      />
      <p>{words.after}</p>
      <p>{words.promise}</p>
      <p>{words.call}</p>
      <WriteLines count={2} />
      <Signatures captions={[words['of-group'], words.name, words.date]} count={2} />
    </Sheet>
  )
}
