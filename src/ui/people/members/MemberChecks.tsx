/** Police checks and training of a member, and by which rule they count. */
import { useState } from 'react'
import { type MemberCheck, shippedPoliceRule } from '#domain/member-check.ts'
import { coverNeeded, memberStandings } from '#state/members.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../People.module.css'
import { CheckDialog } from './CheckDialog.tsx'
import { CheckTag } from './CheckTag.tsx'
import type { MemberPartProps } from './MemberScreen.tsx'

const c = classes(css)

export function MemberChecks({ member }: MemberPartProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const save = useSave()
  const today = tools.today()
  const all = useLive(live => memberStandings(live, today)).get(member.id)?.all ?? []
  const needed = useLive(live => coverNeeded(live, today))
  const [open, setOpen] = useState<MemberCheck | 'new' | null>(null)
  return (
    <Section
      card
      title={t('people.checks')}
      {...(needed
        ? {
            intro: t(needed.certain ? 'people.checks.needed' : 'people.checks.needed-least', {
              date: date(needed.until),
            }),
          }
        : {})}
      actions={
        <Button size="small" icon="add" onPress={() => setOpen('new')}>
          {t('people.check.add')}
        </Button>
      }
    >
      <Table
        caption={t('people.checks')}
        dense
        stacks
        rows={all}
        rowKey={({ check }) => check.id}
        empty={t('people.checks.none')}
        columns={[
          {
            id: 'what',
            head: t('people.check.what'),
            cell: ({ check }) => (
              <Link look="plain" onPress={() => setOpen(check)}>
                {check.kind === 'police'
                  ? t('people.check.police')
                  : check.title || t('people.check.training')}
              </Link>
            ),
          },
          {
            id: 'done',
            head: t('people.check.done'),
            cell: ({ check }) => date(check.doneOn),
          },
          { id: 'until', head: t('people.check.until'), cell: each => <CheckTag standing={each} /> },
          {
            id: 'remove',
            head: t('plan.do.delete'),
            headHidden: true,
            align: 'end',
            cell: ({ check }) => (
              <Button
                kind="quiet"
                size="small"
                icon="delete"
                onPress={() => void save(commands.deleteCheck(check.id), t('people.check.removed'))}
              >
                {t('plan.do.delete')}
              </Button>
            ),
          },
        ]}
      />
      <PoliceRule />
      {open && (
        <CheckDialog known={open === 'new' ? null : open} of={member.id} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

/** Whose rule it is, and how sure that is. */
function PoliceRule() {
  const { t } = useWords()
  const { data, source, version } = shippedPoliceRule()
  return (
    <p className={c('source')}>
      {t('people.checks.rule', { count: data.validYears })} <StatusTag status={saidStatus(source.status)} />{' '}
      {t('people.checks.source', { address: new URL(source.url).hostname.replace('www.', ''), version })}
    </p>
  )
}
