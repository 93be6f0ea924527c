/** The areas of the app, in the order of the navigation. More areas come as more entries, nothing else changes. */
import type { IconName } from '../parts/Icon.tsx'

export interface NavigationItem {
  /** The route's area. */
  readonly area: string
  /** The message id of its name. */
  readonly labelId: string
  readonly icon: IconName
  /** After `g`. */
  readonly key: string
}

export const NAVIGATION: readonly NavigationItem[] = [
  { area: 'today', labelId: 'common.shell.today', icon: 'today', key: 't' },
  { area: 'plan', labelId: 'common.shell.plan', icon: 'plan', key: 'p' },
  { area: 'calendar', labelId: 'common.shell.calendar', icon: 'calendar', key: 'a' },
  { area: 'housing', labelId: 'common.shell.housing', icon: 'home', key: 'h' },
  { area: 'people', labelId: 'common.shell.people', icon: 'people', key: 'o' },
  { area: 'money', labelId: 'common.shell.money', icon: 'money', key: 'm' },
  { area: 'reports', labelId: 'common.shell.reports', icon: 'reports', key: 'r' },
  { area: 'settings', labelId: 'common.shell.settings', icon: 'settings', key: 's' },
]
