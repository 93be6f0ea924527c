/**
 * Benefits that a unit may have, from the dated table: at most how much, how that is worked out, until when it holds and
 * where it stands. Where the table has nothing for that time it says so; an older year is never taken instead.
 */
import type { BenefitAnswer, BenefitFigure } from '#domain/after-support.ts'
import type { AfterUnit, MonthThirteen } from '#state/month-13.ts'
import { useGroup } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Month13.module.css'
import { useAfterWords } from './use-after-words.ts'

const c = classes(css)

export function BenefitOffers({ facts }: { readonly facts: MonthThirteen }) {
  const { t } = useWords()
  const offers = facts.units.flatMap(unit =>
    unit.benefits
      .filter(each => !facts.lines.some(known => known.unit === unit.id && known.subject === each.subject))
      .map(benefit => ({ unit, benefit })),
  )
  if (offers.length === 0) return null
  return (
    <div className={c('offers')}>
      <p className={c('small')}>{t('after.benefits')}</p>
      <ul className={c('list')}>
        {offers.map(({ unit, benefit }) => (
          <li key={`${unit.id} ${benefit.subject}`}>
            <Offer facts={facts} unit={unit} benefit={benefit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface OfferProps {
  readonly facts: MonthThirteen
  readonly unit: AfterUnit
  readonly benefit: BenefitAnswer
}

function Offer({ facts, unit, benefit }: OfferProps) {
  const { t } = useWords()
  const name = t(`after.subject.${benefit.subject}`)
  if (benefit.kind === 'none')
    return (
      <p>
        {t('after.benefit-none', { unit: unit.label, name })}{' '}
        <span className={c('small')}>{t('after.benefit-look', { source: benefit.source })}</span>
      </p>
    )
  return <Figure facts={facts} unit={unit} benefit={benefit} name={name} />
}

interface FigureProps extends OfferProps {
  readonly benefit: BenefitFigure
  readonly name: string
}

function Figure({ facts, unit, benefit, name }: FigureProps) {
  const { t, date, month } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const { amount } = useAfterWords(facts.units)
  const { yearCents, parts, effectiveFrom, effectiveTo, status, source } = benefit
  const working = parts
    .map(each => t(`after.part.${each.of}`, { count: each.count, amount: amount(each.cents) }))
    .join(' + ')
  const until =
    effectiveTo === null ? '' : t('after.benefit-until', { month: month(effectiveTo.slice(0, 7)) })
  const add = () =>
    void save(
      commands.addAfterSupport([
        {
          sponsorship: facts.sponsorship.id,
          unit: unit.id,
          subject: benefit.subject,
          figure: { cents: yearCents, per: 'year' },
          source,
          asOf: effectiveFrom,
          status,
        },
      ]),
      t('after.added'),
    )
  return (
    <div className={c('offer')}>
      <p>
        {t('after.benefit', { unit: unit.label, name, amount: amount(yearCents) })}{' '}
        <StatusTag status={saidStatus(status)} />
        <br />
        <span className={c('small')}>
          {[working, until, effectiveFrom ? date(effectiveFrom) : '', source].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Button size="small" icon="add" onPress={add}>
        {t('after.benefit-add')}
      </Button>
    </div>
  )
}
