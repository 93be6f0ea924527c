/** What can be done with one thing: a button that opens a short list. */
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class.ts'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import css from './Menu.module.css'

const c = classes(css)

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** A line above this entry. */
  readonly separated?: boolean
  readonly onPress: () => void
}

interface MenuProps {
  /** On the button, or its name when the button is an icon. */
  readonly label: string
  /** Alone it makes an icon button; with `showLabel` it stands before the label. */
  readonly icon?: IconName
  readonly showLabel?: boolean
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly entries: readonly MenuEntry[]
}

export function Menu({
  label,
  icon,
  showLabel = icon === undefined,
  kind = 'quiet',
  size = 'small',
  entries,
}: MenuProps) {
  return (
    <MenuTrigger>
      <Button
        className={buttonClass({ kind, size, iconOnly: !showLabel })}
        {...(showLabel ? {} : { 'aria-label': label })}
      >
        {icon && <Icon name={icon} size={18} />}
        {showLabel && <span>{label}</span>}
        {showLabel && <Icon name="chevron-down" size={16} />}
      </Button>
      <Popover className={c('popover')} placement="bottom end" offset={4}>
        <AriaMenu className={c('menu')} onAction={key => entries.find(entry => entry.id === key)?.onPress()}>
          {entries.flatMap(entry => [
            ...(entry.separated ? [<Separator key={`${entry.id}-line`} className={c('line')} />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.disabled ?? false}
              className={c('item', entry.danger && 'danger')}
            >
              {entry.icon && <Icon name={entry.icon} size={18} className={c('icon')} />}
              <span className={c('label')}>{entry.label}</span>
              {entry.keys && <Kbd keys={entry.keys} />}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
