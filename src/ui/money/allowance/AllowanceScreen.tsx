/** The start-up allowance: each official line with money and gifts in kind apart, and what is still owed. */
import type { AllowanceRow } from '#domain/allowance-sheet.ts'
import { type Allowance, allowanceOf } from '#state/allowance.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { useGoOn } from '../../setup/use-go-on.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../budget/Budget.module.css'
import { useLineName } from '../line-name.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import { AllowanceNotes } from './AllowanceNotes.tsx'

const c = classes(css)

export function AllowanceScreen() {
  const { t, today } = useWords()
  const goOn = useGoOn()
  const isSetUp = useLive(live => currentSponsorship({ live }) !== undefined)
  const allowance = useLive(live => allowanceOf(live, today()))
  return (
    <MoneyLayout screen="allowance" title={t('money.allowance.title')} intro={t('allowance.intro')}>
      {allowance === null || allowance.sheet.rows.length === 0 ? (
        <EmptyState picture="porch" title={t('allowance.empty')} {...(isSetUp ? {} : { action: goOn })}>
          {t('allowance.empty-text')}
        </EmptyState>
      ) : (
        <Sheet allowance={allowance} />
      )}
    </MoneyLayout>
  )
}

function Sheet({ allowance }: { readonly allowance: Allowance }) {
  const { t } = useWords()
  const { sheet } = allowance
  const { totals } = sheet
  return (
    <Stack>
      {sheet.lacksMoney && <Notice kind="warn">{t('allowance.lacks-money')}</Notice>}
      <KeyValueList
        figures
        items={[
          { key: t('allowance.official'), value: <Known cents={totals.officialCents} /> },
          { key: t('allowance.money'), value: <Amount cents={totals.cashCents} /> },
          { key: t('allowance.counted'), value: <Amount cents={totals.countedCents} /> },
          {
            key: t('allowance.still-owed'),
            value: <Known cents={totals.stillOwedCents} strong />,
            ...(totals.withoutFigure > 0
              ? { note: t('allowance.without-figure', { count: totals.withoutFigure }) }
              : {}),
          },
        ]}
      />
      <Lines allowance={allowance} />
      <AllowanceNotes allowance={allowance} />
    </Stack>
  )
}

/** A dash stands for what nobody can know yet: nought would say that nothing is owed. */
function Known({ cents, strong }: { readonly cents: number | null; readonly strong?: boolean }) {
  const { t } = useWords()
  if (cents !== null) return <Amount cents={cents} strong={strong === true} />
  return (
    <span className={c('note')}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t('allowance.not-known')}</VisuallyHidden>
    </span>
  )
}

function Lines({ allowance: { sheet } }: { readonly allowance: Allowance }) {
  const { t, money } = useWords()
  const lineName = useLineName()
  const { totals } = sheet
  const columns: readonly Column<AllowanceRow>[] = [
    {
      id: 'line',
      head: t('money.line'),
      namesRow: true,
      cell: row => (
        <>
          {lineName(row.line)}
          {row.notCountedCents > 0 && (
            <span className={c('why')}>
              {row.cap.kind === 'known'
                ? t('allowance.above-cap', { cap: money(row.cap.cents), amount: money(row.notCountedCents) })
                : t(`allowance.no-cap.${row.cap.kind}`, { amount: money(row.notCountedCents) })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'official',
      head: t('allowance.official'),
      align: 'end',
      footer: <Known cents={totals.officialCents} />,
      cell: row =>
        row.official === null ? (
          <span className={c('note')}>{t('allowance.no-figure')}</span>
        ) : (
          <span className={c('marked')}>
            <StatusTag status={saidStatus(row.official.status)} />
            <Amount cents={row.official.cents} />
          </span>
        ),
    },
    {
      id: 'money',
      head: t('allowance.money'),
      align: 'end',
      footer: <Amount cents={totals.cashCents} />,
      cell: row => <Amount cents={row.cashCents} />,
    },
    {
      id: 'in-kind',
      head: t('allowance.in-kind'),
      align: 'end',
      hideNarrow: true,
      footer: <Amount cents={totals.inKindCents} />,
      cell: row => <Amount cents={row.inKindCents} />,
    },
    {
      id: 'counted',
      head: t('allowance.counted'),
      align: 'end',
      footer: <Amount cents={totals.countedCents} />,
      cell: row => <Amount cents={row.countedCents} />,
    },
    {
      id: 'owed',
      head: t('allowance.still-owed'),
      align: 'end',
      footer: <Known cents={totals.stillOwedCents} strong />,
      cell: row => <Known cents={row.stillOwedCents} />,
    },
  ]
  return (
    <Table
      caption={t('money.allowance.title')}
      columns={columns}
      rows={sheet.rows}
      rowKey={row => row.line.id}
      footerLabel={t('allowance.total')}
      rowTone={row => (row.notCountedCents > 0 ? 'warn' : 'plain')}
    />
  )
}
