/** Budget and spent: what counts as what, the official figure beside our own, what was spent, and what will be. */
import { useState } from 'react'
import type { BudgetRow } from '#domain/budget-actual.ts'
import { countsAs as allCountsAs } from '#domain/line.ts'
import { sumCents } from '#domain/money.ts'
import { currentPeriod, factsOf, reportPeriods } from '#state/overview.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useGoOn } from '../../setup/use-go-on.ts'
import { useRoute, useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import css from './Budget.module.css'
import { BudgetTable } from './BudgetTable.tsx'
import { LineDialog } from './LineDialog.tsx'

const c = classes(css)

export function BudgetScreen() {
  const { t, dates, month } = useWords()
  const { tools } = useServices()
  const goOn = useGoOn()
  const route = useRoute()
  const { go } = useRouter()
  const today = tools.today()
  const [shown, setShown] = useState('whole')
  const [open, setOpen] = useState<string | 'new' | null>(route.id ?? null)
  const periods = useLive(live => reportPeriods(live, today))
  const period = periods.find(each => each.key === shown) ?? null
  const facts = useLive(live => factsOf(live, period ?? currentPeriod(live, today), today))
  const close = () => {
    setOpen(null)
    if (route.id) go({ area: 'money', screen: 'budget' })
  }
  if (!facts)
    return (
      <MoneyLayout screen="budget" title={t('money.budget.title')}>
        <EmptyState picture="ledger" title={t('money.budget.no-sponsorship')} action={goOn}>
          {t('money.budget.no-sponsorship-text')}
        </EmptyState>
      </MoneyLayout>
    )
  const rows = period ? facts.budget : facts.wholeBudget
  const groups = allCountsAs
    .map(kind => ({ kind, rows: rows.filter(row => row.countsAs === kind) }))
    .filter(group => group.rows.length > 0)
  return (
    <MoneyLayout
      screen="budget"
      title={t('money.budget.title')}
      intro={facts.arrivedOn.length === 0 ? t('money.budget.not-arrived') : t('money.budget.intro')}
      actions={
        <Button kind="primary" icon="add" onPress={() => setOpen('new')}>
          {t('money.line.add')}
        </Button>
      }
    >
      <Select
        label={t('money.budget.time')}
        value={shown}
        onChange={setShown}
        choices={[
          { value: 'whole', label: t('money.budget.whole') },
          ...periods.map(each => ({
            value: each.key,
            label:
              each.kind === 'before-arrival' ? t('money.budget.before-arrival') : dates(each.from, each.to),
          })),
        ]}
      />
      <Summary rows={rows} />
      {facts.units.map(
        unit =>
          unit.begins !== null && (
            <Notice key={unit.id}>
              {t('money.budget.turns-18', { who: unit.label, month: month(unit.begins) })}
            </Notice>
          ),
      )}
      {groups.map(group => (
        <Section
          key={group.kind}
          title={t(`money.counts-as.${group.kind}`)}
          intro={t(`money.counts-as-text.${group.kind}`)}
        >
          <BudgetTable kind={group.kind} rows={group.rows} onOpen={setOpen} />
        </Section>
      ))}
      {open !== null && (
        <LineDialog
          lineId={open === 'new' ? null : open}
          months={facts.months}
          sponsorship={facts.records.sponsorship.id}
          onClose={close}
        />
      )}
    </MoneyLayout>
  )
}

function Summary({ rows }: { readonly rows: readonly BudgetRow[] }) {
  const { t } = useWords()
  const costs = rows.filter(row => row.countsAs !== 'income')
  const income = rows.filter(row => row.countsAs === 'income')
  const sum = (
    of: readonly BudgetRow[],
    key: 'spentCents' | 'owedCents' | 'stillToPayCents' | 'forecastCents',
  ) => sumCents(of.map(row => row[key]))
  const budget = sumCents(costs.map(row => row.budgetCents ?? 0))
  const facts: readonly (readonly [string, number])[] = [
    [t('money.budget.sum.received'), sum(income, 'spentCents')],
    [t('money.budget.sum.budget'), budget],
    [t('money.budget.sum.spent'), sum(costs, 'spentCents')],
    // What members are owed is spent for the line and still to be paid by the group: the bank has not seen it.
    [t('money.budget.sum.to-pay'), sum(costs, 'stillToPayCents') + sum(costs, 'owedCents')],
    [t('money.budget.sum.forecast'), sum(costs, 'forecastCents')],
  ]
  return (
    <dl className={c('summary')}>
      {facts.map(([name, cents]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Amount cents={cents} size="large" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
