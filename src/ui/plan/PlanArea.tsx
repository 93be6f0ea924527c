/** The screens of the Plan by route. */
import { useRoute } from '../shell/use-router.ts'
import { ArrivalScreen } from './arrival/ArrivalScreen.tsx'
import { TaskListScreen } from './list/TaskListScreen.tsx'

export function PlanArea() {
  const { screen } = useRoute()
  switch (screen) {
    case 'arrival':
      return <ArrivalScreen />
    default:
      return <TaskListScreen />
  }
}
