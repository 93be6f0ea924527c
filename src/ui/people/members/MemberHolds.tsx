/** What is a member's to do: open tasks and places taken. What somebody leaves behind when they leave stands here too. */
import { dateOf } from '#domain/wall-clock.ts'
import { heldBy } from '#state/people.ts'
import { useAppointmentWords } from '../../calendar/use-appointment-words.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Link } from '../../parts/Link.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { useTaskWords } from '../../plan/use-task-words.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import type { MemberPartProps } from './MemberScreen.tsx'

const MOST_SHOWN = 6

export function MemberHolds({ member }: MemberPartProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const words = useTaskWords()
  const appointments = useAppointmentWords()
  const { tasks, rides } = useLive(live => heldBy(live, member.id, tools.today()))
  return (
    <Section card title={t('people.member.to-do')}>
      {member.leftAt !== null && tasks.length + rides.length > 0 && (
        <Notice kind="warn">{t('people.member.holds.left')}</Notice>
      )}
      <Section level={3} title={t('people.member.tasks')}>
        <Table
          caption={t('people.member.tasks')}
          dense
          stacks
          rows={tasks.slice(0, MOST_SHOWN)}
          rowKey={({ task }) => task.id}
          empty={t('people.member.no-tasks')}
          columns={[
            {
              id: 'task',
              head: t('people.member.task'),
              cell: ({ task }) => (
                <Link look="plain" onPress={() => go({ area: 'plan', screen: 'task', id: task.id })}>
                  {words.title(task)}
                </Link>
              ),
            },
            {
              id: 'due',
              head: t('people.member.due'),
              cell: ({ task, when, group }) =>
                group === 'overdue' ? (
                  <Tag tone="danger">{words.due(when, task).text}</Tag>
                ) : (
                  words.due(when, task).text
                ),
            },
          ]}
        />
        {tasks.length > MOST_SHOWN && (
          <Link onPress={() => go({ area: 'plan', screen: 'list', id: `who:${member.id}` })}>
            {t('people.member.all-tasks', { count: tasks.length })}
          </Link>
        )}
      </Section>
      <Section level={3} title={t('people.member.rides')}>
        <Table
          caption={t('people.member.rides')}
          dense
          stacks
          rows={rides.slice(0, MOST_SHOWN)}
          rowKey={({ occurrence }) => occurrence.id}
          empty={t('people.member.no-rides')}
          columns={[
            {
              id: 'what',
              head: t('people.person.coming.what'),
              cell: ({ occurrence }) => occurrence.title || t('calendar.unnamed'),
            },
            {
              id: 'when',
              head: t('calendar.date'),
              cell: ({ occurrence }) => <Sentence>{date(dateOf(occurrence.time.start), 'weekday')}</Sentence>,
            },
            {
              id: 'time',
              head: t('people.person.coming.time'),
              cell: ({ occurrence }) => appointments.time(occurrence),
            },
            {
              id: 'as',
              head: t('people.member.as'),
              cell: ({ slots }) => slots.map(({ role }) => t(`calendar.role.${role}`)).join(', '),
            },
          ]}
        />
        {rides.length > MOST_SHOWN && (
          <Link onPress={() => go({ area: 'calendar' })}>
            {t('people.member.all-rides', { count: rides.length })}
          </Link>
        )}
      </Section>
    </Section>
  )
}
