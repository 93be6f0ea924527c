/** Homes that were deleted; nothing is ever gone at once. */
import { home } from '#domain/home.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useSave } from '../../money/use-save.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'

export function HomeTrash({ onClose }: { readonly onClose: () => void }) {
  const { t, compare } = useWords()
  const { title } = useHomeWords()
  const { commands, live } = useGroup()
  useLive(here => here.revision())
  const save = useSave()
  const trash = live.trash(home).toSorted((a, b) => compare(title(a), title(b)))
  return (
    <Dialog title={t('housing.trash')} isOpen onClose={onClose} size="large" closesOutside>
      <Table
        caption={t('housing.trash')}
        dense
        rows={trash}
        rowKey={each => each.id}
        empty={t('plan.trash.empty')}
        columns={[
          { id: 'title', head: t('housing.name'), namesRow: true, cell: title },
          {
            id: 'restore',
            head: t('plan.restore'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button
                size="small"
                icon="undo"
                onPress={() => void save(commands.restoreHomes([each.id]), t('housing.restored'))}
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
