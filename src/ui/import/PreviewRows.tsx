/** Every row of the file with what becomes of it and the line it goes to; all of it can be changed here. */
import { useMemo, useState } from 'react'
import { hasOneLine } from '#domain/recurring.ts'
import type { Choice, ImportPlan, PlanRow } from '#imports/import-plan.ts'
import {
  type AccountPreview,
  addsEntry,
  choicesOf,
  chooseAllRows,
  chooseRow,
  isAskedAbout,
  isFresh,
  sortRow,
  withCodeName,
} from '#state/import-preview.ts'
import { LineCell } from '../money/LineCell.tsx'
import { useLineItems } from '../money/use-line-items.ts'
import { Amount } from '../parts/Amount.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { Select } from '../parts/Select.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import type { Column } from '../parts/table-columns.ts'
import { VirtualTable } from '../parts/VirtualTable.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'

const c = classes(css)

interface PreviewRowsProps {
  readonly preview: AccountPreview
  readonly names: ReadonlySet<string>
  readonly codeName: string
  readonly onChange: (preview: AccountPreview) => void
}

export function PreviewRows({ preview, names, codeName, onChange }: PreviewRowsProps) {
  const { t, date } = useWords()
  const toasts = useToasts()
  const items = useLineItems()
  const [editing, setEditing] = useState<string | null>(null)
  const plan = useMemo(() => withCodeName(preview.plan, names, codeName), [preview.plan, names, codeName])
  const choose = (row: PlanRow, choice: Choice) =>
    onChange(
      chooseRow(
        preview,
        preview.plan.rows.findIndex(each => each.rowId === row.rowId),
        choice,
      ),
    )
  const sort = (row: PlanRow, line: string | null) => {
    const sorted = sortRow(preview, row.rowId, line)
    onChange(sorted.preview)
    setEditing(null)
    if (sorted.others > 0)
      toasts.done(t('import.sorted-alike', { count: sorted.others }), () => onChange(preview))
  }
  const columns: readonly Column<PlanRow>[] = [
    {
      id: 'take',
      head: t('import.column-head.take'),
      headHidden: true,
      width: '3rem',
      cell: row => <TakeBox row={row} onChoose={choice => choose(row, choice)} />,
    },
    {
      id: 'date',
      head: t('import.column-head.date'),
      width: '8rem',
      cell: row => <span className={c('date')}>{date(row.bankRow.date)}</span>,
    },
    {
      id: 'payee',
      head: t('import.column-head.payee'),
      namesRow: true,
      cell: row => (
        <span className={c('payee', row.choice === 'leave' && 'left')}>{row.bankRow.text || '–'}</span>
      ),
    },
    {
      id: 'line',
      head: t('import.column-head.line'),
      width: '14rem',
      cell: row =>
        !addsEntry(row) ? null : keepsParts(row) ? (
          <span className={c('date')}>{t('import.line-as-recurring')}</span>
        ) : (
          <div className={c('line')}>
            <LineCell
              items={items}
              line={preview.sorting.get(row.rowId)?.line ?? null}
              payee={row.bankRow.text}
              isOpen={editing === row.rowId}
              onOpen={() => setEditing(row.rowId)}
              onChange={line => sort(row, line)}
              onClose={() => setEditing(null)}
            />
          </div>
        ),
    },
    {
      id: 'state',
      head: t('import.column-head.state'),
      width: '15rem',
      cell: row => <StateCell row={row} onChoose={choice => choose(row, choice)} />,
    },
    {
      id: 'amount',
      head: t('import.column-head.amount'),
      align: 'end',
      width: '8.5rem',
      cell: row => <Amount cents={row.bankRow.cents} kind="change" />,
    },
  ]
  // Drawn again with every step of applying: then nothing is counted anew.
  const { addable, taken } = useMemo(() => addableOf(plan), [plan])
  return (
    <>
      {addable > 1 && (
        <Checkbox
          label={t('import.take-all', { count: addable })}
          checked={taken === addable}
          indeterminate={taken > 0 && taken < addable}
          onChange={add => onChange(chooseAllRows(preview, add))}
        />
      )}
      <div className={c('rows')}>
        <VirtualTable
          caption={t('import.rows.caption')}
          columns={columns}
          rows={plan.rows}
          rowKey={row => row.rowId}
          onOpen={row => setEditing(addsEntry(row) && !keepsParts(row) ? row.rowId : null)}
          onToggle={row => {
            const [first] = choicesOf(row).filter(choice => choice !== row.choice)
            if (first) choose(row, first)
          }}
        />
      </div>
    </>
  )
}

/** Parts on several lines are the recurring entry's, not the row's. */
const keepsParts = ({ state, choice }: PlanRow): boolean =>
  choice === 'post' && state.kind === 'expected' && !hasOneLine(state.coming.recurring)

function addableOf({ rows }: ImportPlan): { readonly addable: number; readonly taken: number } {
  const fresh = rows.filter(isFresh)
  return { addable: fresh.length, taken: fresh.filter(row => row.choice !== 'leave').length }
}

interface RowPartProps {
  readonly row: PlanRow
  readonly onChoose: (choice: Choice) => void
}

function TakeBox({ row, onChoose }: RowPartProps) {
  const { t, date } = useWords()
  const choices = choicesOf(row)
  return (
    <Checkbox
      label={t('import.take-row', { date: date(row.bankRow.date), payee: row.bankRow.text })}
      labelHidden
      checked={row.choice !== 'leave'}
      disabled={choices.length === 1}
      onChange={taken => onChoose(taken ? (choices.find(choice => choice !== 'leave') ?? 'leave') : 'leave')}
    />
  )
}

function StateCell({ row, onChoose }: RowPartProps) {
  const { t } = useWords()
  const { state } = row
  if (state.kind === 'new')
    return row.choice === 'leave' ? (
      <Tag>{t(state.leftBefore ? 'import.state.left-before' : 'import.state.left')}</Tag>
    ) : (
      <Tag tone="ok">{t(state.restores === null ? 'import.state.new' : 'import.state.back')}</Tag>
    )
  if (state.kind === 'matches')
    return <Tag>{t(state.inTrash ? 'import.state.in-trash' : 'import.state.matches')}</Tag>
  if (state.kind === 'expected')
    return (
      <div className={c('choice')}>
        <Select
          label={t(isAskedAbout(row) ? 'import.state.question' : 'import.state.expected')}
          labelHidden
          value={row.choice}
          onChange={onChoose}
          choices={choicesOf(row).map(value => ({
            value,
            label:
              // Short: the column is narrow, and the day is near the row's own.
              t(value === 'post' ? 'import.posts' : `import.choice.${value}`),
          }))}
        />
      </div>
    )
  return (
    <div className={c('choice')}>
      <Select
        label={t(state.why === 'requested' ? 'import.state.requested' : 'import.state.duplicate')}
        labelHidden
        value={row.choice}
        onChange={onChoose}
        choices={choicesOf(row).map(value => ({
          value,
          label: t(
            value === 'link' && state.why === 'requested'
              ? 'import.choice.released'
              : `import.choice.${value}`,
          ),
        }))}
      />
    </div>
  )
}
