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
import { classes } from '../../parts/classes.ts'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { createFormats } from '../../words/formats.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../words/messages.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Papers.module.css'

const c = classes(css)
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
      onClose={onClose}
    >
      <RadioCards
        label={t('housing.letter.language')}
        columns={2}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
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
    <article className={c('sheet')} lang={language}>
      <h1>{words.title}</h1>
      <p>{words.lives}</p>
      <p className={c('address')}>{home.address || <Line />}</p>
      <p>
        {words.from} {from === null ? <Line /> : date(from, 'long')}
        <br />
        {words.to} {to === null ? words.open : date(to, 'long')}
      </p>
      <p>
        {words.provider} {home.landlord || <Line />}
      </p>
      <h2>{words.names}</h2>
      <Lines count={all} />
      <p>{words.terms}</p>
      <h2>{words.signed}</h2>
      <Signature label={words['of-provider']} date={words.date} count={1} />
      <Signature label={words['of-resident']} date={words.date} count={adults} />
    </article>
  )
}

/** To write on by hand. */
export const Line = () => <span className={c('line')} />

function Lines({ count }: { readonly count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its number
        <p key={i} className={c('write')} />
      ))}
    </>
  )
}

interface SignatureProps {
  readonly label: string
  readonly date: string
  readonly count: number
}

/** A line to sign on and one for the day. */
export function Signature({ label, date, count }: SignatureProps) {
  return (
    <div className={c('signatures')}>
      <p>{label}</p>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its number
        <p key={i} className={c('sign')}>
          <span className={c('long')} />
          <span>{date}</span>
          <span className={c('short')} />
        </p>
      ))}
    </div>
  )
}
