/** What comes up for a person, as the calendar has it for everybody. */
import { dateOf } from '#domain/wall-clock.ts'
import { comingFor } from '#state/people.ts'
import { useAppointmentWords } from '../../calendar/use-appointment-words.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import type { PersonPartProps } from './PersonScreen.tsx'

const DAYS = 28
const MOST_SHOWN = 6

export function PersonComing({ person }: PersonPartProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const words = useAppointmentWords()
  const coming = useLive(live => comingFor(live, person, tools.today(), DAYS))
  return (
    <Section card title={t('people.person.coming')}>
      {coming.length === 0 ? (
        <p>{t('people.person.coming-none')}</p>
      ) : (
        <Table
          caption={t('people.person.coming')}
          stacks
          dense
          rows={coming.slice(0, MOST_SHOWN)}
          rowKey={of => of.id}
          columns={[
            {
              id: 'what',
              head: t('people.person.coming.what'),
              cell: of => of.title || t('calendar.unnamed'),
            },
            {
              id: 'when',
              head: t('calendar.date'),
              cell: of => <Sentence>{date(dateOf(of.time.start), 'weekday')}</Sentence>,
            },
            { id: 'time', head: t('people.person.coming.time'), cell: of => words.time(of) },
            { id: 'where', head: t('people.person.coming.where'), cell: of => of.place },
          ]}
        />
      )}
      <Link onPress={() => go({ area: 'calendar' })}>{t('people.person.calendar')}</Link>
    </Section>
  )
}
