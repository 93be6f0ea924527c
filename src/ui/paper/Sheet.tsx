/**
 * What printed sheets are made of: the sheet itself, lines to write on, boxes to tick, tables to fill in by hand. All of
 * it is drawn in black, by lines and never by grounds, which many printers leave out.
 */
import { Fragment, type ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import css from './Sheet.module.css'

const c = classes(css)

interface SheetProps {
  /** `prose`: a letter. `form`: to be filled in, with its pages numbered. `large`: to be read in a car. */
  readonly kind: 'prose' | 'form' | 'large'
  /** Where it is not that of the screen. */
  readonly language?: string
  readonly children: ReactNode
}

export function Sheet({ kind, language, children }: SheetProps) {
  return (
    <article className={c('sheet', kind)} {...(language === undefined ? {} : { lang: language })}>
      {children}
    </article>
  )
}

/** To write on by hand, inside a sentence. */
export const Line = () => <span className={c('line')} />

/** To tick by hand. */
export const Tick = () => <span className={c('tick')} aria-hidden="true" />

/** Empty lines under each other. */
export function WriteLines({ count }: { readonly count: number }) {
  return (
    <div>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its number
        <p key={i} className={c('write')} />
      ))}
    </div>
  )
}

/** Sentences under each other, each with its point. */
export function Points({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className={c('points')}>
      {of.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Facts with what they are called before them. */
export function Facts({
  of,
}: {
  readonly of: readonly { readonly label: string; readonly value: ReactNode }[]
}) {
  return (
    <dl className={c('facts')}>
      {of.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/**
 * A text of the interface as a form: its runs of underscores are drawn as lines that share the width of the page, and
 * its ☐ as boxes to tick.
 */
export function FillIn({ text }: { readonly text: string }) {
  const parts = text.split(/(_{3,})/)
  return (
    <p className={c('fill')}>
      {parts.flatMap((label, i) => {
        if (i % 2 === 1 || label.trim() === '') return []
        const blank = parts[i + 1]?.length ?? 0
        return [
          <span key={label} className={c('part', blank > 0 && lengthOf(blank))}>
            <span>{withTicks(label.trim())}</span>
            {blank > 0 && <span className={c('blank')} />}
          </span>,
        ]
      })}
    </p>
  )
}

const LONG = 16
const SHORT = 9
const lengthOf = (underscores: number) =>
  underscores > LONG ? 'long' : underscores < SHORT ? 'short' : 'middle'

const withTicks = (text: string): ReactNode =>
  text.split('☐').map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
    <Fragment key={i}>
      {i > 0 && <Tick />}
      {part}
    </Fragment>
  ))

interface SignaturesProps {
  /** What stands under each line of a row: who signs, the name, the day. */
  readonly captions: readonly [string, string, string]
  readonly count: number
}

/** So many rows go to one page with each other, so that none stands on a page by itself. */
const TOGETHER = 6

export function Signatures({ captions, count }: SignaturesProps) {
  return (
    <div className={c(count <= TOGETHER && 'together')}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its number
        <p key={i} className={c('sign')}>
          {captions.map(caption => (
            <span key={caption}>{caption}</span>
          ))}
        </p>
      ))}
    </div>
  )
}

interface SheetTableProps {
  readonly columns: readonly { readonly label: string; readonly kind: 'box' | 'note' }[]
  readonly groups: readonly { readonly title: string; readonly rows: readonly string[] }[]
}

/** One table for all groups, so that their columns stand under each other and their heads on each page. */
export function SheetTable({ columns, groups }: SheetTableProps) {
  const hasBoxes = columns.some(each => each.kind === 'box')
  return (
    <table className={c('table', hasBoxes && 'boxed')}>
      <thead>
        <tr>
          <td className={c('label')} />
          {columns.map(({ label, kind }) => (
            <th key={label} scope="col" className={c(kind === 'box' && 'box')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length + 1}>
              {title}
            </th>
          </tr>
          {rows.map(row => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map(({ label, kind }) => (
                <td key={label} className={c(kind === 'box' && 'box')}>
                  {kind === 'box' && <Tick />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
