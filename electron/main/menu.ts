/**
 * No menu: the default one brings reload, developer tools and zoom by wheel of its own. macOS needs the two below,
 * because there copying, pasting and quitting by keyboard work only through a menu.
 */
import { Menu } from 'electron'

export function setMenu(platform: NodeJS.Platform): void {
  const template = [{ role: 'appMenu' as const }, { role: 'editMenu' as const }]
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(template) : null)
}
