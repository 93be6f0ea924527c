/** The screens of Money by route. */
import { ImportScreen } from '../import/ImportScreen.tsx'
import { useRoute } from '../shell/use-router.ts'
import { AccountsScreen } from './accounts/AccountsScreen.tsx'
import { BudgetScreen } from './budget/BudgetScreen.tsx'
import { SupportScreen } from './budget/SupportScreen.tsx'
import { DecisionsScreen } from './DecisionsScreen.tsx'
import { EntriesScreen } from './entries/EntriesScreen.tsx'

export function MoneyArea() {
  const { screen } = useRoute()
  switch (screen) {
    case 'import':
      return <ImportScreen />
    case 'accounts':
      return <AccountsScreen />
    case 'budget':
      return <BudgetScreen />
    case 'support':
      return <SupportScreen />
    case 'decisions':
      return <DecisionsScreen />
    default:
      return <EntriesScreen />
  }
}
