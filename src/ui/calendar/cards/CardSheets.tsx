/**
 * The sheets of Letter paper that cards are printed on. Pocket cards come four to a sheet, a quarter of it each, with
 * lines to cut along: an A6 card is a little longer than that, and four of them would not fit.
 */
import type { PhraseBook } from '#domain/phrases.ts'
import type { Card, WeekSheet } from '#reports/card.ts'
import { classes } from '../../parts/classes.ts'
import css from './Cards.module.css'
import { Both, Heading, Lines, PrintedCard, Scripted } from './PrintedCard.tsx'

const c = classes(css)
const CARDS_A_SHEET = 4

export type CardSize = 'pocket' | 'letter'

/** What is printed: cards of one size, or a week. */
export type CardPaper =
  | { readonly kind: 'cards'; readonly size: CardSize; readonly cards: readonly Card[] }
  | { readonly kind: 'week'; readonly week: WeekSheet }

export function CardSheets({ paper, book }: { readonly paper: CardPaper; readonly book: PhraseBook }) {
  if (paper.kind === 'week')
    return (
      <div className={c('sheet', 'letter')}>
        <WeekPaper week={paper.week} book={book} />
      </div>
    )
  if (paper.size === 'letter')
    return paper.cards.map(card => (
      <div key={card.id} className={c('sheet', 'letter')}>
        <PrintedCard card={card} book={book} />
      </div>
    ))
  return Array.from({ length: Math.ceil(paper.cards.length / CARDS_A_SHEET) }, (_, sheet) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its number
    <div key={sheet} className={c('sheet', 'pocket')}>
      {paper.cards.slice(sheet * CARDS_A_SHEET, (sheet + 1) * CARDS_A_SHEET).map(card => (
        <div key={card.id} className={c('quarter')} data-quarter="">
          <PrintedCard card={card} book={book} />
        </div>
      ))}
      <span className={c('cut-along')} aria-hidden="true" />
      <span className={c('cut-down')} aria-hidden="true" />
    </div>
  ))
}

function WeekPaper({ week, book }: { readonly week: WeekSheet; readonly book: PhraseBook }) {
  return (
    <Scripted book={book}>
      <p className={c('kind')}>
        <Both text={week.heading} />
      </p>
      <p className={c('span')}>
        <Both text={week.from} />
      </p>
      <p className={c('span')}>
        <Both text={week.to} />
      </p>
      {week.days.length === 0 && (
        <p className={c('note')}>
          <Both text={week.nothing} />
        </p>
      )}
      {week.days.map(({ date, day, cards }) => (
        <section key={date} className={c('day')}>
          <p className={c('date-of-day')}>
            <Both text={day} />
          </p>
          {cards.map(card => (
            <div key={card.id} className={c('entry')}>
              <Heading card={card} />
              <Lines lines={card.lines} />
            </div>
          ))}
        </section>
      ))}
      <Lines lines={[week.late]} />
    </Scripted>
  )
}
