/** Where two people set one thing differently without knowing of each other: both values, settled in one place. */
import { account, statement } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { majority, person } from '#domain/household.ts'
import { lease } from '#domain/lease.ts'
import { line } from '#domain/line.ts'
import { lookAlikes } from '#state/look-alikes.ts'
import type { Decision, HistoryEntry } from '#store/store.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { CardGrid, Row, Section, Stack } from '../parts/Section.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'
import { useFieldWords } from './entries/use-field-words.ts'
import { LookAlikeCard } from './LookAlikeCard.tsx'
import { useLineName } from './line-name.ts'
import { MoneyLayout } from './MoneyLayout.tsx'

export function DecisionsScreen() {
  const { t } = useWords()
  const { store, live } = useGroup()
  useLive(live => live.revision())
  const decisions = store.inbox()
  const pairs = lookAlikes(live)
  return (
    <MoneyLayout screen="decisions" title={t('money.decisions.title')} intro={t('money.decisions.intro')}>
      {decisions.length + pairs.length === 0 ? (
        <EmptyState picture="envelope" title={t('money.decisions.none')}>
          {t('money.decisions.none-text')}
        </EmptyState>
      ) : (
        <CardGrid>
          {pairs.map(each => (
            <LookAlikeCard key={`${each.first.id} ${each.second.id}`} pair={each} />
          ))}
          {decisions.map(each => (
            <DecisionCard key={`${each.id} ${each.field}`} decision={each} />
          ))}
        </CardGrid>
      )}
    </MoneyLayout>
  )
}

function DecisionCard({ decision }: { readonly decision: Decision }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const { fieldName, fieldValue, instant } = useFieldWords()
  const title = useTitle(decision)
  const settle = (value: HistoryEntry) => {
    if (decision.field === 'deleted') {
      const running =
        value.value === true ? commands.deleteEntries([decision.id]) : commands.restoreEntries([decision.id])
      return void save(running, t('money.decisions.settled'))
    }
    if (value.value !== undefined)
      void save(commands.settleField(decision.id, decision.field, value.value), t('money.decisions.settled'))
  }
  const said = (value: HistoryEntry): string =>
    decision.field === 'deleted'
      ? t(value.value === true ? 'money.decisions.deleted' : 'money.decisions.kept')
      : fieldValue(decision.field, value.value)
  return (
    <Section card level={2} title={title}>
      <p>{decision.field === 'deleted' ? t('money.decisions.one-deleted') : fieldName(decision.field)}</p>
      <Stack gap="small">
        {decision.values.map(value => (
          <Row key={value.change} align="between">
            <span>
              <strong>{said(value)}</strong> · {instant(value.at)}
            </span>
            <Button size="small" onPress={() => settle(value)}>
              {t('money.decisions.use')}
            </Button>
          </Row>
        ))}
      </Stack>
    </Section>
  )
}

function useTitle({ id, kind }: Decision): string {
  const { t, date } = useWords()
  const { live } = useGroup()
  const lineName = useLineName()
  switch (kind) {
    case 'entry': {
      const known = live.get(entry, id) ?? live.trash(entry).find(each => each.id === id)
      return known ? `${date(known.date)} · ${known.payee}` : t('money.decisions.entry')
    }
    case 'line': {
      const known = live.get(line, id)
      return known ? lineName(known) : t('money.line')
    }
    case 'account':
      return live.get(account, id)?.name || t('money.account.unnamed')
    case 'statement': {
      const known = live.get(statement, id)
      return known ? t('money.statement.on', { date: date(known.balance.date) }) : t('money.statement')
    }
    case 'lease': {
      const of = live.get(lease, id)?.home
      const known = of === undefined ? undefined : live.get(home, of)
      return known?.name || known?.address || t('housing.lease')
    }
    case 'majority': {
      const of = live.get(majority, id)?.person
      return t('money.decisions.turns-18', { who: (of && live.get(person, of)?.label) || '–' })
    }
    default:
      return t('money.decisions.other')
  }
}
