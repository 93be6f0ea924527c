/** The screens of the Plan by route. */
import { useRoute } from '../shell/use-router.ts'
import { TaskListScreen } from './list/TaskListScreen.tsx'

export function PlanArea() {
  const { screen } = useRoute()
  switch (screen) {
    default:
      return <TaskListScreen />
  }
}
