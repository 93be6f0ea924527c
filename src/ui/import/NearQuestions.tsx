/**
 * Rows that may be what was expected though their amount is another, as bills are: asked one by one. Unless somebody says
 * yes they are added as any other row.
 */
import { useMemo } from 'react'
import { NEAR_MATCH } from '#domain/coming-entries.ts'
import type { PlanRow } from '#imports/import-plan.ts'
import { type AccountPreview, chooseRow, isAskedAbout, withCodeName } from '#state/import-preview.ts'
import { useRecurringWords } from '../money/coming/use-recurring-words.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'

const c = classes(css)

interface NearQuestionsProps {
  readonly preview: AccountPreview
  readonly names: ReadonlySet<string>
  readonly codeName: string
  readonly onChange: (preview: AccountPreview) => void
}

export function NearQuestions({ preview, names, codeName, onChange }: NearQuestionsProps) {
  const { t, money } = useWords()
  const plan = useMemo(() => withCodeName(preview.plan, names, codeName), [preview.plan, names, codeName])
  const asked = plan.rows.flatMap((row, index) => (isAskedAbout(row) ? [{ row, index }] : []))
  if (asked.length === 0) return null
  return (
    <Notice title={t('import.near', { count: asked.length })}>
      <p>
        {t('import.near.text', {
          days: NEAR_MATCH.days,
          share: NEAR_MATCH.share * 100,
          amount: money(NEAR_MATCH.cents),
        })}
      </p>
      <ul className={c('asked')} aria-label={t('import.near', { count: asked.length })}>
        {asked.map(({ row, index }) => (
          <Question
            key={row.rowId}
            of={row}
            onAnswer={isIt => onChange(chooseRow(preview, index, isIt ? 'post' : 'add'))}
          />
        ))}
      </ul>
    </Notice>
  )
}

function Question({
  of: row,
  onAnswer,
}: {
  readonly of: PlanRow
  readonly onAnswer: (isIt: boolean) => void
}) {
  const { t, date, money } = useWords()
  const words = useRecurringWords()
  const { bankRow, state, choice } = row
  if (state.kind !== 'expected') return null
  const { recurring: of, date: on } = state.coming
  const more = state.moreCents ?? 0
  const isIt = choice === 'post'
  return (
    <li className={c('question')}>
      <span>
        {t('import.near.row', {
          date: date(bankRow.date),
          payee: bankRow.text || '–',
          amount: money(Math.abs(bankRow.cents)),
        })}{' '}
        {t(more > 0 ? 'import.near.more' : 'import.near.less', {
          name: words.name(of),
          date: date(on),
          amount: money(Math.abs(of.money.cents)),
          difference: money(Math.abs(more)),
        })}
      </span>
      <Button size="small" icon={isIt ? 'undo' : 'check'} onPress={() => onAnswer(!isIt)}>
        {t(isIt ? 'import.near.no' : 'import.near.yes')}
      </Button>
    </li>
  )
}
