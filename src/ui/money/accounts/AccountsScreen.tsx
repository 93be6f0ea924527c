/** Where the money is: each account with its balance, what its statement says, and who is owed money. */
import { useState } from 'react'
import { type Account, account, hasOpeningDate, statement } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { ledgerOf } from '#state/overview.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { CardGrid, Row, Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { OwedSection } from './OwedSection.tsx'
import { ReconcileDialog } from './ReconcileDialog.tsx'
import { StatementDialog } from './StatementDialog.tsx'
import { TrustRequests } from './TrustRequests.tsx'

type Open =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'statement' | 'reconcile'; readonly account: Account }

export function AccountsScreen() {
  const { t } = useWords()
  const { tools } = useServices()
  const { live } = useGroup()
  const accounts = useLive(here => here.records(account))
  useLive(here => here.records(entry))
  useLive(here => here.records(line))
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const ledger = ledgerOf(live)
  const today = tools.today()
  const inUse = accounts.filter(each => !each.closed)
  const total = inUse.reduce((sum, each) => sum + balanceAt(ledger, each, today), 0)
  return (
    <MoneyLayout
      screen="accounts"
      title={t('money.accounts.title')}
      intro={
        inUse.length > 1 ? (
          <>
            {t('money.accounts.together')} <Amount cents={total} strong />
          </>
        ) : undefined
      }
      actions={
        <Button kind="primary" icon="add" onPress={() => setOpen({ kind: 'new' })}>
          {t('money.account.add')}
        </Button>
      }
    >
      {accounts.length === 0 ? (
        <EmptyState picture="ledger" title={t('money.accounts.empty')}>
          {t('money.accounts.empty-text')}
        </EmptyState>
      ) : (
        <CardGrid>
          {accounts.map(each => (
            <AccountCard
              key={each.id}
              account={each}
              balanceCents={balanceAt(ledger, each, today)}
              onOpen={kind => setOpen({ kind, account: each })}
            />
          ))}
        </CardGrid>
      )}
      {accounts
        .filter(each => each.type === 'sah-trust' && !each.closed)
        .map(each => (
          <TrustRequests key={each.id} account={each} />
        ))}
      <OwedSection />
      {open?.kind === 'new' && <AccountDialog account={null} onClose={close} />}
      {open?.kind === 'edit' && <AccountDialog account={open.account} onClose={close} />}
      {open?.kind === 'statement' && (
        <StatementDialog
          account={open.account}
          onClose={close}
          onReconcile={() => setOpen({ kind: 'reconcile', account: open.account })}
        />
      )}
      {open?.kind === 'reconcile' && <ReconcileDialog account={open.account} onClose={close} />}
    </MoneyLayout>
  )
}

interface AccountCardProps {
  readonly account: Account
  readonly balanceCents: number
  readonly onOpen: (kind: 'edit' | 'statement' | 'reconcile') => void
}

function AccountCard({ account: each, balanceCents, onOpen }: AccountCardProps) {
  const { t, date } = useWords()
  const { live, commands } = useGroup()
  const { go } = useRouter()
  const save = useSave()
  const statements = useLive(here => here.records(statement))
  const last = statements
    .filter(one => one.account === each.id)
    .toSorted((a, b) => (a.balance.date < b.balance.date ? 1 : -1))[0]
  const used = live.records(entry).some(one => one.account === each.id || one.money.toAccount === each.id)
  return (
    <Section
      card
      title={each.name || t('money.account.unnamed')}
      actions={
        <Menu
          label={t('money.account.actions', { name: each.name })}
          icon="more"
          entries={[
            { id: 'edit', label: t('money.account.edit'), icon: 'edit', onPress: () => onOpen('edit') },
            {
              id: 'close',
              label: t(each.closed ? 'money.account.reopen' : 'money.account.close'),
              icon: 'archive',
              onPress: () =>
                void save(commands.editAccount(each.id, { closed: !each.closed }), t('money.account.saved')),
            },
            {
              id: 'delete',
              label: t('money.delete'),
              icon: 'delete',
              danger: true,
              disabled: used,
              onPress: () => void save(commands.deleteAccount(each.id), t('money.account.deleted')),
            },
          ]}
        />
      }
    >
      <Row>
        <Tag>{t(`money.account-type.${each.type}`)}</Tag>
        {each.closed && <Tag>{t('money.account.closed')}</Tag>}
      </Row>
      <Amount cents={balanceCents} size="large" strong />
      <KeyValueList
        figures
        items={[
          {
            key: hasOpeningDate(each)
              ? t('money.account.began', { date: date(each.opening.date) })
              : t('money.account.opening-undated'),
            value: <Amount cents={each.opening.cents} />,
          },
          ...(last
            ? [
                {
                  key: t('money.statement.says', { date: date(last.balance.date) }),
                  value: <Amount cents={last.balance.cents} />,
                  note: t(`money.statement-source.${last.source}`),
                },
                {
                  key: t('money.difference'),
                  value: (
                    <Amount
                      cents={balanceAt(ledgerOf(live), each, last.balance.date) - last.balance.cents}
                      kind="difference"
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Row>
        {each.type !== 'cash' && (
          <Button size="small" icon="reconcile" onPress={() => onOpen('statement')}>
            {t('money.statement.enter')}
          </Button>
        )}
        {each.type === 'cash' && (
          <Button size="small" icon="cash" onPress={() => onOpen('statement')}>
            {t('money.cash.count')}
          </Button>
        )}
        {last && (
          <Button size="small" kind="quiet" icon="check" onPress={() => onOpen('reconcile')}>
            {t('money.reconcile')}
          </Button>
        )}
        <Link onPress={() => go({ area: 'money', screen: 'entries', id: each.id })}>
          {t('money.see-entries')}
        </Link>
      </Row>
    </Section>
  )
}
