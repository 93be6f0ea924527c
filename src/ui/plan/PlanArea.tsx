/** The screens of the Plan by route. */
import { useRoute } from '../shell/use-router.ts'
import { ArrivalScreen } from './arrival/ArrivalScreen.tsx'
import { BoardScreen } from './board/BoardScreen.tsx'
import { TaskListScreen } from './list/TaskListScreen.tsx'
import { LoadScreen } from './load/LoadScreen.tsx'
import { MonthThirteenScreen } from './month-13/MonthThirteenScreen.tsx'

export function PlanArea() {
  const { screen } = useRoute()
  switch (screen) {
    case 'arrival':
      return <ArrivalScreen />
    case 'board':
      return <BoardScreen />
    case 'load':
      return <LoadScreen />
    case 'month-13':
      return <MonthThirteenScreen />
    default:
      return <TaskListScreen />
  }
}
