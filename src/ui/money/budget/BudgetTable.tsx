/** The lines that count as one thing: official figure, our budget, spent, what is left, and the forecast. */
import type { BudgetRow } from '#domain/budget-actual.ts'
import type { CountsAs } from '#domain/line.ts'
import { sumCents } from '#domain/money.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { BudgetBar } from '../../parts/BudgetBar.tsx'
import { classes } from '../../parts/classes.ts'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { NarrowOnly } from '../../parts/NarrowOnly.tsx'
import { StatusTag, Tag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'
import css from './Budget.module.css'

const c = classes(css)

interface BudgetTableProps {
  readonly kind: CountsAs
  readonly rows: readonly BudgetRow[]
  readonly onOpen: (line: string) => void
}

export function BudgetTable({ kind, rows, onOpen }: BudgetTableProps) {
  const { t } = useWords()
  const isIncome = kind === 'income'
  const total = (of: (row: BudgetRow) => number | null) => (
    <Amount cents={sumCents(rows.map(row => of(row) ?? 0))} strong />
  )
  const columns: readonly Column<BudgetRow>[] = [
    {
      id: 'line',
      head: t('money.line'),
      cell: row => <LineName row={row} onOpen={onOpen} />,
    },
    ...(isIncome
      ? []
      : [
          {
            id: 'official',
            head: t('money.budget.official'),
            align: 'end' as const,
            width: '9.5rem',
            cell: (row: BudgetRow) => <OfficialCell row={row} />,
          },
        ]),
    {
      id: 'budget',
      head: t(isIncome ? 'money.budget.expected' : 'money.budget.ours'),
      align: 'end',
      width: '7.5rem',
      cell: row => <BudgetCell row={row} />,
      footer: total(row => row.budgetCents),
    },
    {
      id: 'spent',
      head: t(isIncome ? 'money.budget.received' : 'money.budget.spent'),
      align: 'end',
      width: '7.5rem',
      cell: row => (
        <>
          <SpentCell row={row} />
          <NarrowOnly>
            <LeftWords row={row} />
          </NarrowOnly>
        </>
      ),
      footer: total(row => row.spentCents),
    },
    ...(isIncome
      ? []
      : [
          {
            id: 'left',
            head: t('money.budget.left'),
            width: '11.5rem',
            hideNarrow: true,
            cell: (row: BudgetRow) =>
              row.budgetCents === null ? null : (
                <div className={c('bar')}>
                  <BudgetBar
                    compact
                    label=""
                    budgetCents={row.budgetCents}
                    spentCents={row.spentCents + row.owedCents}
                    plannedCents={row.stillToPayCents}
                  />
                </div>
              ),
          },
          {
            id: 'forecast',
            head: t('money.budget.forecast'),
            align: 'end' as const,
            width: '7rem',
            hideNarrow: true,
            cell: (row: BudgetRow) => <Amount cents={row.forecastCents} />,
            footer: total(row => row.forecastCents),
          },
        ]),
    {
      id: 'menu',
      head: t('money.more'),
      headHidden: true,
      align: 'end',
      width: '4rem',
      cell: row => <LineMenu row={row} onOpen={onOpen} />,
    },
  ]
  return (
    <Table
      caption={t(`money.counts-as.${kind}`)}
      columns={columns}
      rows={rows}
      rowKey={row => row.line.id}
      rowTone={row => (row.line.retired ? 'quiet' : 'plain')}
      footerLabel={t('money.total')}
    />
  )
}

interface CellProps {
  readonly row: BudgetRow
}

function LineName({ row, onOpen }: CellProps & { readonly onOpen: (line: string) => void }) {
  const { t } = useWords()
  const lineName = useLineName()
  return (
    <>
      <Link look="plain" onPress={() => onOpen(row.line.id)}>
        {lineName(row.line)}
      </Link>
      {row.line.retired && <Tag>{t('money.line.retired')}</Tag>}
      {row.line.whyOver !== '' && (
        <span className={c('why')}>{t('money.line.why', { text: row.line.whyOver })}</span>
      )}
      {row.leftCents !== null &&
        row.leftCents < 0 &&
        row.line.whyOver === '' &&
        row.countsAs !== 'income' && (
          <span className={c('why')}>
            <Link onPress={() => onOpen(row.line.id)}>{t('money.line.say-why')}</Link>
          </span>
        )}
    </>
  )
}

function OfficialCell({ row }: CellProps) {
  const { t, date } = useWords()
  const { official } = row.line
  if (!official) return <span className={c('small')}>{t('money.budget.no-official')}</span>
  return (
    <div className={c('official')}>
      <span>
        <Amount cents={official.cents} /> <span className={c('note')}>{t(`money.per.${official.per}`)}</span>
      </span>
      <Disclosure label={<StatusTag status={saidStatus(official.status)} />}>
        <span className={c('small')}>
          {official.source || t('money.budget.no-source')}
          {official.asOf && ` · ${date(official.asOf)}`}
        </span>
      </Disclosure>
    </div>
  )
}

function BudgetCell({ row }: CellProps) {
  const { t } = useWords()
  const { budget } = row.line
  if (row.budgetCents === null)
    return (
      <span className={c('small')}>
        {t(budget.kind === 'none' ? 'money.budget.none' : 'money.budget.no-dates')}
      </span>
    )
  return (
    <>
      <Amount cents={row.budgetCents} />
      {budget.kind === 'monthly' && (
        <span className={c('small')}>
          <Amount cents={budget.cents} /> {t('money.per.month')}
        </span>
      )}
    </>
  )
}

function SpentCell({ row }: CellProps) {
  const { t } = useWords()
  return (
    <>
      <Amount cents={row.spentCents} />
      {row.owedCents !== 0 && (
        <span className={c('small')}>
          {t('money.budget.owed')} <Amount cents={row.owedCents} />
        </span>
      )}
      {row.inKindCents !== 0 && (
        <span className={c('small')}>
          {t('money.budget.in-kind')} <Amount cents={row.inKindCents} />
        </span>
      )}
    </>
  )
}

/** The report's “left”: of the budget, when what is spent and owed is taken off. */
function LeftWords({ row }: CellProps) {
  const { t, money } = useWords()
  if (row.leftCents === null || row.countsAs === 'income') return null
  return row.leftCents < 0 ? (
    <span className={c('over')}>{t('common.budget.over', { amount: money(-row.leftCents) })}</span>
  ) : (
    t('common.budget.left', { amount: money(row.leftCents) })
  )
}

function LineMenu({ row, onOpen }: CellProps & { readonly onOpen: (line: string) => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const lineName = useLineName()
  const { id, retired } = row.line
  return (
    <Menu
      label={t('money.line.actions', { line: lineName(row.line) })}
      icon="more"
      entries={[
        { id: 'edit', label: t('money.line.edit'), icon: 'edit', onPress: () => onOpen(id) },
        {
          id: 'retire',
          label: t(retired ? 'money.line.use-again' : 'money.line.retire'),
          icon: 'archive',
          onPress: () => void save(commands.retireLine(id, !retired), t('money.line.saved')),
        },
      ]}
    />
  )
}
