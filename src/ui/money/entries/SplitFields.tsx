/** Onto which lines the money goes, for whom, and for which months. One line, or parts that add up. */
import type { ReactNode } from 'react'
import { proposeCovers } from '#domain/covers.ts'
import { countsAs, line } from '#domain/line.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { householdUnitsOf } from '#state/household.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Button } from '../../parts/Button.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { classes } from '../../parts/classes.ts'
import { FieldError } from '../../parts/Field.tsx'
import { FormGrid } from '../../parts/FormGrid.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { MonthField } from '../../parts/MonthField.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import { useLineItems } from '../use-line-items.ts'
import css from './Entries.module.css'
import {
  type DraftProblem,
  type EntryDraft,
  emptySplit,
  type SplitDraft,
  splitRest,
  withPartAmount,
  withType,
} from './entry-draft.ts'

const c = classes(css)

interface SplitFieldsProps {
  /** Without a date, the months covered are not asked. */
  readonly draft: EntryDraft
  readonly problems: readonly DraftProblem[]
  readonly fromBank: boolean
  readonly onChange: (draft: EntryDraft) => void
}

export function SplitFields({ draft, problems, fromBank, onChange }: SplitFieldsProps) {
  const { t, money } = useWords()
  const { live } = useGroup()
  const { splits } = draft
  const rest = splitRest(draft)
  const setSplit = (at: number, change: Partial<SplitDraft>) => {
    const split = splits[at]
    if (!split) return
    const next: EntryDraft = { ...draft, splits: splits.with(at, { ...split, ...change }) }
    const target = change.line ? live.get(line, change.line) : undefined
    if (!target || splits.length > 1 || draft.type === 'in-kind' || draft.type === 'owed')
      return onChange(next)
    const wanted = target.countsAs === 'income' ? 'income' : 'expense'
    const typed = wanted === draft.type ? next : withType(next, wanted, fromBank)
    const proves = target.countsAs === 'income' || ['bank-fees', 'household-support'].includes(target.key)
    const receipt = typed.receipt === 'have' ? 'have' : proves ? 'not-needed' : 'missing'
    onChange({ ...typed, receipt })
  }
  const add = () => {
    const key = Math.max(...splits.map(each => each.key)) + 1
    const [only] = splits
    const first = splits.length === 1 && only ? [{ ...only, cents: draft.cents }] : splits
    onChange({
      ...draft,
      splits: [...first, { ...emptySplit(key), cents: splits.length === 1 ? null : rest }],
    })
  }
  const problem = problems.find(each => each === 'split-difference' || each === 'split-amount-missing')
  return (
    <Stack gap="small">
      {splits.map((split, i) => (
        <SplitRow
          key={split.key}
          draft={draft}
          split={split}
          alone={splits.length === 1}
          onChange={change => setSplit(i, change)}
          onAmount={cents => onChange(withPartAmount(draft, i, cents))}
          onRemove={() => onChange({ ...draft, splits: splits.toSpliced(i, 1) })}
        />
      ))}
      <Row align="between">
        <Button size="small" kind="quiet" icon="split" onPress={add}>
          {t(splits.length === 1 ? 'money.split' : 'money.split.more')}
        </Button>
        {splits.length > 1 && (
          <span className={c('rest', rest !== 0 && 'off')} role="status">
            {rest !== 0
              ? t('money.split.rest', { amount: money(rest) })
              : splits.every(split => split.cents !== null) && t('money.split.fits')}
          </span>
        )}
      </Row>
      {problem && <FieldError id="split-problem" text={t(`money.problem.${problem}`)} />}
    </Stack>
  )
}

interface SplitRowProps {
  readonly draft: EntryDraft
  readonly split: SplitDraft
  readonly alone: boolean
  readonly onChange: (change: Partial<SplitDraft>) => void
  readonly onAmount: (cents: number | null) => void
  readonly onRemove: () => void
}

function SplitRow({ draft, split, alone, onChange, onAmount, onRemove }: SplitRowProps) {
  const { t, month } = useWords()
  const { live } = useGroup()
  const items = useLineItems()
  const target = split.line === null ? undefined : live.get(line, split.line)
  const of = currentSponsorship({ live })?.id ?? ''
  const units = useLive(here => householdUnitsOf(here, of))
  const isCost = target !== undefined && target.countsAs !== 'income'
  return (
    <>
      <SplitLine alone={alone}>
        <ComboBox
          label={t('money.line')}
          hint={alone && split.line === null ? t('money.line.later') : undefined}
          optional
          width="wide"
          items={items}
          value={split.line}
          onChange={to => onChange({ line: to })}
        />
        {!alone && <AmountField label={t('money.amount')} value={split.cents} onChange={onAmount} />}
        {isCost && units.length > 1 && (
          <Select
            label={t('money.unit')}
            value={split.unit ?? 'all'}
            onChange={unit => onChange({ unit: unit === 'all' ? null : unit })}
            choices={[
              { value: 'all', label: t('money.unit.all') },
              ...units.map(each => ({
                value: each.id,
                label:
                  each.begins === null
                    ? each.label
                    : t('money.unit.from', { unit: each.label, month: month(each.begins) }),
              })),
            ]}
          />
        )}
        {isCost && alone && (
          <Select
            label={t('money.counts-as')}
            value={split.countsAs ?? 'line'}
            onChange={value => onChange({ countsAs: value === 'line' ? null : value })}
            choices={[
              {
                value: 'line' as const,
                label: t('money.counts-as-line', { what: t(`money.counts-as.${target.countsAs}`) }),
              },
              ...countsAs
                .filter(value => value !== 'income')
                .map(value => ({ value, label: t(`money.counts-as.${value}`) })),
            ]}
          />
        )}
        {!alone && <IconButton icon="delete" label={t('money.split.remove')} onPress={onRemove} />}
      </SplitLine>
      {target?.countsAs === 'monthly-support' && (
        <CoversFields draft={draft} split={split} lineKey={target.key} onChange={onChange} />
      )}
    </>
  )
}

/** One part alone is a form as any other; of several each is a line. */
function SplitLine({ alone, children }: { readonly alone: boolean; readonly children: ReactNode }) {
  return alone ? <FormGrid>{children}</FormGrid> : <div className={c('split')}>{children}</div>
}

type CoversFieldsProps = Pick<SplitRowProps, 'draft' | 'split' | 'onChange'> & { readonly lineKey: string }

/** The month that the payment is for: proposed from line and day, changed where it is another one. */
function CoversFields({ draft, split, lineKey, onChange }: CoversFieldsProps) {
  const { t, month } = useWords()
  if (draft.date === null) return null
  const proposed = proposeCovers(lineKey, draft.date)
  const covers = split.covers
  if (covers === null)
    return (
      <Row>
        <span className={c('small')}>{t('money.covers.proposed', { month: month(proposed.from) })}</span>
        <Button size="small" kind="quiet" onPress={() => onChange({ covers: proposed })}>
          {t('money.covers.change')}
        </Button>
      </Row>
    )
  const set = (from: string, to: string) =>
    onChange({ covers: from <= to ? { from, to } : { from, to: from } })
  return (
    <FormGrid>
      <MonthField
        label={t('money.covers.from')}
        value={covers.from}
        onChange={from => {
          if (from) set(from, covers.to === covers.from ? from : covers.to)
        }}
      />
      <MonthField
        label={t('money.covers.to')}
        value={covers.to}
        onChange={to => {
          if (to) set(covers.from, to)
        }}
      />
      <Button size="small" kind="quiet" onPress={() => onChange({ covers: null })}>
        {t('money.covers.as-proposed', { month: month(proposed.from) })}
      </Button>
    </FormGrid>
  )
}
