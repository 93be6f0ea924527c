/** One card as it is handed out: the newcomer's language large, English beneath it small, in the script's direction. */
import type { ReactNode } from 'react'
import type { PhraseBook } from '#domain/phrases.ts'
import type { Card, CardLine, CardText } from '#reports/card.ts'
import { classes } from '../../parts/classes.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Cards.module.css'

const c = classes(css)

interface PrintedCardProps {
  readonly card: Card
  readonly book: PhraseBook
}

export function PrintedCard({ card, book }: PrintedCardProps) {
  return (
    <Scripted book={book}>
      <Heading card={card} />
      <Lines lines={card.lines} />
      {card.note && (
        <p className={c('note')}>
          <Both text={card.note} />
        </p>
      )}
    </Scripted>
  )
}

/** What sets language, direction and font, and what marks a language that nobody has checked. */
export function Scripted({ book, children }: { readonly book: PhraseBook; readonly children: ReactNode }) {
  return (
    <article className={c('card', book.font)} lang={book.language} dir={book.direction} data-card="">
      {book.status === 'draft' && <DraftMark />}
      {children}
    </article>
  )
}

/** In the language of whoever prints it: it speaks to them, before it could reach anybody else. */
function DraftMark() {
  const { t, language } = useWords()
  return (
    <>
      <p className={c('draft')} lang={language} dir="ltr">
        {t('calendar.cards.draft-mark')}
      </p>
      <p className={c('across')} lang={language} dir="ltr" aria-hidden="true">
        {t('calendar.cards.draft-mark')}
      </p>
    </>
  )
}

export function Heading({ card }: { readonly card: Pick<Card, 'heading' | 'title'> }) {
  return (
    <div className={c('heading')}>
      <p className={c('kind')}>
        <Both text={card.heading} />
      </p>
      {card.title && <p className={c('title')}>{card.title}</p>}
    </div>
  )
}

export function Lines({ lines }: { readonly lines: readonly CardLine[] }) {
  return (
    <dl className={c('lines')}>
      {lines.map(({ key, label, values }) => (
        <div key={key} data-line={key}>
          <dt className={c('label')}>
            <Both text={label} />
          </dt>
          {values.length === 0 && <dd className={c('by-hand')} />}
          {values.map(value => (
            <dd key={value.text} className={c('value')}>
              <Both text={value} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

export function Both({ text: { text, english } }: { readonly text: CardText }) {
  return (
    <>
      <span className={c('own')}>{text}</span>
      {english !== null && (
        <span className={c('english')} lang="en" dir="ltr">
          {english}
        </span>
      )}
    </>
  )
}
