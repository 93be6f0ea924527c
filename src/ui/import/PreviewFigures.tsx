/** The sums of one account's rows, and whether the books will say what the file says at its end. */
import { type ReactNode, useMemo } from 'react'
import { account } from '#domain/account.ts'
import { type AccountPreview, closingOf } from '#state/import-preview.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Amount } from '../parts/Amount.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'

const c = classes(css)

interface PreviewFiguresProps {
  readonly preview: AccountPreview
  readonly onChange: (preview: AccountPreview) => void
}

export function PreviewFigures({ preview, onChange }: PreviewFiguresProps) {
  const { t, date, dates, money } = useWords()
  const { live } = useGroup()
  const revision = useLive(here => here.revision())
  const { plan, opening, takesOpening } = preview
  // biome-ignore lint/correctness/useExhaustiveDependencies: the books are another with every revision
  const { booksCents, beforeOpening } = useMemo(() => closingOf(live, preview), [live, preview, revision])
  const { counts, adding } = plan
  const isOfOthers = live.get(account, preview.accountId)?.type === 'sah-trust'
  const isOld = counts.matches === plan.rows.length
  return (
    <>
      {isOld && (
        <Notice kind="ok" title={t('import.nothing-new')}>
          {t('import.nothing-new.text', { count: plan.rows.length })}
        </Notice>
      )}
      {isOfOthers && !isOld && <Notice title={t('import.of-others')}>{t('import.of-others.text')}</Notice>}
      <div className={c('figures')}>
        <Figure name={t('import.figures.rows')} note={dates(plan.firstDate, plan.lastDate)}>
          {plan.rows.length}
        </Figure>
        <Figure name={t('import.figures.new')} note={stateNote(counts, t)}>
          {adding.count}
        </Figure>
        <Figure name={t('import.figures.in')}>
          <Amount cents={adding.inCents} />
        </Figure>
        <Figure name={t('import.figures.out')}>
          <Amount cents={adding.outCents} />
        </Figure>
        <Figure
          name={t('import.figures.books', { date: date(plan.lastDate) })}
          note={
            isOfOthers || plan.closingCents === null
              ? t('import.figures.no-closing')
              : t('import.figures.file-says', { amount: money(plan.closingCents) })
          }
        >
          <Amount cents={booksCents} />
        </Figure>
        {plan.closingCents !== null && !isOfOthers && (
          <Figure name={t('import.figures.difference')}>
            <Amount cents={booksCents - plan.closingCents} kind="difference" />
          </Figure>
        )}
      </div>
      {opening && (
        <Checkbox
          label={t('import.opening', { date: date(opening.date), amount: money(opening.cents) })}
          hint={t(opening.fromFile ? 'import.opening.file' : 'import.opening.day')}
          checked={takesOpening}
          onChange={taken => onChange({ ...preview, takesOpening: taken })}
        />
      )}
      {beforeOpening > 0 && (
        <Notice kind="warn">{t('import.before-opening', { count: beforeOpening })}</Notice>
      )}
    </>
  )
}

function stateNote(
  counts: AccountPreview['plan']['counts'],
  t: ReturnType<typeof useWords>['t'],
): string | null {
  const parts = [
    counts.matches > 0 ? t('import.figures.matches', { count: counts.matches }) : '',
    counts.posting > 0 ? t('import.figures.posting', { count: counts.posting }) : '',
    counts.looksDuplicate > 0 ? t('import.figures.duplicates', { count: counts.looksDuplicate }) : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : null
}

interface FigureProps {
  readonly name: string
  readonly note?: string | null
  readonly children: ReactNode
}

export function Figure({ name, note, children }: FigureProps) {
  return (
    <div className={c('figure')}>
      <span className={c('figureName')}>{name}</span>
      <span className={c('figureValue')}>{children}</span>
      {note && <span className={c('note')}>{note}</span>}
    </div>
  )
}
