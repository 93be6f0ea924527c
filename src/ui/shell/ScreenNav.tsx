/** The screens of an area, on top of each of them. */
import { classes } from '../parts/classes.ts'
import css from './ScreenNav.module.css'

const c = classes(css)

interface ScreenNavProps<Id extends string> {
  readonly label: string
  readonly screens: readonly { readonly id: Id; readonly label: string; readonly count?: number }[]
  readonly current: Id
  readonly onGo: (id: Id) => void
}

export function ScreenNav<Id extends string>({ label, screens, current, onGo }: ScreenNavProps<Id>) {
  return (
    <nav aria-label={label} className={c('nav')}>
      {screens.map(each => (
        <button
          key={each.id}
          type="button"
          className={c('item', each.id === current && 'here')}
          aria-current={each.id === current ? 'page' : undefined}
          onClick={() => onGo(each.id)}
        >
          {each.label}
          {each.count !== undefined && <span className={c('count')}>{each.count}</span>}
        </button>
      ))}
    </nav>
  )
}
