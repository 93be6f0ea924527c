/** Each support unit, month by month: what it got, and the minimum beside it. */
import { useState } from 'react'
import { hasUnconfirmedPayers } from '#domain/programs.ts'
import type { SupportMinimum } from '#domain/report-record.ts'
import type { SupportRow, SupportVerdict } from '#domain/support-table.ts'
import { currentPeriod, factsOf } from '#state/overview.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NarrowOnly } from '../../parts/NarrowOnly.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusTag, Tag, type TagTone } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import type { Column } from '../../parts/table-columns.ts'
import { useGoOn } from '../../setup/use-go-on.ts'
import { useWords } from '../../words/use-words.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import css from './Budget.module.css'
import { MinimumDialog } from './MinimumDialog.tsx'
import { MinimumList } from './MinimumList.tsx'

const c = classes(css)

const TONES: Readonly<Record<SupportVerdict, TagTone>> = {
  government: 'info',
  mixed: 'info',
  met: 'ok',
  'met-with-in-kind': 'ok',
  short: 'danger',
  check: 'warn',
  'not-entered': 'warn',
  running: 'neutral',
  'to-come': 'neutral',
}

export type OpenMinimum = 'new' | SupportMinimum | { readonly unit: string; readonly month: string }

export function SupportScreen() {
  const { t, month } = useWords()
  const { tools } = useServices()
  const goOn = useGoOn()
  const today = tools.today()
  const [open, setOpen] = useState<OpenMinimum | null>(null)
  const facts = useLive(live => factsOf(live, currentPeriod(live, today), today))
  const units = facts?.units ?? []
  const isToCheck = facts !== null && hasUnconfirmedPayers(shippedRates().programs, facts.records.sponsorship)
  return (
    <MoneyLayout
      screen="support"
      title={t('money.support.title')}
      intro={t('money.support.intro')}
      actions={
        facts &&
        units.length > 0 && (
          <Button kind="primary" icon="add" onPress={() => setOpen('new')}>
            {t('money.minimum.add')}
          </Button>
        )
      }
    >
      {!facts ? (
        <EmptyState picture="porch" title={t('money.support.no-sponsorship')} action={goOn}>
          {t('money.support.no-sponsorship-text')}
        </EmptyState>
      ) : facts.support.state === 'not-arrived' ? (
        <EmptyState picture="porch" title={t('money.support.not-arrived')}>
          {t('money.support.not-arrived-text')}
        </EmptyState>
      ) : (
        <>
          <Notice>{t('money.support.how')}</Notice>
          {isToCheck && <Notice kind="warn">{t('setup.program-note.payers-to-check')}</Notice>}
          {facts.support.outsideCents !== 0 && (
            <Notice kind="warn">
              {t('money.support.outside')} <Amount cents={facts.support.outsideCents} />
            </Notice>
          )}
          {units.map(unit => (
            <Section key={unit.id} title={t('money.support.unit', { unit: unit.label })}>
              {unit.begins !== null && (
                <p>{t('money.support.turns-18', { who: unit.label, month: month(unit.begins) })}</p>
              )}
              <UnitTable
                rows={facts.support.rows.filter(row => row.unit === unit.id)}
                caption={t('money.support.unit', { unit: unit.label })}
                onEnter={month => setOpen({ unit: unit.id, month })}
              />
            </Section>
          ))}
        </>
      )}
      {facts && <MinimumList sponsorship={facts.records.sponsorship.id} units={units} onOpen={setOpen} />}
      {open && facts && (
        <MinimumDialog
          start={open}
          sponsorship={facts.records.sponsorship.id}
          units={units}
          months={facts.months}
          rows={facts.support.rows}
          onClose={() => setOpen(null)}
        />
      )}
    </MoneyLayout>
  )
}

interface UnitTableProps {
  readonly rows: readonly SupportRow[]
  readonly caption: string
  readonly onEnter: (month: string) => void
}

function UnitTable({ rows, caption, onEnter }: UnitTableProps) {
  const { t, monthShortYear } = useWords()
  const figure = (of: (row: SupportRow) => number) => (row: SupportRow) =>
    row.payer === 'government' && of(row) === 0 ? '–' : <Amount cents={of(row)} />
  // Widths: the tables of all support units stand under each other with their columns in line.
  const columns: readonly Column<SupportRow>[] = [
    {
      id: 'month',
      head: t('money.month'),
      width: '10.75rem',
      cell: row => t('money.month-dated', { number: row.number, month: monthShortYear(row.dates.month) }),
    },
    {
      id: 'cash',
      head: t('money.support.cash'),
      align: 'end',
      width: '7rem',
      cell: figure(row => row.cashCents),
    },
    {
      id: 'behalf',
      head: t('money.support.on-behalf'),
      align: 'end',
      width: '8rem',
      cell: row => (
        <>
          {figure(each => each.onBehalfCents)(row)}
          {row.inKindCents !== 0 && (
            <NarrowOnly>
              {t('money.budget.in-kind')} <Amount cents={row.inKindCents} />
            </NarrowOnly>
          )}
        </>
      ),
    },
    {
      id: 'in-kind',
      head: t('money.support.in-kind'),
      align: 'end',
      width: '5.5rem',
      cell: figure(row => row.inKindCents),
      hideNarrow: true,
    },
    {
      id: 'minimum',
      head: t('money.support.minimum'),
      align: 'end',
      width: '11.75rem',
      cell: row =>
        row.payer !== 'sponsor' ? (
          '–'
        ) : row.minimum ? (
          <span className={c('marked')}>
            <StatusTag status={saidStatus(row.minimum.status)} />
            <Amount cents={row.minimum.cents} />
          </span>
        ) : (
          <Button size="small" kind="quiet" onPress={() => onEnter(row.dates.month)}>
            {t('money.minimum.enter')}
          </Button>
        ),
    },
    {
      id: 'difference',
      head: t('money.difference'),
      align: 'end',
      width: '7.25rem',
      cell: row =>
        row.differenceCents === null ? '–' : <Amount cents={row.differenceCents} kind="change" />,
    },
    {
      id: 'verdict',
      head: t('money.support.verdict'),
      width: '11.25rem',
      cell: row => <Tag tone={TONES[row.verdict]}>{t(`money.verdict.${row.verdict}`)}</Tag>,
    },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={row => String(row.number)}
      empty={t('money.support.unit-not-arrived')}
      rowTone={row => (row.verdict === 'short' ? 'warn' : row.verdict === 'to-come' ? 'quiet' : 'plain')}
    />
  )
}
