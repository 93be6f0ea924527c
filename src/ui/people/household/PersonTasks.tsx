/** What there is to do about a person, as the plan has it for everybody. */
import { TasksAbout } from '../../plan/links/TasksAbout.tsx'
import type { PersonPartProps } from './PersonScreen.tsx'

export const PersonTasks = ({ person }: PersonPartProps) => (
  <TasksAbout of={{ kind: 'person', id: person.id }} />
)
