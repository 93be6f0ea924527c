/** Entries ticked off against a statement until the difference is 0.00. */
import { useState } from 'react'
import { type Account, statement } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { VirtualTable } from '../../parts/VirtualTable.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { amountFor, inOrderOfTime } from '../entries/entry-filter.ts'
import css from './Accounts.module.css'
import { reconcileSums, toReconcile } from './reconcile.ts'

const c = classes(css)

interface ReconcileDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

export function ReconcileDialog({ account, onClose }: ReconcileDialogProps) {
  const { t, date, money } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const entries = useLive(live => live.records(entry))
  const statements = useLive(live => live.records(statement))
    .filter(each => each.account === account.id)
    .toSorted((a, b) => (a.balance.date < b.balance.date ? 1 : -1))
  const [statementId, setStatementId] = useState(statements[0]?.id ?? '')
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const chosen = statements.find(each => each.id === statementId)
  if (!chosen) return null
  const open = inOrderOfTime(toReconcile(entries, account, chosen))
  const ticked = open.filter(each => !unticked.has(each.id))
  const sums = reconcileSums(entries, account, chosen, ticked)
  const toggle = (each: Entry) => {
    const next = new Set(unticked)
    if (!next.delete(each.id)) next.add(each.id)
    setUnticked(next)
  }
  const finish = async () => {
    const running = commands.reconcileEntries(
      ticked.map(each => each.id),
      chosen.id,
    )
    if (await save(running, t('money.reconcile.done', { count: ticked.length }))) onClose()
  }
  return (
    <Dialog
      title={t('money.reconcile.title', { name: account.name })}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t('money.reconcile.finish', { count: ticked.length })}
          disabled={sums.differenceCents !== 0 || ticked.length === 0}
          onSave={() => void finish()}
        />
      }
    >
      <Stack>
        <Row align="between">
          <Select
            label={t('money.statement')}
            value={statementId}
            onChange={setStatementId}
            choices={statements.map(each => ({
              value: each.id,
              label: `${date(each.balance.date)} · ${money(each.balance.cents)}`,
            }))}
          />
          <Checkbox
            label={t('money.reconcile.all')}
            checked={ticked.length === open.length}
            indeterminate={ticked.length > 0 && ticked.length < open.length}
            onChange={all => setUnticked(all ? new Set() : new Set(open.map(each => each.id)))}
          />
        </Row>
        <div className={c('ticks')}>
          <VirtualTable
            caption={t('money.reconcile')}
            rows={open}
            rowKey={each => each.id}
            isChosen={each => !unticked.has(each.id)}
            onToggle={toggle}
            onOpen={toggle}
            empty={t('money.reconcile.none')}
            columns={[
              {
                id: 'tick',
                head: t('money.reconcile.tick'),
                headHidden: true,
                width: '3rem',
                cell: each => (
                  <Checkbox
                    label={t('money.reconcile.tick-entry', { date: date(each.date), payee: each.payee })}
                    labelHidden
                    checked={!unticked.has(each.id)}
                    onChange={() => toggle(each)}
                  />
                ),
              },
              { id: 'date', head: t('money.date'), width: '8rem', cell: each => date(each.date) },
              { id: 'payee', head: t('money.payee'), cell: each => each.payee },
              {
                id: 'amount',
                head: t('money.amount'),
                align: 'end',
                cell: each => <Amount cents={amountFor(each, account.id)} kind="change" />,
              },
            ]}
          />
        </div>
        <KeyValueList
          figures
          items={[
            { key: t('money.reconcile.before'), value: <Amount cents={sums.beforeCents} /> },
            { key: t('money.reconcile.ticked'), value: <Amount cents={sums.tickedCents} kind="change" /> },
            {
              key: t('money.statement.says', { date: date(chosen.balance.date) }),
              value: <Amount cents={chosen.balance.cents} />,
            },
            {
              key: t('money.difference'),
              value: <Amount cents={sums.differenceCents} kind="difference" strong />,
            },
          ]}
        />
        {sums.differenceCents !== 0 && <p>{t('money.reconcile.hint')}</p>}
      </Stack>
    </Dialog>
  )
}
