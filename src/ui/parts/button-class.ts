/** How a button looks, for what is a button in another part (a menu's, a link that acts as the next step). */
import css from './Button.module.css'
import { type ClassPicker, classes } from './classes.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'medium' | 'small'

const c: ClassPicker = classes(css)

export interface ButtonLook {
  readonly kind?: ButtonKind | undefined
  readonly size?: ButtonSize | undefined
  readonly busy?: boolean | undefined
  readonly iconOnly?: boolean | undefined
}

export const buttonClass = ({ kind = 'secondary', size = 'medium', busy, iconOnly }: ButtonLook): string =>
  c('button', kind, size === 'small' && 'small', busy && 'busy', iconOnly && 'iconOnly')

export const spinnerClass = (): string => c('spinner')
