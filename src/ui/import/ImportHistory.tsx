/** The imports so far, newest first, each with its undo. */
import { account } from '#domain/account.ts'
import { type ImportBatch, importBatch } from '#domain/bank-import.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Section } from '../parts/Section.tsx'
import { Table } from '../parts/Table.tsx'
import type { Column } from '../parts/table-columns.ts'
import { useTakeBack } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

export function ImportHistory() {
  const { t, date, dates, number } = useWords()
  const { store } = useGroup()
  const takeBack = useTakeBack()
  const batches = useLive(live => live.records(importBatch))
  const accounts = useLive(live => live.records(account))
  if (batches.length === 0) return null
  const changeOf = (batch: ImportBatch) =>
    store.history(batch.id).findLast(entry => entry.command === 'importBankFile')?.change
  const columns: readonly Column<ImportBatch>[] = [
    {
      id: 'when',
      head: t('import.history.when'),
      cell: batch => date(dayOf(batch.importedAt), 'long'),
    },
    {
      id: 'account',
      head: t('import.history.account'),
      cell: batch => accounts.find(each => each.id === batch.account)?.name || t('money.account.unnamed'),
    },
    {
      id: 'dates',
      head: t('import.history.dates'),
      hideNarrow: true,
      cell: batch => dates(batch.dates.first, batch.dates.last),
    },
    {
      id: 'rows',
      head: t('import.history.rows'),
      align: 'end',
      cell: batch =>
        t('import.history.added-of', {
          added: number(batch.rows.added),
          rows: number(batch.rows.inFile),
        }),
    },
    {
      id: 'undo',
      head: t('import.undo'),
      headHidden: true,
      align: 'end',
      cell: batch => {
        const change = changeOf(batch)
        if (!change) return null
        return (
          <Button
            size="small"
            kind="quiet"
            icon="undo"
            onPress={() => void takeBack([change], t('import.undone'))}
          >
            {t('import.undo')}
          </Button>
        )
      },
    },
  ]
  return (
    <Section title={t('import.history')}>
      <Table
        caption={t('import.history')}
        stacks
        columns={columns}
        rows={batches.toReversed()}
        rowKey={batch => batch.id}
      />
    </Section>
  )
}

/** The day of an instant on this laptop's calendar. */
function dayOf(ms: number): string {
  const day = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
