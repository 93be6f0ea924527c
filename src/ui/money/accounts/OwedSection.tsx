/** Members who paid for the group and wait for their money. */
import { useState } from 'react'
import { type Entry, entry } from '#domain/entry.ts'
import { isStillOwed } from '#domain/ledger.ts'
import { line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import { sumCents } from '#domain/money.ts'
import { openAccounts } from '#state/import-preview.ts'
import { ledgerOf } from '#state/overview.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Accounts.module.css'

const c = classes(css)

interface Owed {
  readonly name: string
  readonly entries: readonly Entry[]
}

export function OwedSection() {
  const { t, list } = useWords()
  const { live } = useGroup()
  const entries = useLive(here => here.records(entry))
  useLive(here => here.records(line))
  const members = useLive(here => here.records(member))
  const [paying, setPaying] = useState<Owed | null>(null)
  const ledger = ledgerOf(live)
  const byMember = Map.groupBy(
    entries.filter(each => isStillOwed(ledger, each)),
    each => each.owedTo ?? '',
  )
  if (byMember.size === 0) return null
  return (
    <Section title={t('money.owed.title')} intro={t('money.owed.intro')}>
      <ul className={c('owed')}>
        {[...byMember].map(([id, owed]) => {
          const name = members.find(each => each.id === id)?.name || t('money.member.unnamed')
          return (
            <li key={id} className={c('owedRow')}>
              <span>
                <strong>{name}</strong>
                <span className={c('note')}>
                  {list(owed.map(each => each.payee || each.note).filter(Boolean))}
                </span>
              </span>
              <Amount cents={sumCents(owed.map(each => Math.abs(each.money.cents)))} strong />
              <Button size="small" icon="support" onPress={() => setPaying({ name, entries: owed })}>
                {t('money.owed.pay')}
              </Button>
            </li>
          )
        })}
      </ul>
      {paying && <RepayDialog owed={paying} onClose={() => setPaying(null)} />}
    </Section>
  )
}

function RepayDialog({ owed, onClose }: { readonly owed: Owed; readonly onClose: () => void }) {
  const { t, today, money } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const accounts = openAccounts(live)
  const [date, setDate] = useState<string | null>(today())
  const [account, setAccount] = useState(accounts[0]?.id ?? '')
  const total = sumCents(owed.entries.map(each => Math.abs(each.money.cents)))
  async function submit() {
    if (date === null || account === '') return
    const running = commands.settleOwed({
      owed: owed.entries.map(each => each.id),
      account,
      date,
      payee: owed.name,
      method: 'e-transfer',
    })
    if (await save(running, t('money.owed.paid', { name: owed.name }))) onClose()
  }
  return (
    <Dialog
      title={t('money.owed.pay-title', { name: owed.name, amount: money(total) })}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} save={t('money.owed.record')} onSave={() => void submit()} />}
    >
      <Stack>
        <p>{t('money.owed.record-text')}</p>
        <DateField
          label={t('money.date')}
          value={date}
          onChange={setDate}
          error={date === null ? t('money.problem.date-missing') : null}
        />
        <Select
          label={t('money.from-account')}
          value={account}
          placeholder={t('money.choose-account')}
          onChange={setAccount}
          choices={accounts.map(each => ({
            value: each.id,
            label: each.name || t('money.account.unnamed'),
          }))}
        />
      </Stack>
    </Dialog>
  )
}
