/** The rules that sort by payee: which words go to which line. Learned by sorting; changed and deleted here. */
import { codedName, type PayeeRule, payeeRule } from '#domain/bank-import.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineItems } from '../use-line-items.ts'

export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const rules = useLive(live => live.records(payeeRule))
  const items = useLineItems()
  const lineOf = (rule: PayeeRule) => (items.some(item => item.id === rule.line) ? rule.line : '')
  return (
    <Dialog title={t('money.rules')} isOpen onClose={onClose} size="large" closesOutside>
      <Stack>
        <p>{t('money.rules.intro')}</p>
        <Table
          caption={t('money.rules')}
          dense
          stacks
          rows={rules.toReversed()}
          rowKey={rule => rule.id}
          empty={t('money.rules.empty')}
          columns={[
            {
              id: 'match',
              head: t('money.rules.words'),
              cell: rule => `${rule.match} (${t(`money.direction.${rule.direction}`)})`,
            },
            {
              id: 'line',
              head: t('money.line'),
              cell: rule => (
                <Select
                  label={t('money.line-of', { payee: rule.match })}
                  labelHidden
                  value={lineOf(rule)}
                  placeholder={t('money.choose-line')}
                  onChange={to =>
                    void save(commands.editRule(rule.id, { line: to }), t('money.rules.changed'))
                  }
                  choices={items.map(item => ({ value: item.id, label: item.label }))}
                />
              ),
            },
            {
              id: 'on',
              head: t('money.rules.on'),
              cell: rule => (
                <Checkbox
                  label={t('money.rules.use', { words: rule.match })}
                  labelHidden
                  checked={rule.enabled}
                  onChange={enabled =>
                    void save(commands.editRule(rule.id, { enabled }), t('money.rules.changed'))
                  }
                />
              ),
            },
            {
              id: 'delete',
              head: t('money.delete'),
              headHidden: true,
              align: 'end',
              cell: rule => (
                <IconButton
                  icon="delete"
                  label={t('money.rules.delete', { words: rule.match })}
                  onPress={() => void save(commands.deleteRule(rule.id), t('money.rules.deleted'))}
                />
              ),
            },
          ]}
        />
        <CodedNames />
      </Stack>
    </Dialog>
  )
}

/** Names that are written as a code name; the names themselves are nowhere. */
function CodedNames() {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const all = useLive(live => live.records(codedName))
  const codes = [...new Set(all.map(each => each.codeName))]
  return codes.map(code => {
    const ids = all.filter(each => each.codeName === code).map(each => each.id)
    return (
      <Row key={code}>
        <span>{t('money.coded', { count: ids.length, code })}</span>
        <Button
          kind="quiet"
          size="small"
          onPress={() => void save(commands.forgetCodedNames(ids), t('money.coded.forgotten', { code }))}
        >
          {t('money.coded.forget', { code })}
        </Button>
      </Row>
    )
  })
}
