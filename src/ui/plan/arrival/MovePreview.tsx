/** What a moving arrival, or another number of months, does to the plan, before it is done: how many dates move by how much, what stays and why. */
import { useState } from 'react'
import type { PlanItem } from '#domain/plan-item.ts'
import {
  type Choice,
  type Choices,
  chosenOutcome,
  type Outcome,
  type PlanPreview,
  type PreviewRow,
  type ReanchoringTotals,
  totalsOf,
  type WhyStays,
} from '#domain/reanchoring.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { task } from '#domain/task.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Row, Section, Stack } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import type { Translate } from '../../words/create-words.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './Arrival.module.css'

const c = classes(css)
const FIRST_SHOWN = 40
const MORE_SHOWN = 200

interface MovePreviewProps {
  readonly preview: PlanPreview<PlanItem>
  readonly choices: Choices
  readonly onChoice: (id: RecordId, choice: Choice | null) => void
}

export function MovePreview({ preview, choices, onChoice }: MovePreviewProps) {
  const { t } = useWords()
  const [most, setMost] = useState(FIRST_SHOWN)
  const sentences = useSentences(preview, choices)
  const rows = preview.rows.filter(each => each.outcome.change.kind !== 'stays' || each.other !== null)
  const left = Math.max(0, rows.length - most)
  return (
    <Stack>
      <Section level={3} title={t('plan.move.what')}>
        <ul className={c('sentences')} data-move-totals="">
          {sentences.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Section>
      {rows.length > 0 && (
        <Section level={3} title={t('plan.move.each')} intro={t('plan.move.each-intro')}>
          <ul className={c('moves')}>
            {rows.slice(0, most).map(each => (
              <MoveRow
                key={each.item.id}
                row={each}
                choices={choices}
                onChoice={choice => onChoice(each.item.id, choice)}
              />
            ))}
          </ul>
          {left > 0 && (
            <Row>
              <Button kind="quiet" onPress={() => setMost(most + MORE_SHOWN)}>
                {t('plan.more-rows', { count: Math.min(left, MORE_SHOWN) })}
              </Button>
            </Row>
          )}
        </Section>
      )}
    </Stack>
  )
}

/** Dates that change, of whatever form. */
export const changesOf = (totals: ReanchoringTotals): number =>
  totals.moves + totals.getDate + totals.loseDate + totals.windows

const STAYS: readonly WhyStays[] = [
  'pinned',
  'fixed',
  'closed',
  'same-date',
  'other-anchor',
  'no-date-yet',
  'no-due',
]

function useSentences(preview: PlanPreview<PlanItem>, choices: Choices): readonly string[] {
  const { t, list } = useWords()
  const { memberName } = useTaskWords()
  const totals = totalsOf(preview, choices)
  const changed = preview.rows
    .map(row => chosenOutcome(row, choices))
    .filter(({ change }) => change.kind === 'moves' || change.kind === 'gets-date')
  const away = [...new Set(changed.flatMap(each => each.away))].map(memberName)
  const counted = (id: string, count: number): readonly string[] => (count === 0 ? [] : [t(id, { count })])
  return [
    ...(totals.days === null ? [] : [movedSaid(totals.moves, totals.days, t)]),
    ...counted('plan.move.get-date', totals.getDate),
    ...counted('plan.move.lose-date', totals.loseDate),
    ...counted('plan.move.windows', totals.windows),
    ...(changesOf(totals) === 0 ? [t('plan.move.nothing')] : []),
    ...STAYS.flatMap(why =>
      totals.stays[why] === 0 ? [] : [t(`plan.move-stays.${why}`, { count: totals.stays[why] })],
    ),
    ...counted('plan.move.weekend', totals.onWeekend),
    ...counted('plan.move.holiday', totals.onHoliday),
    ...(away.length === 0 ? [] : [t('plan.move.away', { count: away.length, list: list(away) })]),
    ...counted('plan.move.overdue', totals.becomeOverdue),
    ...counted('plan.move.still-overdue', totals.wereOverdue),
  ]
}

function movedSaid(
  count: number,
  { least, most }: NonNullable<ReanchoringTotals['days']>,
  t: Translate,
): string {
  const days = (value: number) => t('plan.span.days', { count: Math.abs(value) })
  if (least < 0 && most > 0) return t('plan.move.both', { count, earlier: days(least), later: days(most) })
  const [few, many] = [Math.min(Math.abs(least), Math.abs(most)), Math.max(Math.abs(least), Math.abs(most))]
  const span = few === many ? days(few) : t('plan.move.span', { few, many: days(many) })
  return t(most > 0 ? 'plan.move.later' : 'plan.move.earlier', { count, span })
}

interface MoveRowProps {
  readonly row: PreviewRow<PlanItem>
  readonly choices: Choices
  readonly onChoice: (choice: Choice | null) => void
}

function MoveRow({ row, choices, onChoice }: MoveRowProps) {
  const { t } = useWords()
  const { live } = useGroup()
  const { title } = useTaskWords()
  const changeSaid = useChangeSaid()
  const outcome = chosenOutcome(row, choices)
  const of = live.get(task, row.item.id)
  const name = of ? title(of) : t('plan.task.unnamed')
  const { other } = row
  return (
    <li className={c('move')}>
      <div className={c('moved')}>
        <strong>{name}</strong>
        <span className={c('small')}>{changeSaid(outcome)}</span>
        <Warnings of={outcome} />
      </div>
      {other && (
        <Checkbox
          label={t(other.choice === 'hold' ? 'plan.move.hold' : 'plan.move.let-go')}
          checked={choices.get(row.item.id) === other.choice}
          onChange={on => onChoice(on ? other.choice : null)}
        />
      )}
    </li>
  )
}

function useChangeSaid(): (of: Outcome) => string {
  const { t, date } = useWords()
  return ({ change }) => {
    switch (change.kind) {
      case 'moves': {
        const span = t('plan.span.days', { count: Math.abs(change.days) })
        const by = t(change.days > 0 ? 'plan.move.row-later' : 'plan.move.row-earlier', { span })
        return t('plan.move.row', { from: date(change.from), to: date(change.to), by })
      }
      case 'gets-date':
        return t('plan.move.row-gets', { to: date(change.to) })
      case 'loses-date':
        return t('plan.move.row-loses', { from: date(change.from) })
      case 'loses-window':
        return t('plan.move.row-loses-window')
      case 'window':
        return t('plan.due.window', { from: date(change.from), to: date(change.to) })
      case 'stays':
        return t(`plan.stays-why.${change.why}`)
    }
  }
}

function Warnings({ of }: { readonly of: Outcome }) {
  const { t, list } = useWords()
  const { memberName } = useTaskWords()
  const { dayOff, away, overdue } = of
  if (dayOff === null && away.length === 0 && overdue !== 'becomes') return null
  return (
    <span className={c('tags')}>
      {dayOff?.kind === 'weekend' && <Tag icon="calendar">{t('plan.move.on-weekend')}</Tag>}
      {dayOff?.kind === 'holiday' && <Tag icon="calendar">{t(`plan.holiday.${dayOff.key}`)}</Tag>}
      {away.length > 0 && (
        <Tag tone="warn" icon="people">
          {t('plan.move.who-away', { list: list(away.map(memberName)) })}
        </Tag>
      )}
      {overdue === 'becomes' && (
        <Tag tone="danger" icon="warn">
          {t('plan.move.becomes-overdue')}
        </Tag>
      )}
    </span>
  )
}
