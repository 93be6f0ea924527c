/** One primary a screen; danger only where something is destroyed. A busy button keeps its place, focus and label. */
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass, spinnerClass } from './button-class.ts'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps
  extends Pick<
    ComponentProps<'button'>,
    | 'id'
    | 'ref'
    | 'autoFocus'
    | 'aria-expanded'
    | 'aria-controls'
    | 'aria-pressed'
    | 'aria-describedby'
    | 'aria-keyshortcuts'
  > {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly icon?: IconName
  /** Shown at the end, for "Continue". */
  readonly iconAfter?: IconName
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
  readonly children: ReactNode
}

export function Button({
  kind = 'secondary',
  size = 'medium',
  icon,
  iconAfter,
  busy = false,
  disabled = false,
  type = 'button',
  onPress,
  children,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (busy) event.preventDefault()
    else onPress?.()
  }
  const iconSize = size === 'small' ? 16 : 18
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ kind, size, busy })}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {busy ? (
        <Icon name="spinner" size={iconSize} className={spinnerClass()} />
      ) : (
        icon && <Icon name={icon} size={iconSize} />
      )}
      <span>{children}</span>
      {iconAfter && !busy && <Icon name={iconAfter} size={iconSize} />}
    </button>
  )
}
