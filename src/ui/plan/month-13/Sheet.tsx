/** The page itself: no name, no program, nothing that tells why somebody is here. */
import { type AfterSupportLine, aMonth, isIncome } from '#domain/after-support.ts'
import type { Call, MonthThirteen } from '#state/month-13.ts'
import { classes } from '../../parts/classes.ts'
import type { Words } from '../../words/create-words.ts'
import css from './Month13.module.css'
import { afterWords } from './use-after-words.ts'

const c = classes(css)

interface SheetProps {
  readonly facts: MonthThirteen
  readonly words: Words
  readonly hasMoney: boolean
  readonly calls: readonly Call[]
}

export function Sheet({ facts, words, hasMoney, calls }: SheetProps) {
  const { t, date, today, language } = words
  const { differenceCents } = facts.sums
  const { amount } = afterWords(words, facts.units, false)
  return (
    <article className={c('sheet')} lang={language}>
      <h3>{t('after.sheet')}</h3>
      {facts.units.map(({ id, label, ends }) => (
        <p key={id}>
          {ends === null
            ? t('after.unit-ends-unknown', { unit: label })
            : t('after.unit-ends', { unit: label, date: date(ends, 'long') })}
        </p>
      ))}
      <p>{t('after.never-repay')}</p>
      {hasMoney && facts.lines.length > 0 && (
        <>
          <Lines facts={facts} words={words} side="income" />
          <Lines facts={facts} words={words} side="cost" />
          <p>
            <strong>
              {differenceCents < 0
                ? t('after.short', { amount: amount(-differenceCents) })
                : differenceCents === 0
                  ? t('after.even')
                  : t('after.left', { amount: amount(differenceCents) })}
            </strong>
          </p>
          <p>{t('after.sheet-expected')}</p>
        </>
      )}
      <Calls calls={calls} words={words} />
      <p>{t('after.sheet-made', { date: date(today(), 'long') })}</p>
    </article>
  )
}

interface LinesProps {
  readonly facts: MonthThirteen
  readonly words: Words
  readonly side: 'income' | 'cost'
}

function Lines({ facts, words, side }: LinesProps) {
  const { t } = words
  const said = afterWords(words, facts.units, false)
  const lines = facts.lines.filter(each => isIncome(each) === (side === 'income'))
  const { incomeCents, costCents } = facts.sums
  const nameOf = (of: AfterSupportLine): string =>
    [
      said.name(of),
      of.unit === null ? '' : `(${said.unit(of.unit)})`,
      of.status === 'unverified' ? `– ${t('common.figure.to-check')}` : '',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <>
      <h4>{t(`after.sheet.${side}`)}</h4>
      <dl className={c('figures')}>
        {lines.map(each => (
          <div key={each.id} className={c('pair')}>
            <dt>{nameOf(each)}</dt>
            <dd>{said.amount(aMonth(each.figure))}</dd>
          </div>
        ))}
        <div className={c('pair', 'sum')}>
          <dt>{t('money.total')}</dt>
          <dd>{said.amount(side === 'income' ? incomeCents : costCents)}</dd>
        </div>
      </dl>
    </>
  )
}

function Calls({ calls, words: { t } }: Pick<SheetProps, 'calls' | 'words'>) {
  const known = calls.flatMap(each => (each.contact ? [{ ...each, contact: each.contact }] : []))
  if (known.length === 0) return null
  return (
    <>
      <h4>{t('after.call')}</h4>
      <dl className={c('figures')}>
        {known.map(({ id, about, contact: { name, organization, phone } }) => (
          <div key={id} className={c('pair')}>
            <dt>{[about, name || organization].filter(Boolean).join(' – ')}</dt>
            <dd>{phone}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
