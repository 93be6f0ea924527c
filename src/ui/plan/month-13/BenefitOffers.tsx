/**
 * Benefits that a unit may have, from the dated table: at most how much, how that is worked out, until when it holds and
 * where it stands. Where the table has nothing for that time it says so; an older year is never taken instead.
 */
import type { BenefitAnswer, BenefitFigure } from '#domain/after-support.ts'
import type { AfterUnit, MonthThirteen } from '#state/month-13.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { RowFacts, RowItem, RowList, RowName } from '../../parts/RowList.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useSave } from '../../use-save.ts'
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
      <RowList label={t('after.benefits-list')}>
        {offers.flatMap(({ unit, benefit }) =>
          benefit.kind === 'none'
            ? []
            : [<Offer key={`${unit.id} ${benefit.subject}`} facts={facts} unit={unit} benefit={benefit} />],
        )}
        {unknownOf(offers).map(each => (
          <Unknown key={each.benefit.subject} {...each} />
        ))}
      </RowList>
    </div>
  )
}

interface Offered {
  readonly unit: AfterUnit
  readonly benefit: BenefitAnswer
}

interface UnknownBenefit {
  readonly units: readonly AfterUnit[]
  readonly benefit: BenefitAnswer
}

/** Said once for all units: nobody has a figure for it. */
function unknownOf(offers: readonly Offered[]): readonly UnknownBenefit[] {
  const found = new Map<string, UnknownBenefit>()
  for (const { unit, benefit } of offers)
    if (benefit.kind === 'none')
      found.set(benefit.subject, {
        units: [...(found.get(benefit.subject)?.units ?? []), unit],
        benefit,
      })
  return [...found.values()]
}

function Unknown({ units, benefit }: UnknownBenefit) {
  const { t, list } = useWords()
  return (
    <RowItem>
      <RowName>{t(`after.subject.${benefit.subject}`)}</RowName>
      <RowFacts>
        <span>{list(units.map(each => each.label))}</span>
        <span>{t('after.benefit-none')}</span>
        <span>{t('after.benefit-look', { source: siteOf(benefit.source) })}</span>
      </RowFacts>
    </RowItem>
  )
}

const siteOf = (source: string): string => source.replace(/^https:\/\/|\/$/g, '')

interface OfferProps {
  readonly facts: MonthThirteen
  readonly unit: AfterUnit
  readonly benefit: BenefitFigure
}

function Offer({ facts, unit, benefit }: OfferProps) {
  const { t, date, month } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const { amount } = useAfterWords(facts.units)
  const { yearCents, parts, effectiveFrom, effectiveTo, status, source } = benefit
  const name = t(`after.subject.${benefit.subject}`)
  const working = parts
    .map(each => t(`after.part.${each.of}`, { count: each.count, amount: amount(each.cents) }))
    .join(' + ')
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
    <RowItem
      actions={
        <Button size="small" icon="add" onPress={add}>
          {t('after.benefit-add')}
        </Button>
      }
    >
      <RowName>{t('after.benefit', { unit: unit.label, name, amount: amount(yearCents) })}</RowName>
      <RowFacts>
        <StatusTag status={saidStatus(status)} />
        <span>{working}</span>
        {effectiveTo !== null && (
          <span>{t('after.benefit-until', { month: month(effectiveTo.slice(0, 7)) })}</span>
        )}
        {effectiveFrom && <span>{date(effectiveFrom)}</span>}
        <span>{siteOf(source)}</span>
      </RowFacts>
    </RowItem>
  )
}
