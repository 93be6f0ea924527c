/**
 * Where the agreement holder or a parish keeps the money: what was asked for, and what was released. A request is an
 * entry that is left out of every sum until it is released.
 */
import { useState } from 'react'
import type { Account } from '#domain/account.ts'
import { type Entry, entry, isRequested, REQUESTED, releasedOn } from '#domain/entry.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Button } from '../../parts/Button.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { Table } from '../../parts/Table.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineItems } from '../use-line-items.ts'

export function TrustRequests({ account }: { readonly account: Account }) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const { tools } = useServices()
  const save = useSave()
  const entries = useLive(live => live.records(entry))
  const [asking, setAsking] = useState(false)
  const requests = entries.filter(each => each.account === account.id && isRequested(each))
  const release = (each: Entry) =>
    void save(commands.editEntry(each.id, releasedOn(tools.today(), each)), t('money.trust.released'))
  return (
    <Section
      title={t('money.trust.title', { name: account.name })}
      intro={t('money.trust.intro')}
      actions={
        <Button size="small" icon="add" onPress={() => setAsking(true)}>
          {t('money.trust.ask')}
        </Button>
      }
    >
      <Table
        caption={t('money.trust.title', { name: account.name })}
        rows={requests}
        rowKey={each => each.id}
        empty={t('money.trust.none')}
        columns={[
          { id: 'date', head: t('money.trust.asked-on'), cell: each => date(each.date) },
          { id: 'payee', head: t('money.payee'), cell: each => each.payee || '–' },
          {
            id: 'amount',
            head: t('money.amount'),
            align: 'end',
            cell: each => <Amount cents={Math.abs(each.money.cents)} />,
          },
          {
            id: 'release',
            head: t('money.trust.release'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button size="small" icon="check" onPress={() => release(each)}>
                {t('money.trust.release')}
              </Button>
            ),
          },
        ]}
      />
      {asking && <RequestDialog account={account} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function RequestDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const { tools } = useServices()
  const save = useSave()
  const items = useLineItems()
  const [cents, setCents] = useState<number | null>(null)
  const [payee, setPayee] = useState('')
  const [line, setLine] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  async function submit() {
    setTried(true)
    if (cents === null) return
    const money = {
      cents: -cents,
      splits: [{ line, cents: -cents, countsAs: null, unit: null, covers: null }],
      toAccount: null,
    }
    const running = commands.recordEntry({
      type: 'expense',
      account: account.id,
      date: tools.today(),
      money,
      payee: payee.trim(),
      leftOut: true,
      tags: [REQUESTED],
    })
    if (await save(running, t('money.trust.asked'))) onClose()
  }
  return (
    <Dialog
      title={t('money.trust.ask')}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} onSave={() => void submit()} />}
    >
      <Stack>
        <AmountField
          label={t('money.amount')}
          value={cents}
          unsigned
          autoFocus
          onChange={setCents}
          error={tried && cents === null ? t('money.problem.amount-missing') : null}
        />
        <TextField label={t('money.payee')} optional value={payee} maxLength={200} onChange={setPayee} />
        <ComboBox label={t('money.line')} optional items={items} value={line} onChange={setLine} />
      </Stack>
    </Dialog>
  )
}
