/** Days on which members cannot be counted on, of one or of all: changed, and taken away again. No reason is asked. */
import type { Absence } from '#domain/absence.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { absencesFrom } from '#state/people.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Link } from '../../parts/Link.tsx'
import { Table } from '../../parts/Table.tsx'
import { useTaskWords } from '../../plan/use-task-words.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'

export type AbsenceTarget = Absence | 'new' | null

interface AbsenceTableProps {
  /** Null: of all members, each named. */
  readonly of: RecordId | null
  /** What is said where nobody is away. */
  readonly empty: string
  /** What the dialog is open for; the button that adds one stands where the screen has its buttons. */
  readonly target: AbsenceTarget
  readonly onTarget: (target: AbsenceTarget) => void
}

export function AbsenceTable({ of, empty, target, onTarget }: AbsenceTableProps) {
  const { t, date, today } = useWords()
  const { commands } = useGroup()
  const { memberName } = useTaskWords()
  const save = useSave()
  const rows = useLive(live => absencesFrom(live, today(), of))
  return (
    <>
      <Table
        caption={t('plan.away.title')}
        dense
        rows={rows}
        rowKey={each => each.id}
        empty={empty}
        columns={[
          ...(of === null
            ? [
                {
                  id: 'member',
                  head: t('plan.owner'),
                  namesRow: true,
                  cell: (each: Absence) => memberName(each.member),
                },
              ]
            : []),
          {
            id: 'from',
            head: t('plan.away.from'),
            cell: each => (
              <Link look="plain" onPress={() => onTarget(each)}>
                {date(each.days.from)}
              </Link>
            ),
          },
          { id: 'to', head: t('plan.away.to'), cell: each => date(each.days.to) },
          {
            id: 'remove',
            head: t('plan.do.delete'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button
                kind="quiet"
                size="small"
                icon="delete"
                onPress={() => void save(commands.deleteAbsence(each.id), t('plan.away.removed'))}
              >
                {t('plan.do.delete')}
              </Button>
            ),
          },
        ]}
      />
      {target !== null && (
        <AbsenceDialog
          known={target === 'new' ? null : target}
          of={target === 'new' ? of : target.member}
          onClose={() => onTarget(null)}
        />
      )}
    </>
  )
}
