/** Things that were deleted; they come back with what they are worth. */
import { householdItem } from '#domain/household-item.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { TrashDialog } from '../../TrashDialog.tsx'
import { useSave } from '../../use-save.ts'
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
    <TrashDialog
      title={t('things.trash')}
      rows={trash}
      nameHead={t('things.name')}
      nameOf={nameOf}
      onRestore={each => void save(commands.restoreThings([each.id]), t('things.restored'))}
      onClose={onClose}
    />
  )
}
