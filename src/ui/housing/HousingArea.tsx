/** The screens of Housing by route. */
import { useRoute } from '../shell/use-router.ts'
import { HomesBoardScreen } from './board/HomesBoardScreen.tsx'
import { CompareScreen } from './compare/CompareScreen.tsx'
import { HomeScreen } from './home/HomeScreen.tsx'
import { HomeListScreen } from './list/HomeListScreen.tsx'

export function HousingArea() {
  const { screen, id } = useRoute()
  switch (screen) {
    case 'home':
      return <HomeScreen id={id ?? ''} />
    case 'compare':
      return <CompareScreen />
    case 'list':
      return <HomeListScreen />
    default:
      return <HomesBoardScreen />
  }
}
