/** The figures of a home that are compared, each with its working. */
import type { Cost } from '#domain/home-cost.ts'
import type { HomeFigures, SearchFacts, Shelter } from '#state/home-figures.ts'
import { useCanRead } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import type { KeyValue } from '../../parts/KeyValueList.tsx'
import { useWords } from '../../words/use-words.ts'
import { Figure, FigureWarning, SourceNote } from './Figure.tsx'
import { useFigureWords } from './use-figure-words.ts'

export const figureKinds = ['monthly', 'first-month', 'gap', 'after'] as const
export type FigureKind = (typeof figureKinds)[number]

interface HomeFigureProps {
  readonly kind: FigureKind
  readonly figures: HomeFigures
  readonly facts: SearchFacts
}

export function HomeFigure({ kind, figures, facts }: HomeFigureProps) {
  switch (kind) {
    case 'monthly':
      return <CostFigure cost={figures.monthly} facts={facts} />
    case 'first-month':
      return (
        <>
          <CostFigure cost={figures.firstMonth} facts={facts} />
          <TooMuch of={figures.tooMuch} />
        </>
      )
    case 'gap':
      return <GapFigure figures={figures} facts={facts} />
    case 'after':
      return <AfterFigure figures={figures} facts={facts} />
  }
}

/** Each part with its source; of one that is not known, why. */
function usePartLines(cost: Cost, facts: SearchFacts): readonly KeyValue[] {
  const words = useFigureWords()
  const { t } = useWords()
  const province = facts.sponsorship?.province ?? ''
  return cost.parts.map(each => ({
    key: words.part(each.id),
    value: each.cents === null ? t('housing.not-known') : <Amount cents={each.cents} />,
    note: (
      <SourceNote
        text={words.source(each, province)}
        from={each.cents !== null && each.source.kind === 'rule' ? each.source.from : null}
      />
    ),
  }))
}

function CostFigure({ cost, facts }: { readonly cost: Cost; readonly facts: SearchFacts }) {
  const working = usePartLines(cost, facts)
  const isNothing = cost.missing.includes('rent')
  return (
    <Figure
      cents={isNothing ? null : cost.knownCents}
      missing={isNothing ? [] : cost.missing}
      working={working}
    />
  )
}

function TooMuch({ of }: { readonly of: HomeFigures['tooMuch'] }) {
  const { t, money } = useWords()
  if (of === null) return null
  return (
    <FigureWarning>
      {t(`housing.too-much.${of.kind}`, { asked: money(of.askedCents), most: money(of.mostCents) })}
    </FigureWarning>
  )
}

function GapFigure({ figures, facts }: Omit<HomeFigureProps, 'kind'>) {
  const { t } = useWords()
  const words = useFigureWords()
  const parts = usePartLines(figures.monthly, facts)
  const shelter = useShelterLine(facts.shelter)
  const { gap } = figures
  // Rent and utilities stand first in a month.
  const working = [...parts.slice(0, 2), shelter]
  if (gap === null)
    return (
      <Figure
        cents={null}
        missing={[]}
        said={words.noShelter(facts.shelter) ?? t('housing.no-part.no-rent')}
        working={working}
      />
    )
  return (
    <Figure
      cents={Math.abs(gap.gapCents)}
      missing={gap.gapCents > 0 ? gap.missing : []}
      said={t(
        gap.gapCents > 0
          ? 'housing.gap.short'
          : gap.missing.length > 0
            ? 'housing.gap.left-so-far'
            : 'housing.gap.left',
      )}
      working={working}
    />
  )
}

function useShelterLine(of: Shelter): KeyValue {
  const { t } = useWords()
  const words = useFigureWords()
  const key = t('housing.shelter')
  switch (of.kind) {
    case 'entered':
      return {
        key,
        value: <Amount cents={of.cents} />,
        note: <SourceNote text={t('housing.shelter.entered')} from={null} />,
      }
    case 'rates':
      return {
        key,
        value: <Amount cents={of.cents} />,
        note: (
          <SourceNote
            text={t(of.seniorsUnknown ? 'setup.ask.seniors-unknown' : 'housing.shelter.most')}
            from={of.from}
          />
        ),
      }
    case 'ask':
    case 'no-figure':
      return { key, value: t('housing.not-known'), note: words.noShelter(of) ?? '' }
  }
}

function AfterFigure({ figures, facts }: Omit<HomeFigureProps, 'kind'>) {
  const { t, percent } = useWords()
  const parts = usePartLines(figures.monthly, facts)
  const hasMoney = useCanRead('money')
  const { after } = figures
  const income: KeyValue = {
    key: t('housing.income'),
    value: facts.incomeCents === null ? t('housing.not-known') : <Amount cents={facts.incomeCents} />,
    note: t(hasMoney ? 'housing.income.entered' : 'housing.income.elsewhere'),
  }
  const working = [income, ...parts]
  if (after === null) {
    const why = hasMoney ? 'housing.income.missing' : 'housing.income.elsewhere'
    return (
      <Figure
        cents={null}
        missing={[]}
        said={facts.incomeCents === null ? t(why) : t('housing.no-part.no-rent')}
        working={working}
      />
    )
  }
  return (
    <Figure
      cents={figures.monthly.knownCents}
      missing={after.missing}
      said={t('housing.after', { share: percent(after.share) })}
      working={working}
    />
  )
}
