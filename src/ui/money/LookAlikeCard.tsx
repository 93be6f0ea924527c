/** Two entries that may be one payment, under each other, with the question which it is. */
import { account } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import type { LookAlike } from '#domain/look-alike.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Amount } from '../parts/Amount.tsx'
import { Button } from '../parts/Button.tsx'
import { Row, Section, Stack } from '../parts/Section.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

export function LookAlikeCard({ pair }: { readonly pair: LookAlike }) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const first = useLive(live => live.get(entry, pair.first.id)) ?? pair.first
  const second = useLive(live => live.get(entry, pair.second.id)) ?? pair.second
  return (
    <Section card level={2} title={t('money.look-alike.title', { date: date(first.date) })}>
      <p>{t('money.look-alike.text')}</p>
      <Stack gap="small">
        {[first, second].map(each => (
          <Side key={each.id} of={each} />
        ))}
      </Stack>
      <Row>
        <Button
          size="small"
          onPress={() => void save(commands.mergePayments(first.id, second.id), t('money.look-alike.merged'))}
        >
          {t('money.look-alike.same')}
        </Button>
        <Button
          size="small"
          onPress={() =>
            void save(commands.keepBothPayments(first.id, second.id), t('money.look-alike.kept'))
          }
        >
          {t('money.look-alike.two')}
        </Button>
      </Row>
    </Section>
  )
}

function Side({ of }: { readonly of: Entry }) {
  const { t, date } = useWords()
  const name = useLive(live => (of.account === null ? undefined : live.get(account, of.account)))?.name
  return (
    <Row align="between">
      <span>
        <strong>{of.payee || t('money.decisions.entry')}</strong> · {date(of.date)} ·{' '}
        {name || t('money.account.unnamed')} ·{' '}
        {t(of.bankRows.length === 0 ? 'money.look-alike.typed' : 'money.look-alike.imported')}
      </span>
      <Amount cents={of.money.cents} kind="change" />
    </Row>
  )
}
