/** The screens of Money by route. */
import { ImportScreen } from '../import/ImportScreen.tsx'
import { useRoute } from '../shell/use-router.ts'
import { DecisionsScreen } from './DecisionsScreen.tsx'
import { EntriesScreen } from './entries/EntriesScreen.tsx'

export function MoneyArea() {
  const { screen } = useRoute()
  switch (screen) {
    case 'import':
      return <ImportScreen />
    case 'decisions':
      return <DecisionsScreen />
    default:
      return <EntriesScreen />
  }
}
