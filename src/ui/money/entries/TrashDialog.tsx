/** Entries that were deleted; nothing is ever gone at once. */
import { type Entry, entry } from '#domain/entry.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'

const MOST_SHOWN = 300

export function TrashDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, date } = useWords()
  const { commands, live } = useGroup()
  useLive(here => here.revision())
  const save = useSave()
  const trash = live.trash(entry).toSorted((a, b) => (a.date < b.date ? 1 : -1))
  const restore = (each: Entry) =>
    void save(commands.restoreEntries([each.id]), t('money.restored', { count: 1 }))
  return (
    <Dialog title={t('money.trash')} isOpen onClose={onClose} size="large" closesOutside>
      <Table
        caption={t('money.trash')}
        dense
        stacks
        rows={trash.slice(0, MOST_SHOWN)}
        rowKey={each => each.id}
        empty={t('money.trash.empty')}
        columns={[
          { id: 'date', head: t('money.date'), cell: each => date(each.date) },
          { id: 'payee', head: t('money.payee'), cell: each => each.payee || '–' },
          {
            id: 'amount',
            head: t('money.amount'),
            align: 'end',
            cell: each => <Amount cents={each.money.cents} kind="change" />,
          },
          {
            id: 'restore',
            head: t('money.restore'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button size="small" icon="undo" onPress={() => restore(each)}>
                {t('money.restore')}
              </Button>
            ),
          },
        ]}
      />
    </Dialog>
  )
}
