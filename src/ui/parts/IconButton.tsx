/** A button with an icon alone; its label is its name for screen readers and its tip on hover. */
import type { ComponentProps } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class.ts'
import { Icon, type IconName } from './Icon.tsx'

export interface IconButtonProps
  extends Pick<
    ComponentProps<'button'>,
    'ref' | 'id' | 'aria-expanded' | 'aria-controls' | 'aria-pressed' | 'aria-haspopup' | 'tabIndex'
  > {
  readonly icon: IconName
  readonly label: string
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly disabled?: boolean
  readonly onPress: () => void
}

export function IconButton({
  icon,
  label,
  kind = 'quiet',
  size = 'small',
  disabled,
  onPress,
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={buttonClass({ kind, size, iconOnly: true })}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}
