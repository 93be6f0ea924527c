/** Who carries how much, so that it can be shared out; and who is away when. */
import { useState } from 'react'
import { member } from '#domain/member.ts'
import type { Load } from '#state/plan.ts'
import { loads } from '#state/plan.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { AbsenceTable, type AbsenceTarget } from '../../people/members/AbsenceTable.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { PlanLayout } from '../PlanLayout.tsx'
import { useTaskWords } from '../use-task-words.ts'
import css from './Load.module.css'

const c = classes(css)

export function LoadScreen() {
  const { t, number, today } = useWords()
  const { go } = useRouter()
  const { memberName } = useTaskWords()
  const [away, setAway] = useState<AbsenceTarget>(null)
  const all = useLive(live => loads(live, today()))
  const members = useLive(live => live.records(member))
  const left = new Set(members.filter(each => each.leftAt !== null).map(each => each.id))
  const rows = all.toSorted(
    (a, b) => Number(a.member === null) - Number(b.member === null) || b.open - a.open,
  )
  const most = Math.max(1, ...rows.map(each => each.open))
  const nobody = rows.find(each => each.member === null)?.open ?? 0
  const total = rows.reduce((sum, each) => sum + each.open, 0)
  const show = (of: Load) => go({ area: 'plan', screen: 'list', id: `who:${of.member ?? 'nobody'}` })
  return (
    <PlanLayout
      screen="load"
      title={t('plan.load.title')}
      intro={total === 0 ? t('plan.load.none') : t('plan.load.intro', { count: total, nobody })}
    >
      <Table
        caption={t('plan.load.title')}
        rows={rows}
        rowKey={each => each.member ?? 'nobody'}
        columns={[
          {
            id: 'member',
            head: t('plan.owner'),
            namesRow: true,
            cell: each => (
              <span className={c('who')}>
                <Link look="plain" onPress={() => show(each)}>
                  {each.member === null ? t('plan.owner.nobody') : memberName(each.member)}
                </Link>
                {each.member !== null && left.has(each.member) && <Tag>{t('plan.load.left')}</Tag>}
              </span>
            ),
          },
          {
            id: 'open',
            head: t('plan.load.open'),
            cell: each => (
              <span className={c('bar')}>
                <span className={c('figure')}>{number(each.open)}</span>
                {each.open > 0 && (
                  <span
                    className={c('length')}
                    aria-hidden="true"
                    style={{ inlineSize: `${(100 * each.open) / most}%` }}
                  />
                )}
              </span>
            ),
          },
          {
            id: 'overdue',
            head: t('plan.load.overdue'),
            align: 'end',
            cell: each =>
              each.overdue === 0 ? (
                number(0)
              ) : (
                <span className={c('late')}>
                  <Icon name="warn" size={14} />
                  {number(each.overdue)}
                </span>
              ),
          },
          { id: 'soon', head: t('plan.load.soon'), align: 'end', cell: each => number(each.soon) },
          {
            id: 'helping',
            head: t('plan.load.helping'),
            align: 'end',
            hideNarrow: true,
            cell: each => number(each.helping),
          },
        ]}
      />
      <Section
        title={t('plan.away.title')}
        intro={t('plan.away.intro')}
        actions={
          <Button size="small" icon="add" onPress={() => setAway('new')}>
            {t('plan.away.add')}
          </Button>
        }
      >
        <AbsenceTable of={null} empty={t('plan.away.none')} target={away} onTarget={setAway} />
      </Section>
    </PlanLayout>
  )
}
