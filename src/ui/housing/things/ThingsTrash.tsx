/** Things that were deleted; they come back with what they are worth. */
import { householdItem } from '#domain/household-item.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWords } from '../../words/use-words.ts'
import { useThingName } from './use-thing-words.ts'

export function ThingsTrash({ onClose }: { readonly onClose: () => void }) {
  const { t, compare } = useWords()
  const { commands, live } = useGroup()
  const save = useSave()
  const nameOf = useThingName()
  useLive(here => here.revision())
  const trash = live.trash(householdItem).toSorted((a, b) => compare(nameOf(a), nameOf(b)))
  return (
    <Dialog title={t('things.trash')} isOpen onClose={onClose} size="large" closesOutside>
      <Table
        caption={t('things.trash')}
        dense
        rows={trash}
        rowKey={each => each.id}
        empty={t('plan.trash.empty')}
        columns={[
          { id: 'name', head: t('things.name'), namesRow: true, cell: nameOf },
          {
            id: 'restore',
            head: t('plan.restore'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button
                size="small"
                icon="undo"
                onPress={() => void save(commands.restoreThings([each.id]), t('things.restored'))}
              >
                {t('plan.restore')}
              </Button>
            ),
          },
        ]}
      />
    </Dialog>
  )
}
