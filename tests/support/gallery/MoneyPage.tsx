/** Tables short and long, budget lines, tabs. */
import { useState } from 'react'
import { Amount } from '#ui/parts/Amount.tsx'
import { BudgetBar } from '#ui/parts/BudgetBar.tsx'
import { Button } from '#ui/parts/Button.tsx'
import { Link } from '#ui/parts/Link.tsx'
import { Menu } from '#ui/parts/Menu.tsx'
import { MonthSwitch } from '#ui/parts/MonthSwitch.tsx'
import { PageHeader } from '#ui/parts/PageHeader.tsx'
import { Section, Stack } from '#ui/parts/Section.tsx'
import { StatusTag, Tag } from '#ui/parts/StatusTag.tsx'
import { Table } from '#ui/parts/Table.tsx'
import { Tabs } from '#ui/parts/Tabs.tsx'
import type { Column, Sort } from '#ui/parts/table-columns.ts'
import { VirtualTable } from '#ui/parts/VirtualTable.tsx'
import { useWords } from '#ui/words/use-words.ts'

interface Entry {
  readonly id: string
  readonly date: string
  readonly payee: string
  readonly line: string
  readonly cents: number
}

const PAYEES = [
  'Landlord',
  'Grocery store',
  'Transit pass',
  'Donation, parish',
  'Phone',
  'Winter coats',
  'Pharmacy',
]
const LINES = ['Rent', 'Food', 'Transportation', 'Donations', 'Telephone', 'Clothing', 'Health']
const ENTRIES: readonly Entry[] = Array.from({ length: 5000 }, (_, i) => ({
  id: `e${i}`,
  date: `2026-${String(11 - (i % 11)).padStart(2, '0')}-${String(28 - (i % 27)).padStart(2, '0')}`,
  payee: PAYEES[i % 7] ?? '',
  line: LINES[i % 7] ?? '',
  cents: i % 7 === 3 ? 250_000 : -(1200 + ((i * 7919) % 145_000)),
}))

export function MoneyPage() {
  const { date } = useWords()
  const [month, setMonth] = useState('2026-11')
  const [tab, setTab] = useState<'entries' | 'budget'>('entries')
  const [sort, setSort] = useState<Sort>({ column: 'date', direction: 'down' })
  const columns: readonly Column<Entry>[] = [
    { id: 'date', head: 'Date', cell: row => date(row.date), width: '9rem', sortable: true },
    {
      id: 'payee',
      head: 'Payee',
      cell: row => (
        <Link look="plain" onPress={() => undefined}>
          {row.payee}
        </Link>
      ),
      namesRow: true,
      sortable: true,
    },
    { id: 'line', head: 'Line', cell: row => row.line, hideNarrow: true },
    {
      id: 'state',
      head: 'State',
      cell: row => (row.cents > 0 ? <Tag tone="ok">New</Tag> : <Tag>Matches</Tag>),
    },
    {
      id: 'cents',
      head: 'Amount',
      align: 'end',
      cell: row => <Amount cents={row.cents} kind="change" />,
      footer: <Amount cents={104_250} />,
      sortable: true,
    },
    {
      id: 'menu',
      head: 'Actions',
      headHidden: true,
      align: 'end',
      width: '3rem',
      cell: () => (
        <Menu
          label="Actions"
          icon="more"
          entries={[
            { id: 'edit', label: 'Edit', icon: 'edit', keys: 'E', onPress: () => undefined },
            { id: 'split', label: 'Split', icon: 'split', onPress: () => undefined },
            {
              id: 'delete',
              label: 'Delete',
              icon: 'delete',
              danger: true,
              separated: true,
              onPress: () => undefined,
            },
          ]}
        />
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Money"
        intro="Chequing and petty cash"
        actions={
          <>
            <Button icon="import">Import a bank file</Button>
            <Button kind="primary" icon="add">
              New entry
            </Button>
          </>
        }
      />
      <Tabs
        label="Money"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'entries',
            label: 'Entries',
            count: 3,
            content: (
              <Stack>
                <MonthSwitch value={month} onChange={setMonth} max="2026-12" />
                <Table
                  caption="Entries in November"
                  columns={columns}
                  rows={ENTRIES.slice(0, 6)}
                  rowKey={row => row.id}
                  footerLabel="Total"
                  sort={sort}
                  onSort={setSort}
                  rowTone={row => (row.cents > 0 ? 'new' : 'plain')}
                />
              </Stack>
            ),
          },
          {
            id: 'budget',
            label: 'Budget and spent',
            content: (
              <Stack>
                <BudgetBar label="Rent" budgetCents={180_000} spentCents={180_000} />
                <BudgetBar label="Food" budgetCents={60_000} spentCents={41_250} plannedCents={12_000} />
                <BudgetBar label="Transportation" budgetCents={15_600} spentCents={17_100} />
                <BudgetBar label="Telephone" budgetCents={8_000} spentCents={0} />
              </Stack>
            ),
          },
        ]}
      />
      <Section title="Official figures">
        <Table
          caption="Official figures"
          captionHidden={false}
          rows={[
            { id: 'a', line: 'Basic needs, one adult', cents: 86_900, status: 'checked' as const },
            { id: 'b', line: 'Shelter, one adult', cents: 105_000, status: 'second-hand' as const },
            { id: 'c', line: 'Start-up, one adult', cents: 121_500, status: 'to-check' as const },
            { id: 'd', line: 'Transportation', cents: 15_600, status: 'calculated' as const },
          ]}
          rowKey={row => row.id}
          columns={[
            { id: 'line', head: 'Line', cell: row => row.line },
            { id: 'status', head: 'Status', cell: row => <StatusTag status={row.status} /> },
            {
              id: 'cents',
              head: 'Official figure',
              align: 'end',
              cell: row => <Amount cents={row.cents} />,
              footer: <Amount cents={329_000} />,
            },
          ]}
          footerLabel="Total"
        />
      </Section>
      <Section title="Five thousand entries">
        <div style={{ blockSize: '26rem' }}>
          <VirtualTable
            caption="All entries"
            columns={columns}
            rows={ENTRIES}
            rowKey={row => row.id}
            footerLabel="Total"
            onOpen={() => undefined}
          />
        </div>
      </Section>
    </>
  )
}
