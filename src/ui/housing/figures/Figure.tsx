/** One figure of a home: what it comes to, what of it is not known, and its working for those who open it. */
import type { ReactNode } from 'react'
import type { CostPartId } from '#domain/home-cost.ts'
import type { Cents } from '#domain/money.ts'
import type { Provenance } from '#domain/rates.ts'
import { Amount } from '../../parts/Amount.tsx'
import { classes } from '../../parts/classes.ts'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Icon } from '../../parts/Icon.tsx'
import type { KeyValue } from '../../parts/KeyValueList.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Figures.module.css'
import { useFigureWords } from './use-figure-words.ts'

const c = classes(css)

interface FigureProps {
  /** Null: not known at all. */
  readonly cents: Cents | null
  /** Of a sum: it is more than this by what these come to. */
  readonly missing: readonly CostPartId[]
  /** Beside or under the amount. */
  readonly said?: ReactNode
  readonly working: readonly KeyValue[]
}

export function Figure({ cents, missing, said, working }: FigureProps) {
  const { t } = useWords()
  const words = useFigureWords()
  const isPart = missing.length > 0
  return (
    <div className={c('figure')}>
      {cents === null ? (
        <span className={c('unknown')}>{t('housing.not-known')}</span>
      ) : (
        <span className={c('amount')}>
          {isPart && <span className={c('least')}>{t('housing.at-least')} </span>}
          <Amount cents={cents} strong />
        </span>
      )}
      {said && <span className={c('said')}>{said}</span>}
      {isPart && <span className={c('missing')}>{words.missing(missing)}</span>}
      <Disclosure label={t('housing.working')}>
        <dl className={c('working')}>
          {working.map(({ key, value, note }) => (
            <div key={key} className={c('part')}>
              <dt>{key}</dt>
              <dd className={c('value')}>{value}</dd>
              {note && <dd className={c('note')}>{note}</dd>}
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}

/** In a column of a comparison a notice would be a column of words. */
export function FigureWarning({ children }: { readonly children: ReactNode }) {
  return (
    <p className={c('warning')}>
      <Icon name="warn" size={16} className={c('mark')} /> {children}
    </p>
  )
}

/** Under a part of a working: in words where it comes from; of an official figure how sure it is, and its source. */
export function SourceNote({ text, from }: { readonly text: string; readonly from: Provenance | null }) {
  return (
    <span className={c('source')}>
      <span>{text}</span>
      {from && (
        <>
          <StatusTag status={saidStatus(from.status)} />
          <span>{from.source.replace(/^https:\/\/|\/$/g, '')}</span>
        </>
      )}
    </span>
  )
}
