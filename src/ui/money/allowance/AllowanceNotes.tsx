/** What stands behind the sheet: who pays, the school's rule, whose start-up it is, and where the caps are from. */
import type { SchoolStart } from '#domain/allowance-sheet.ts'
import type { Allowance } from '#state/allowance.ts'
import { classes } from '../../parts/classes.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Row, Stack } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Allowance.module.css'

const c = classes(css)

export function AllowanceNotes({ allowance }: { readonly allowance: Allowance }) {
  const { t, date, money } = useWords()
  const { sheet, payer, laterPeople, laterCents } = allowance
  return (
    <Stack gap="small">
      {payer !== 'sponsor' && <Notice kind="warn">{t(`allowance.payer.${payer}`)}</Notice>}
      {sheet.school && <SchoolNote school={sheet.school} arrivalDate={allowance.arrivalDate} />}
      {laterPeople > 0 && (
        <Notice>{t('allowance.later', { count: laterPeople, amount: money(laterCents) })}</Notice>
      )}
      <Notice>{t('allowance.bought')}</Notice>
      {sheet.caps && !sheet.hasCaps && (
        <Notice kind="warn" title={t('allowance.too-many.title', { count: sheet.size })}>
          {t('allowance.too-many')}
        </Notice>
      )}
      {sheet.caps && sheet.hasCaps && (
        <div className={c('source')}>
          <Row>
            <StatusTag status={saidStatus(sheet.caps.status)} />
            <span>
              {t('allowance.caps', {
                count: sheet.size,
                date: sheet.caps.asOf === null ? '–' : date(sheet.caps.asOf),
              })}
            </span>
          </Row>
          <p className={c('address')}>{sheet.caps.source}</p>
        </div>
      )}
      {!sheet.caps && <Notice kind="warn">{t('allowance.no-caps')}</Notice>}
    </Stack>
  )
}

interface SchoolNoteProps {
  readonly school: SchoolStart
  readonly arrivalDate: string | null
}

function SchoolNote({ school, arrivalDate }: SchoolNoteProps) {
  const { t, date, money } = useWords()
  const { children, times, cents, younger, status } = school
  const said = { children, amount: money(cents), total: money(cents * children * (times ?? 1)) }
  return (
    <Notice>
      {children > 0 &&
        (times === null || arrivalDate === null
          ? t('allowance.school.unknown', said)
          : t(times === 2 ? 'allowance.school.twice' : 'allowance.school.once', {
              ...said,
              date: date(arrivalDate),
            }))}{' '}
      {younger > 0 && t('allowance.school.younger', { count: younger })}{' '}
      <StatusTag status={saidStatus(status)} />
    </Notice>
  )
}
