/** What was deleted of one kind, each with the way back; nothing is ever gone at once. */
import type { RecordId } from '#domain/record-kind.ts'
import { Button } from './parts/Button.tsx'
import { Dialog } from './parts/Dialog.tsx'
import { Table } from './parts/Table.tsx'
import { useWords } from './words/use-words.ts'

interface TrashDialogProps<Row> {
  readonly title: string
  /** In the order in which they are shown. */
  readonly rows: readonly Row[]
  /** Above the names. */
  readonly nameHead: string
  readonly nameOf: (of: Row) => string
  readonly onRestore: (of: Row) => void
  readonly onClose: () => void
}

export function TrashDialog<Row extends { readonly id: RecordId }>(props: TrashDialogProps<Row>) {
  const { title, rows, nameHead, nameOf, onRestore, onClose } = props
  const { t } = useWords()
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large" closesOutside>
      <Table
        caption={title}
        dense
        rows={rows}
        rowKey={each => each.id}
        empty={t('plan.trash.empty')}
        columns={[
          { id: 'name', head: nameHead, namesRow: true, cell: nameOf },
          {
            id: 'restore',
            head: t('plan.restore'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <Button size="small" icon="undo" onPress={() => onRestore(each)}>
                {t('plan.restore')}
              </Button>
            ),
          },
        ]}
      />
    </Dialog>
  )
}
