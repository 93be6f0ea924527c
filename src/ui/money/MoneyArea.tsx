/** The screens of Money by route. */

import { useCanRead } from '../group-context.tsx'
import { ImportScreen } from '../import/ImportScreen.tsx'
import { KeptElsewhere } from '../shell/KeptElsewhere.tsx'
import { useRoute } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import { AccountsScreen } from './accounts/AccountsScreen.tsx'
import { AllowanceScreen } from './allowance/AllowanceScreen.tsx'
import { BudgetScreen } from './budget/BudgetScreen.tsx'
import { SupportScreen } from './budget/SupportScreen.tsx'
import { ComingScreen } from './coming/ComingScreen.tsx'
import { DecisionsScreen } from './DecisionsScreen.tsx'
import { EntriesScreen } from './entries/EntriesScreen.tsx'

export function MoneyArea() {
  const { screen } = useRoute()
  const { t } = useWords()
  const readsMoney = useCanRead('money')
  // Two people's different values are settled there too, whatever they are about.
  if (!readsMoney && screen !== 'decisions') return <KeptElsewhere title={t('common.shell.money')} />
  switch (screen) {
    case 'allowance':
      return <AllowanceScreen />
    case 'import':
      return <ImportScreen />
    case 'accounts':
      return <AccountsScreen />
    case 'coming':
      return <ComingScreen />
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
