/**
 * The frame around every screen: navigation at the start, the group and its state above, the screen in the middle,
 * toasts beneath. Takes everything as props; knows no store.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { classes } from '../parts/classes.ts'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { SkipLink } from '../parts/SkipLink.tsx'
import { ToastRegion } from '../parts/ToastRegion.tsx'
import { AmountsHiddenContext } from '../words/amounts-hidden.ts'
import { useWords } from '../words/use-words.ts'
import css from './AppShell.module.css'
import { CommandPalette, type PaletteEntry } from './CommandPalette.tsx'
import { DemoRibbon } from './DemoRibbon.tsx'
import { NAVIGATION, type NavigationItem } from './navigation.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import type { Shortcut } from './shortcuts.ts'
import { TopBar } from './TopBar.tsx'
import { useRoute, useRouter } from './use-router.ts'
import { useShortcutListener, useShortcutRegistry, useShortcuts } from './use-shortcuts.ts'

const c = classes(css)
const CONTENT_ID = 'content'

export interface AppShellProps {
  /** The group's own name for itself here; a code name. */
  readonly groupName: string
  /** A `SavedStatus`; a part of its own, for it changes with every edit. */
  readonly saved: ReactNode
  readonly amountsHidden: boolean
  readonly onAmountsHiddenChange: (hidden: boolean) => void
  readonly onLock: () => void
  /** Takes the last change back; absent while there is none. */
  readonly onUndo?: (() => void) | undefined
  /** Beyond going to an area, hiding amounts, locking and undoing, which the shell adds itself. */
  readonly commands?: readonly PaletteEntry[]
  readonly findRecords?: (query: string) => readonly PaletteEntry[]
  /** Set in the demo household. */
  readonly onLeaveDemo?: (() => void) | undefined
  readonly navigation?: readonly NavigationItem[]
  readonly onScreenError?: (code: string) => void
  readonly children: ReactNode
}

export function AppShell(props: AppShellProps) {
  const { groupName, saved, amountsHidden, onLock, onLeaveDemo, navigation = NAVIGATION, children } = props
  const route = useRoute()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const close = () => setOpen(null)
  const { commands, shortcuts } = useShellCommands(props, navigation, setOpen)
  useShortcutListener(useShortcutRegistry())
  useShortcuts(shortcuts)
  useTitleAndFocus()
  return (
    <AmountsHiddenContext value={amountsHidden}>
      <SkipLink targetId={CONTENT_ID} />
      <div className={c('shell')}>
        <SideNavigation items={navigation} />
        <div className={c('column')}>
          {onLeaveDemo && <DemoRibbon onLeave={onLeaveDemo} />}
          <TopBar
            groupName={groupName}
            saved={saved}
            amountsHidden={amountsHidden}
            onAmountsHiddenChange={props.onAmountsHiddenChange}
            onSearch={() => setOpen('palette')}
            onLock={onLock}
          />
          <main id={CONTENT_ID} tabIndex={-1} className={c('main')}>
            <ErrorBoundary
              key={`${route.area} ${route.screen ?? ''} ${route.id ?? ''}`}
              area={route.area}
              {...(props.onScreenError ? { onError: props.onScreenError } : {})}
            >
              {children}
            </ErrorBoundary>
          </main>
        </div>
      </div>
      <CommandPalette
        isOpen={open === 'palette'}
        onClose={close}
        commands={commands}
        find={props.findRecords ?? (() => [])}
      />
      <ShortcutsDialog isOpen={open === 'shortcuts'} onClose={close} />
      <ToastRegion />
    </AmountsHiddenContext>
  )
}

function useShellCommands(
  props: AppShellProps,
  navigation: readonly NavigationItem[],
  setOpen: (what: 'palette' | 'shortcuts') => void,
) {
  const { t } = useWords()
  const { go } = useRouter()
  const { amountsHidden, onAmountsHiddenChange, onLock, onUndo } = props
  const everywhere = (id: string, keys: string, labelId: string, run: () => void): Shortcut => ({
    id,
    keys,
    labelId,
    group: 'everywhere',
    run,
  })
  const goes = navigation.map(
    (item): Shortcut => ({
      id: `go-${item.area}`,
      keys: `g ${item.key}`,
      labelId: item.labelId,
      group: 'go',
      run: () => go({ area: item.area }),
    }),
  )
  const amountsLabel = amountsHidden ? 'common.shell.show-amounts' : 'common.shell.hide-amounts'
  const shortcuts: readonly Shortcut[] = [
    everywhere('palette', 'Ctrl+K', 'common.palette.title', () => setOpen('palette')),
    everywhere('lock', 'Ctrl+L', 'common.shell.lock', onLock),
    everywhere('hide-amounts', 'Ctrl+H', amountsLabel, () => onAmountsHiddenChange(!amountsHidden)),
    ...(onUndo ? [everywhere('undo', 'Ctrl+Z', 'common.shortcuts.undo', onUndo)] : []),
    everywhere('shortcuts', '?', 'common.shortcuts.show', () => setOpen('shortcuts')),
    ...goes,
  ]
  const icons = new Map(navigation.map(item => [`go-${item.area}`, item.icon]))
  const commands: readonly PaletteEntry[] = [
    ...(props.commands ?? []),
    ...shortcuts
      .filter(shortcut => shortcut.id !== 'palette')
      .map(({ id, keys, labelId, run }) => {
        const icon = icons.get(id) ?? SHELL_ICONS[id]
        return { id, keys, run, label: t(labelId), ...(icon ? { icon } : {}) }
      }),
  ]
  return { shortcuts, commands }
}

const SHELL_ICONS: Readonly<Record<string, PaletteEntry['icon']>> = {
  lock: 'lock',
  'hide-amounts': 'hidden',
  undo: 'undo',
  shortcuts: 'keyboard',
}

/**
 * The window never says what is shown. The focus goes to the title of each screen that is come to, as on a new page: the
 * one that a group opens with too, for what had the focus before is gone.
 */
function useTitleAndFocus(): void {
  const route = useRoute()
  useEffect(() => {
    document.title = 'Porchlight'
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs for each new route
  useEffect(() => {
    window.scrollTo(0, 0)
    const title =
      document.querySelector<HTMLElement>('[data-screen-title]') ?? document.getElementById(CONTENT_ID)
    title?.focus({ preventScroll: true })
  }, [route])
}
