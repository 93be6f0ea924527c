/** All shortcuts that work right now, by group. */
import { useSyncExternalStore } from 'react'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { useWords } from '../words/use-words.ts'
import css from './ShortcutsDialog.module.css'
import type { Shortcut } from './shortcuts.ts'
import { useShortcutRegistry } from './use-shortcuts.ts'

const c = classes(css)
const GROUPS: readonly Shortcut['group'][] = ['everywhere', 'go', 'here']

interface ShortcutsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const { t } = useWords()
  const registry = useShortcutRegistry()
  const all = useSyncExternalStore(registry.subscribe, registry.current)
  return (
    <Dialog title={t('common.shortcuts.title')} isOpen={isOpen} onClose={onClose} closesOutside>
      {GROUPS.map(group => {
        const shortcuts = all.filter(shortcut => shortcut.group === group)
        return shortcuts.length === 0 ? null : (
          <section key={group} className={c('group')}>
            <h3 className={c('title')}>{t(`common.shortcuts.${group}`)}</h3>
            <dl>
              {shortcuts.map(shortcut => (
                <div key={shortcut.id} className={c('pair')}>
                  <dt>{t(shortcut.labelId)}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </Dialog>
  )
}
