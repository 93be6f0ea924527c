/** The copy as a page, the same on the screen and on paper, in its own language. */
import type { HeldCopy } from '#state/held/held-about.ts'
import type { HeldItem } from '#state/held/held-words.ts'
import { classes } from '../../parts/classes.ts'
import type { Words } from '../../words/create-words.ts'
import css from './Held.module.css'

const c = classes(css)

interface HeldSheetProps {
  readonly copy: HeldCopy
  readonly words: Words
}

export function HeldSheet({ copy, words: { t, language } }: HeldSheetProps) {
  return (
    <article className={c('sheet')} lang={language}>
      <h3 className={c('title')}>{t('papers.held.title', { who: copy.who })}</h3>
      <p>{t('papers.held.made-on', { date: copy.madeOn })}</p>
      <p>{t('papers.held.intro')}</p>
      {copy.unread.length > 0 && (
        <section className={c('unread')}>
          <p>{t('papers.held.unread')}</p>
          <ul>
            {copy.unread.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {copy.sections.map(({ id, title, intro, items }) => (
        <section key={id} className={c('section')}>
          <h4>{title}</h4>
          <p className={c('intro')}>{intro}</p>
          {items.length === 0 && <p>{t('papers.held.nothing')}</p>}
          {items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place on the page
            <Item key={i} item={item} />
          ))}
        </section>
      ))}
      <section className={c('section')}>
        <h4>{t('papers.held.correct-title')}</h4>
        <p>{t('papers.held.correct')}</p>
      </section>
    </article>
  )
}

function Item({ item: { title, facts, parts } }: { readonly item: HeldItem }) {
  return (
    <div className={c('item')}>
      {title !== '' && <p className={c('name')}>{title}</p>}
      {facts.length > 0 && (
        <dl className={c('facts')}>
          {facts.map(({ label, value }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one label
            <div key={i} className={c('fact')}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place under its item
        <Item key={i} item={part} />
      ))}
    </div>
  )
}
