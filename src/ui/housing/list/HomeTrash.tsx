/** Homes that were deleted; nothing is ever gone at once. */
import { home } from '#domain/home.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { TrashDialog } from '../../TrashDialog.tsx'
import { useSave } from '../../use-save.ts'
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
    <TrashDialog
      title={t('housing.trash')}
      rows={trash}
      nameHead={t('housing.name')}
      nameOf={title}
      onRestore={each => void save(commands.restoreHomes([each.id]), t('housing.restored'))}
      onClose={onClose}
    />
  )
}
