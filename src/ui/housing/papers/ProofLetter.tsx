/**
 * A dated agreement that proves where somebody lives, until there is a lease: offices ask for it. The names are written
 * by hand – they are kept in Care and are on nothing that this prints – and so are the signatures. It is in the language
 * of the office, whatever language the screen has.
 */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import texts from '#resources/letters/proof-of-address.json'
import { searchFacts } from '#state/home-figures.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { Facts, Line, Sheet, Signatures, WriteLines } from '../../paper/Sheet.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { createFormats } from '../../words/formats.ts'
import type { Language } from '../../words/messages.ts'
import { useWords } from '../../words/use-words.ts'
import { LetterLanguage } from '../LetterLanguage.tsx'

const MOST_PEOPLE = 20

export function ProofLetterDialog({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  const { t, language: screen } = useWords()
  const { tools } = useServices()
  const { people } = useLive(live => searchFacts(live, tools.today()))
  const [language, setLanguage] = useState<Language>(screen)
  const [adults, setAdults] = useState(Math.max(1, people.adults))
  const [children, setChildren] = useState(people.children)
  return (
    <PaperDialog
      title={t('housing.letter')}
      action={t('housing.letter.print')}
      job={{ title: t('housing.letter.print-title'), file: t('housing.letter.file') }}
      testId="letter-paper"
      sheet={<ProofLetter home={home} language={language} adults={adults} all={adults + children} />}
      typed={[home.address, home.landlord]}
      foot={texts[language].title}
      onClose={onClose}
    >
      <LetterLanguage value={language} onChange={setLanguage} />
      <NumberStepper
        label={t('housing.letter.adults')}
        hint={t('housing.letter.by-hand')}
        value={adults}
        min={1}
        max={MOST_PEOPLE}
        onChange={setAdults}
      />
      <NumberStepper
        label={t('housing.letter.children')}
        value={children}
        max={MOST_PEOPLE}
        onChange={setChildren}
      />
    </PaperDialog>
  )
}

interface ProofLetterProps {
  readonly home: Home
  readonly language: Language
  readonly adults: number
  readonly all: number
}

function ProofLetter({ home, language, adults, all }: ProofLetterProps) {
  const words = texts[language]
  const { date } = createFormats(language)
  const { from, to } = home.stay
  return (
    <Sheet kind="prose" language={language}>
      <h1>{words.title}</h1>
      <p>{words.lives}</p>
      <Facts
        of={[
          { label: words.address, value: home.address || <Line /> },
          { label: words.from, value: from === null ? <Line /> : date(from, 'long') },
          { label: words.to, value: to === null ? words.open : date(to, 'long') },
          { label: words.provider, value: home.landlord || <Line /> },
        ]}
      />
      <h2>{words.names}</h2>
      <WriteLines count={all} />
      <p>{words.terms}</p>
      <Signatures captions={[words['of-provider'], words.name, words.date]} count={1} />
      <Signatures captions={[words['of-resident'], words.name, words.date]} count={adults} />
    </Sheet>
  )
}
