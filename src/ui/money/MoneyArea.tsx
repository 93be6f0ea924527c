/** The screens of Money by route. */
import { ImportScreen } from '../import/ImportScreen.tsx'
import { useRoute } from '../shell/use-router.ts'

export function MoneyArea() {
  const { screen } = useRoute()
  switch (screen) {
    default:
      return <ImportScreen />
  }
}
