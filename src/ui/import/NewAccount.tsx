/** Before the first import: rows need an account to go to. */
import { useGroup } from '../group-context.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { useWords } from '../words/use-words.ts'

export function NewAccount() {
  const { t } = useWords()
  const { commands } = useGroup()
  return (
    <EmptyState
      picture="ledger"
      title={t('import.no-account.title')}
      action={{
        label: t('import.no-account.add'),
        icon: 'add',
        onPress: () => void commands.addAccount({ name: t('import.no-account.name') }),
      }}
    >
      {t('import.no-account.text')}
    </EmptyState>
  )
}
