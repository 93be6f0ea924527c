/** What the household will have, or pay, each month: every figure with its working, its source and how sure it is. */
import { type AfterSupportLine, aMonth, isIncome } from '#domain/after-support.ts'
import type { MonthThirteen } from '#state/month-13.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { BenefitOffers } from './BenefitOffers.tsx'
import { CostOffers } from './CostOffers.tsx'
import css from './Month13.module.css'
import type { OpenLine } from './MonthThirteenScreen.tsx'
import { useAfterWords } from './use-after-words.ts'

const c = classes(css)

interface AfterLinesProps {
  readonly side: 'income' | 'cost'
  readonly facts: MonthThirteen
  readonly onOpen: (line: OpenLine) => void
}

export function AfterLines({ side, facts, onOpen }: AfterLinesProps) {
  const { t } = useWords()
  const words = useAfterWords(facts.units)
  const lines = facts.lines.filter(each => isIncome(each) === (side === 'income'))
  const { incomeCents, costCents } = facts.sums
  return (
    <Section
      title={t(`after.${side}`)}
      intro={side === 'income' ? t('after.income-intro') : t('after.cost-intro')}
      actions={
        <Button size="small" icon="add" onPress={() => onOpen(side)}>
          {t(`after.add.${side}`)}
        </Button>
      }
    >
      <Table<AfterSupportLine>
        caption={t(`after.${side}`)}
        rows={lines}
        rowKey={each => each.id}
        empty={t(`after.none.${side}`)}
        {...(lines.length > 0 ? { footerLabel: t('money.total') } : {})}
        columns={[
          {
            id: 'name',
            head: t('after.what'),
            namesRow: true,
            cell: each => (
              <span className={c('name')}>
                <Link look="plain" onPress={() => onOpen(each)}>
                  {words.name(each)}
                </Link>
                <span className={c('small')}>
                  {[words.working(each), words.source(each)].filter(Boolean).join(' · ')}
                </span>
              </span>
            ),
          },
          { id: 'unit', head: t('money.unit'), hideNarrow: true, cell: each => words.unit(each.unit) },
          {
            id: 'amount',
            head: t('after.a-month'),
            align: 'end',
            cell: each => <Amount cents={aMonth(each.figure)} />,
            footer: <Amount strong cents={side === 'income' ? incomeCents : costCents} />,
          },
          {
            id: 'status',
            head: t('money.source.status'),
            hideNarrow: true,
            cell: each => <StatusTag status={saidStatus(each.status)} />,
          },
          {
            id: 'menu',
            head: t('money.more'),
            headHidden: true,
            align: 'end',
            cell: each => <LineMenu of={each} name={words.name(each)} onOpen={() => onOpen(each)} />,
          },
        ]}
      />
      {side === 'income' ? <BenefitOffers facts={facts} /> : <CostOffers facts={facts} />}
    </Section>
  )
}

interface LineMenuProps {
  readonly of: AfterSupportLine
  readonly name: string
  readonly onOpen: () => void
}

function LineMenu({ of, name, onOpen }: LineMenuProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  return (
    <Menu
      label={t('after.actions', { name })}
      icon="more"
      entries={[
        { id: 'edit', label: t('after.edit'), icon: 'edit', onPress: onOpen },
        {
          id: 'delete',
          label: t('money.delete'),
          icon: 'delete',
          danger: true,
          onPress: () => void save(commands.deleteAfterSupport(of.id), t('after.deleted')),
        },
      ]}
    />
  )
}
