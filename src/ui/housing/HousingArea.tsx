/** The screens of Housing by route. */
import { useRoute } from '../shell/use-router.ts'
import { HomesBoardScreen } from './board/HomesBoardScreen.tsx'
import { CompareScreen } from './compare/CompareScreen.tsx'
import { HomeScreen } from './home/HomeScreen.tsx'
import { HomeListScreen } from './list/HomeListScreen.tsx'
import { RunsScreen } from './runs/RunsScreen.tsx'
import { ThingsScreen } from './things/ThingsScreen.tsx'

export function HousingArea() {
  const { screen, id } = useRoute()
  switch (screen) {
    case 'home':
      return <HomeScreen id={id ?? ''} />
    case 'compare':
      return <CompareScreen />
    case 'list':
      return <HomeListScreen />
    case 'things':
      return <ThingsScreen />
    case 'runs':
      return <RunsScreen />
    default:
      return <HomesBoardScreen />
  }
}
